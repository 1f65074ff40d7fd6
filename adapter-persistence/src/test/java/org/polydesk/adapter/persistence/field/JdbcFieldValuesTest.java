package org.polydesk.adapter.persistence.field;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.polydesk.adapter.persistence.testing.JdbcPorts;
import org.polydesk.adapter.persistence.testing.OnH2;
import org.polydesk.adapter.persistence.testing.OnPostgres;
import org.polydesk.application.field.out.FieldValues;
import org.polydesk.application.field.out.FieldValues.Owner;
import org.polydesk.application.fixture.StoreContract;
import org.polydesk.domain.catalogue.FieldValue;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.ticket.TicketId;

final class JdbcFieldValuesTest {

  interface Contract extends StoreContract {
    @Override
    JdbcPorts ports();

    private FieldValues values() {
      return ports().bean(FieldValues.class);
    }

    private void keep(DeskId desk, Owner owner, Map<Integer, Optional<FieldValue>> values) {
      run(() -> values().keep(desk, owner, values));
    }

    private static Optional<FieldValue> text(String text) {
      return Optional.of(new FieldValue.Text(text));
    }

    @Test
    default void valuesShouldBeKeptReplacedAndTakenAway() {
      DeskId desk = aNewDesk();
      Owner ticket = Owner.ticket(new TicketId(7));

      keep(desk, ticket, Map.of(1, text("a"), 2, text("b"), 3, text("c")));
      keep(desk, ticket, Map.of(1, text("A"), 2, Optional.empty(), 4, Optional.empty()));

      assertEquals(Map.of(ticket, Map.of(1, "A", 3, "c")), values().of(desk, List.of(ticket)));
    }

    @Test
    default void ownersShouldNotMeet() {
      DeskId desk = aNewDesk();
      DeskId other = aNewDesk();
      Owner ticket = Owner.ticket(new TicketId(7));
      Owner company = Owner.company(7);

      keep(desk, ticket, Map.of(1, text("ticket")));
      keep(desk, company, Map.of(1, text("company")));
      keep(other, ticket, Map.of(1, text("other")));

      assertEquals(
          Map.of(ticket, Map.of(1, "ticket"), company, Map.of(1, "company")),
          values().of(desk, List.of(ticket, company, Owner.asset(7))));
      run(() -> values().forget(desk, ticket));
      assertEquals(Map.of(), values().of(desk, List.of(ticket)));
      assertEquals(Map.of(ticket, Map.of(1, "other")), values().of(other, List.of(ticket)));
      assertEquals(Map.of(), values().of(desk, List.of()));
    }
  }

  @Nested
  final class InH2 extends OnH2 implements Contract {}

  @Nested
  final class InPostgres extends OnPostgres implements Contract {}
}
