package org.polydesk.application.ticket.out;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.polydesk.application.fixture.InMemoryStore;
import org.polydesk.application.fixture.InMemoryStore.Table;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.sla.SlaClocks;
import org.polydesk.domain.ticket.Ticket;
import org.polydesk.domain.ticket.TicketNumber;

/** Relations in memory; of assets nothing moves here. */
public final class InMemoryTicketRelations implements TicketRelations {
  private record Link(DeskId desk, TicketNumber low, TicketNumber high) {
    static Link of(DeskId desk, TicketNumber one, TicketNumber other) {
      boolean rising = one.value() <= other.value();
      return new Link(desk, rising ? one : other, rising ? other : one);
    }

    Stream<TicketNumber> otherEnd(DeskId ofDesk, TicketNumber ticket) {
      return Stream.of(low, high)
          .filter(end -> desk.equals(ofDesk) && (low.equals(ticket) || high.equals(ticket)))
          .filter(end -> !end.equals(ticket));
    }
  }

  private final InMemoryStore store;
  private final InMemoryTickets tickets;
  private final InMemoryConversations conversations;
  private final InMemoryTicketTasks tasks;
  private final InMemoryTicketTies ties;
  private final Table<Link, Boolean> links;

  public InMemoryTicketRelations(
      InMemoryStore store,
      InMemoryTickets tickets,
      InMemoryConversations conversations,
      InMemoryTicketTasks tasks,
      InMemoryTicketTies ties) {
    this.store = store;
    this.tickets = tickets;
    this.conversations = conversations;
    this.tasks = tasks;
    this.ties = ties;
    this.links = store.table();
  }

  @Override
  public boolean link(DeskId desk, TicketNumber one, TicketNumber other) {
    return store.run(() -> links.rows().put(Link.of(desk, one, other), true) == null);
  }

  @Override
  public boolean unlink(DeskId desk, TicketNumber one, TicketNumber other) {
    return store.run(() -> links.rows().remove(Link.of(desk, one, other)) != null);
  }

  @Override
  public List<TicketNumber> linkedTo(DeskId desk, TicketNumber ticket, int atMost) {
    return store.read(
        () ->
            rising(links.rows().keySet().stream().flatMap(link -> link.otherEnd(desk, ticket)))
                .limit(atMost)
                .toList());
  }

  private static Stream<TicketNumber> rising(Stream<TicketNumber> numbers) {
    return numbers.map(TicketNumber::value).sorted().map(TicketNumber::new);
  }

  @Override
  public List<TicketNumber> partsOf(DeskId desk, TicketNumber ticket, int atMost) {
    return rising(
            parts(desk, ticket).filter(part -> !part.lifecycle().isDeleted()).map(Ticket::number))
        .limit(atMost)
        .toList();
  }

  private Stream<Ticket> parts(DeskId desk, TicketNumber whole) {
    return tickets.ofDesk(desk).stream()
        .filter(part -> part.handling().parent().equals(Optional.of(whole)));
  }

  @Override
  public void move(Ticket gone, Ticket survivor) {
    store.run(
        () -> {
          conversations.move(gone.id(), survivor.id());
          tasks.move(gone.id(), survivor.id());
          ties.subscribers(gone.id())
              .forEach(user -> ties.subscribe(gone.desk(), survivor.id(), user));
          ties.subscribe(gone.desk(), survivor.id(), gone.people().requester());
          parts(gone.desk(), gone.number())
              .filter(part -> !part.id().equals(survivor.id()))
              .forEach(part -> take(part, survivor));
          moveLinks(gone, survivor);
          return null;
        });
  }

  private void take(Ticket part, Ticket survivor) {
    SlaClocks clocks = tickets.findByNumber(part.desk(), part.number()).orElseThrow().clocks();
    tickets.save(
        part.with(part.handling().partOf(Optional.of(survivor.number())), part.updatedAt()),
        clocks);
  }

  private void moveLinks(Ticket gone, Ticket survivor) {
    for (TicketNumber other : linkedTo(gone.desk(), gone.number(), Integer.MAX_VALUE)) {
      unlink(gone.desk(), gone.number(), other);
      if (!other.equals(survivor.number())) {
        link(gone.desk(), survivor.number(), other);
      }
    }
  }
}
