package org.polydesk.bootstrap.server;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.polydesk.bootstrap.settings.SettingValues;

/** Brings the tables up to date without starting a server. */
public final class Migration {
  private Migration() {}

  /**
   * Runs what has not been run.
   *
   * @return how many migrations were run
   * @throws StartException when the database refuses
   */
  public static int run(SettingValues settings) {
    Database database = Installation.database(settings);
    try {
      return Flyway.configure()
          .driver(database.vendor().driver())
          .dataSource(database.url(), database.user(), database.password())
          .locations(database.vendor().migrations().toArray(String[]::new))
          .load()
          .migrate()
          .migrationsExecuted;
    } catch (FlywayException e) {
      throw StartException.of(e, settings);
    }
  }
}
