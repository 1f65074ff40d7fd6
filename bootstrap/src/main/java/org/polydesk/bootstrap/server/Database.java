package org.polydesk.bootstrap.server;

import java.util.List;
import java.util.UUID;

/**
 * The database that is used, as the driver and the migrations want to know it.
 *
 * @param url the driver's address, without a password
 * @param vendor which of the two it is
 */
record Database(Vendor vendor, String url, String user, String password) {
  private static final String H2_OPTIONS =
      ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;LOCK_TIMEOUT=10000"
          + ";DB_CLOSE_ON_EXIT=FALSE";

  /** The databases that there are migrations for. */
  enum Vendor {
    H2("org.h2.Driver", "h2"),
    POSTGRESQL("org.postgresql.Driver", "postgresql");

    private final String driver;
    private final String folder;

    Vendor(String driver, String folder) {
      this.driver = driver;
      this.folder = folder;
    }

    String driver() {
      return driver;
    }

    /** Where the migrations are: those for both, and those for this one. */
    List<String> migrations() {
      return List.of("classpath:db/migration/common", "classpath:db/migration/" + folder);
    }
  }

  /** A file below {@code directory}; what it has acknowledged is on disk. */
  static Database file(String directory) {
    return h2("jdbc:h2:file:%s/polydesk%s;WRITE_DELAY=0".formatted(directory, H2_OPTIONS));
  }

  /** A new one, which is gone with the process. */
  static Database memory() {
    return h2("jdbc:h2:mem:%s%s;DB_CLOSE_DELAY=-1".formatted(UUID.randomUUID(), H2_OPTIONS));
  }

  private static Database h2(String url) {
    return new Database(Vendor.H2, url, "sa", "");
  }

  @Override
  public String toString() {
    return vendor.toString();
  }
}
