package org.polydesk.adapter.persistence.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.polydesk.adapter.persistence.testing.JdbcPorts;
import org.polydesk.adapter.persistence.testing.OnH2;
import org.polydesk.adapter.persistence.testing.OnPostgres;
import org.polydesk.application.desk.out.DeskSetupsContract;
import org.polydesk.application.fixture.Setups;
import org.polydesk.domain.desk.DeskId;

final class JdbcDeskSetupsTest {

  private interface Jdbc extends DeskSetupsContract {
    @Override
    JdbcPorts ports();

    @Test
    default void saveShouldWriteNothingWhenNothingChanges() {
      DeskId desk = aNewDesk();

      ports().setups().save(Setups.aDeskSetup(desk));

      long version =
          ports()
              .database()
              .find(
                  "select setup_version from desk where desk_id = ?",
                  bound -> bound.number(desk.value()),
                  row -> row.number("setup_version"))
              .orElseThrow();
      assertEquals(1, version);
    }
  }

  @Nested
  final class InH2 extends OnH2 implements Jdbc {}

  @Nested
  final class InPostgres extends OnPostgres implements Jdbc {}
}
