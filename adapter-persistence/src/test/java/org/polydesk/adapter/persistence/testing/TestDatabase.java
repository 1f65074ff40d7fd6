package org.polydesk.adapter.persistence.testing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A new and empty database of its own for whoever asks.
 *
 * @param url the driver's address, with user and password in it where they are needed
 */
public record TestDatabase(String url, String driver, String vendorFolder) {
  private static final int CONNECTIONS = 10;

  /** In memory, gone with the JVM. */
  public static TestDatabase h2() {
    return h2At("mem:" + UUID.randomUUID());
  }

  /** H2 at another place, such as {@code file:/some/where}. */
  public static TestDatabase h2At(String place) {
    return new TestDatabase(
        "jdbc:h2:%s;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
                .formatted(place)
            + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000;WRITE_DELAY=0",
        "org.h2.Driver",
        "h2");
  }

  /** On the PostgreSQL of this JVM, see {@link PostgresServer}. */
  public static TestDatabase postgres() {
    return new TestDatabase(PostgresServer.newDatabase(), "org.postgresql.Driver", "postgresql");
  }

  /** The framework's properties for it, migrations included. */
  public Map<String, Object> properties() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("datasources.default.url", url);
    all.put("datasources.default.driver-class-name", driver);
    all.put("datasources.default.username", url.contains("user=") ? null : userName());
    all.put("datasources.default.password", "");
    all.put("datasources.default.dialect", "POSTGRES");
    all.put("datasources.default.schema-generate", "NONE");
    all.put("datasources.default.maximum-pool-size", CONNECTIONS);
    all.put("flyway.datasources.default.enabled", true);
    all.put(
        "flyway.datasources.default.locations",
        List.of("classpath:db/migration/common", "classpath:db/migration/" + vendorFolder));
    all.values().removeIf(value -> value == null);
    return all;
  }

  private String userName() {
    return vendorFolder.equals("h2") ? "sa" : "postgres";
  }
}
