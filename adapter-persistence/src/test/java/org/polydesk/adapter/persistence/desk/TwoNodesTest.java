package org.polydesk.adapter.persistence.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.polydesk.application.fixture.TicketBuilder.MONDAY;
import static org.polydesk.application.fixture.TicketBuilder.aTicket;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.polydesk.adapter.persistence.testing.JdbcPorts;
import org.polydesk.adapter.persistence.testing.TestDatabase;
import org.polydesk.application.desk.DeskSetup;
import org.polydesk.application.fixture.Setups;
import org.polydesk.application.ticket.out.TicketRepository.NewKeys;
import org.polydesk.domain.catalogue.Catalogue;
import org.polydesk.domain.catalogue.StatusRow;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.sla.SlaCatalogue;
import org.polydesk.domain.sla.SlaClocks;
import org.polydesk.domain.ticket.StatusType;
import org.polydesk.domain.ticket.Ticket;

/** Two nodes over one database are one desk. */
final class TwoNodesTest {

  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  abstract static class OnTwoNodes {
    private static final DeskId DESK = DeskId.DEFAULT;

    private JdbcPorts one;
    private JdbcPorts other;

    abstract TestDatabase database();

    @BeforeAll
    final void open() {
      TestDatabase database = database();
      one = JdbcPorts.on(database);
      other = JdbcPorts.on(database);
      one.setups().save(Setups.aDeskSetup(DESK));
    }

    @AfterAll
    final void close() {
      one.close();
      other.close();
    }

    private static NewKeys keysFrom(JdbcPorts node) {
      return node.unitOfWork().run(() -> node.tickets().nextKeys(DESK));
    }

    private static Ticket ticketOf(NewKeys keys, StatusRow status) {
      return aTicket().in(DESK).id(keys.id()).number(keys.number()).status(status).build();
    }

    @Test
    void keysShouldBeDifferentAndNumbersRiseOverBothNodes() {
      List<NewKeys> keys = new ArrayList<>();
      for (int i = 0; i < 70; i++) {
        keys.add(keysFrom(one));
        keys.add(keysFrom(other));
      }

      List<Long> numbers = keys.stream().map(next -> next.number().value()).toList();
      List<Long> entries = keys.stream().map(next -> next.createdEntry().value()).toList();
      assertEquals(numbers.stream().sorted().distinct().toList(), numbers);
      assertEquals(entries.stream().sorted().distinct().toList(), entries);
      assertEquals(140, new HashSet<>(keys.stream().map(NewKeys::id).toList()).size());
    }

    @Test
    void ticketsShouldBeReadInStatusesThatTheOtherNodeHasJustAdded() {
      other.setups().existing(DESK);
      StatusRow waiting = new StatusRow(42, "Waiting for parts", StatusType.ON_HOLD, true);
      one.setups()
          .save(
              new DeskSetup(
                  Setups.aDesk(DESK),
                  new Catalogue(List.of(waiting), Map.of(), List.of()),
                  SlaCatalogue.EMPTY));
      Ticket ticket = ticketOf(keysFrom(one), waiting);

      one.unitOfWork()
          .run(
              () -> {
                one.tickets().add(ticket, SlaClocks.NONE);
                return null;
              });

      assertEquals(
          Optional.of(ticket),
          other.tickets().findByNumber(DESK, ticket.number()).map(stored -> stored.ticket()));
    }

    @Test
    void changesShouldBeLostOnNeitherNode() {
      Ticket ticket = ticketOf(keysFrom(one), Setups.OPEN);
      one.unitOfWork()
          .run(
              () -> {
                one.tickets().add(ticket, SlaClocks.NONE);
                return null;
              });
      List<Integer> attempts = new ArrayList<>();

      one.unitOfWork()
          .run(
              () -> {
                Ticket read = one.tickets().findByNumber(DESK, ticket.number()).get().ticket();
                if (attempts.isEmpty()) {
                  interfere(read);
                }
                attempts.add(attempts.size());
                return one.tickets().save(read.escalate(1), SlaClocks.NONE);
              });

      Ticket after = one.tickets().findByNumber(DESK, ticket.number()).get().ticket();
      assertEquals(2, attempts.size());
      assertEquals(3, after.version());
      assertEquals(1, after.escalation().level());
      assertEquals(Optional.of(MONDAY), after.firstResponseAt());
    }

    private void interfere(Ticket read) {
      other.unitOfWork().run(() -> other.tickets().save(read.answered(MONDAY), SlaClocks.NONE));
    }
  }

  @Nested
  final class InH2 extends OnTwoNodes {
    @Override
    TestDatabase database() {
      return TestDatabase.h2();
    }
  }

  @Nested
  final class InPostgres extends OnTwoNodes {
    @Override
    TestDatabase database() {
      return TestDatabase.postgres();
    }
  }
}
