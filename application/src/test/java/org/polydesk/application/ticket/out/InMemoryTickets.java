package org.polydesk.application.ticket.out;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.polydesk.application.fixture.InMemoryStore;
import org.polydesk.application.fixture.InMemoryStore.Table;
import org.polydesk.application.fixture.Versions;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.sla.SlaClocks;
import org.polydesk.domain.ticket.Ticket;
import org.polydesk.domain.ticket.TicketId;
import org.polydesk.domain.ticket.TicketNumber;

/** Tickets in memory. */
public final class InMemoryTickets implements TicketRepository {
  private final InMemoryStore store;
  private final Conversations conversations;
  private final Table<TicketId, Stored> tickets;
  private final Table<DeskId, Long> numbers;
  private final AtomicLong lastId = new AtomicLong();

  public InMemoryTickets(InMemoryStore store, Conversations conversations) {
    this.store = store;
    this.conversations = conversations;
    this.tickets = store.table();
    this.numbers = store.table();
  }

  @Override
  public NewKeys nextKeys(DeskId desk) {
    return store.read(
        () ->
            new NewKeys(
                new TicketId(lastId.incrementAndGet()),
                new TicketNumber(numbers.rows().merge(desk, 1L, Long::sum)),
                conversations.nextEntryId()));
  }

  @Override
  public void add(Ticket ticket, SlaClocks clocks) {
    store.run(
        () -> {
          if (findByGuid(ticket.desk(), ticket.guid()).isPresent()) {
            throw DeskException.staleVersion("ticket");
          }
          return tickets.rows().put(ticket.id(), new Stored(ticket, clocks));
        });
  }

  @Override
  public Optional<Stored> findByNumber(DeskId desk, TicketNumber number) {
    return find(ticket -> ticket.desk().equals(desk) && ticket.number().equals(number));
  }

  @Override
  public Optional<Ticket> findById(TicketId id) {
    return store.read(() -> Optional.ofNullable(tickets.rows().get(id)).map(Stored::ticket));
  }

  @Override
  public Optional<Ticket> findByGuid(DeskId desk, UUID guid) {
    return find(ticket -> ticket.desk().equals(desk) && ticket.guid().equals(guid))
        .map(Stored::ticket);
  }

  /** All tickets, in no order. */
  List<Stored> all() {
    return store.read(() -> List.copyOf(tickets.rows().values()));
  }

  /** All tickets of a desk, in no order. */
  List<Ticket> ofDesk(DeskId desk) {
    return store.read(
        () ->
            tickets.rows().values().stream()
                .map(Stored::ticket)
                .filter(ticket -> ticket.desk().equals(desk))
                .toList());
  }

  private Optional<Stored> find(Predicate<Ticket> wanted) {
    return store.read(
        () ->
            tickets.rows().values().stream()
                .filter(stored -> wanted.test(stored.ticket()))
                .findFirst());
  }

  @Override
  public Ticket save(Ticket ticket, SlaClocks clocks) {
    return store.run(
        () -> {
          Stored present = tickets.rows().get(ticket.id());
          if (present == null || present.ticket().version() != ticket.version()) {
            throw DeskException.staleVersion("ticket");
          }
          Ticket saved = Versions.next(ticket);
          tickets.rows().put(ticket.id(), new Stored(saved, clocks));
          return saved;
        });
  }
}
