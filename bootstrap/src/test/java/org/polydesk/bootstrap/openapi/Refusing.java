package org.polydesk.bootstrap.openapi;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;

/** What H2 calls where it is to refuse as a store in trouble does. */
public final class Refusing {
  private Refusing() {}

  /** A function that fails as every statement does while the server goes down. */
  public static boolean goingDown() throws SQLException {
    throw new SQLException("going down", "57P01");
  }

  /** Fails as a change does that somebody else's came before. */
  public static final class LostRace implements Trigger {
    @Override
    public void fire(Connection connection, Object[] before, Object[] after) throws SQLException {
      throw new SQLException("somebody was faster", "40001");
    }
  }
}
