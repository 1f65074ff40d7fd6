package org.polydesk.adapter.persistence.testing;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** Tests on a database of their own; all tests of a class share it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class OnH2 {
  private JdbcPorts ports;

  @BeforeAll
  final void openDatabase() {
    ports = JdbcPorts.on(TestDatabase.h2());
  }

  @AfterAll
  final void closeDatabase() {
    ports.close();
  }

  /** The node under test. */
  public final JdbcPorts ports() {
    return ports;
  }
}
