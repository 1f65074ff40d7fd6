package org.polydesk.bootstrap.tikting;

import java.util.Map;
import org.polydesk.adapter.persistence.testing.TestDatabase;

/** The databases that a desk runs on, each with one demo desk that all tests of the JVM share. */
public enum Store {
  H2 {
    @Override
    public Map<String, String> settings() {
      return Map.of();
    }
  },
  POSTGRESQL {
    @Override
    public Map<String, String> settings() {
      return Map.of("database.url", TestDatabase.postgres().url());
    }
  };

  private TestDesk shared;

  /** Settings that lead to a new and empty database. */
  public abstract Map<String, String> settings();

  /** A demo desk with a running clock; ends with the JVM. */
  public synchronized TestDesk shared() {
    if (shared == null) {
      shared = TestDesk.running(this);
      Runtime.getRuntime().addShutdownHook(new Thread(shared::close));
    }
    return shared;
  }
}
