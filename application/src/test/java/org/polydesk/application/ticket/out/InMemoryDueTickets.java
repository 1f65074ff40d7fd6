package org.polydesk.application.ticket.out;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.polydesk.application.desk.out.InMemoryDeskSetups;
import org.polydesk.application.fixture.InMemoryStore;
import org.polydesk.application.fixture.InMemoryStore.Table;
import org.polydesk.application.ticket.out.TicketRepository.Stored;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.sla.SlaPolicyId;
import org.polydesk.domain.ticket.StatusType;
import org.polydesk.domain.ticket.Ticket;
import org.polydesk.domain.ticket.TicketId;

/** What is due, in memory. */
public final class InMemoryDueTickets implements DueTickets {
  private final InMemoryStore store;
  private final InMemoryTickets tickets;
  private final InMemoryConversations conversations;
  private final InMemoryTicketTasks tasks;
  private final InMemoryDeskSetups setups;

  /** For which due date a ticket has been noted. */
  private final Table<TicketId, Instant> noted;

  public InMemoryDueTickets(
      InMemoryStore store,
      InMemoryTickets tickets,
      InMemoryConversations conversations,
      InMemoryTicketTasks tasks,
      InMemoryDeskSetups setups) {
    this.store = store;
    this.tickets = tickets;
    this.conversations = conversations;
    this.tasks = tasks;
    this.setups = setups;
    this.noted = store.table();
  }

  private static List<DueTicket> first(
      Stream<Ticket> found,
      Function<Ticket, Optional<Instant>> since,
      Instant until,
      Optional<DueTicket> after,
      int atMost) {
    Comparator<DueTicket> order =
        Comparator.comparing(DueTicket::dueAt).thenComparing(due -> due.id().value());
    return found
        .flatMap(
            ticket ->
                since.apply(ticket).stream()
                    .map(at -> new DueTicket(ticket.desk(), ticket.id(), ticket.number(), at)))
        .filter(due -> !due.dueAt().isAfter(until))
        .filter(due -> after.filter(last -> order.compare(due, last) <= 0).isEmpty())
        .sorted(order)
        .limit(atMost)
        .toList();
  }

  @Override
  public List<DueTicket> byClock(Instant now, Optional<DueTicket> after, int atMost) {
    return first(tickets.all().stream().map(Stored::ticket), this::nextEventAt, now, after, atMost);
  }

  private Optional<Instant> nextEventAt(Ticket ticket) {
    return tickets
        .findByNumber(ticket.desk(), ticket.number())
        .orElseThrow()
        .clocks()
        .nextEventAt(
            setups
                .existing(ticket.desk())
                .slas()
                .termsOf(
                    ticket.slaId().map(SlaPolicyId::new), ticket.classification().priorityId()));
  }

  private Stream<Ticket> present(DeskId desk) {
    return tickets.ofDesk(desk).stream().filter(ticket -> !ticket.lifecycle().isDeleted());
  }

  private static boolean is(Ticket ticket, StatusType type) {
    return ticket.lifecycle().status().type() == type;
  }

  @Override
  public List<DueTicket> resolvedUntil(
      DeskId desk, Instant until, boolean tasksDone, Optional<DueTicket> after, int atMost) {
    return first(
        present(desk)
            .filter(ticket -> is(ticket, StatusType.RESOLVED))
            .filter(ticket -> !tasksDone || !tasks.hasOpenTask(ticket.id())),
        ticket -> ticket.lifecycle().resolvedAt(),
        until,
        after,
        atMost);
  }

  @Override
  public List<DueTicket> closedUntil(
      DeskId desk, Instant until, Optional<DueTicket> after, int atMost) {
    return first(
        present(desk)
            .filter(ticket -> is(ticket, StatusType.CLOSED) && !ticket.lifecycle().locked()),
        ticket -> ticket.lifecycle().closedAt(),
        until,
        after,
        atMost);
  }

  @Override
  public int markPastDue(DeskId desk, Instant now, int atMost) {
    return store.run(
        () -> {
          List<Ticket> passed =
              present(desk)
                  .filter(ticket -> !ticket.lifecycle().status().type().isDone())
                  .filter(ticket -> dueAt(ticket).filter(at -> at.isBefore(now)).isPresent())
                  .filter(ticket -> !dueAt(ticket).equals(noteOn(ticket)))
                  .sorted(Comparator.comparing(ticket -> dueAt(ticket).orElseThrow()))
                  .limit(atMost)
                  .toList();
          passed.forEach(ticket -> noted.rows().put(ticket.id(), dueAt(ticket).orElseThrow()));
          return passed.size();
        });
  }

  private static Optional<Instant> dueAt(Ticket ticket) {
    return ticket.due().inForceAt();
  }

  private Optional<Instant> noteOn(Ticket ticket) {
    return Optional.ofNullable(noted.rows().get(ticket.id()));
  }

  @Override
  public List<DeskId> desks() {
    return setups.desks();
  }

  @Override
  public void forgetWaitingFiles(Instant before) {
    conversations.forgetWaiting(before);
  }
}
