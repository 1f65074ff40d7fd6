package org.polydesk.application.ticket.out;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.polydesk.application.shared.Slice;
import org.polydesk.application.ticket.out.TicketReadings.Person;
import org.polydesk.domain.listing.TicketFacts;
import org.polydesk.domain.listing.TicketSearch.Field;
import org.polydesk.domain.listing.TicketSearch.Words;
import org.polydesk.domain.listing.Viewer;
import org.polydesk.domain.ticket.Ticket;

/** Asks the filter of the domain about every ticket. */
public final class InMemoryTicketListings implements TicketListings {
  private final InMemoryTickets tickets;
  private final InMemoryConversations conversations;
  private final InMemoryTicketTasks tasks;
  private final InMemoryReadMarks marks;
  private final InMemoryTicketReadings readings;

  public InMemoryTicketListings(
      InMemoryTickets tickets,
      InMemoryConversations conversations,
      InMemoryTicketTasks tasks,
      InMemoryReadMarks marks,
      InMemoryTicketReadings readings) {
    this.tickets = tickets;
    this.conversations = conversations;
    this.tasks = tasks;
    this.marks = marks;
    this.readings = readings;
  }

  @Override
  public List<TicketLine> find(Question question, Slice slice) {
    return matching(question)
        .filter(ticket -> slice.below().map(end -> ticket.number().value() < end).orElse(true))
        .sorted(Comparator.comparingLong((Ticket ticket) -> ticket.number().value()).reversed())
        .skip(slice.skip())
        .limit(slice.length())
        .map(ticket -> line(ticket, question))
        .toList();
  }

  @Override
  public long count(Question question, OptionalLong atMost) {
    return matching(question).limit(atMost.orElse(Long.MAX_VALUE)).count();
  }

  private Stream<Ticket> matching(Question question) {
    return tickets.ofDesk(question.desk()).stream()
        .filter(ticket -> question.filter().matches(facts(ticket), question.viewer()))
        .filter(ticket -> question.sought().map(sought -> finds(sought, ticket)).orElse(true));
  }

  /** What lists look at in {@code ticket}. */
  private TicketFacts facts(Ticket ticket) {
    return new TicketFacts(
        ticket.people().requester(),
        ticket.people().technician(),
        ticket.people().groupId(),
        ticket.lifecycle().status().type(),
        ticket.due().inForceAt(),
        ticket.escalation().active(),
        ticket.lifecycle().isDeleted(),
        tasks.assigneesOf(ticket.id(), false),
        tasks.assigneesOf(ticket.id(), true));
  }

  private boolean finds(Sought sought, Ticket ticket) {
    Person requester = readings.person(ticket.people().requester());
    Words words =
        new Words(
            ticket.subject().text(),
            ticket.number().value(),
            Optional.empty(),
            List.of(requester.fullName(), requester.userName(), requester.email()));
    return sought.search().finds(words)
        || sought.search().fields().contains(Field.PRIORITY)
            && ticket
                .classification()
                .priorityId()
                .filter(sought.priorityIds()::contains)
                .isPresent();
  }

  private TicketLine line(Ticket ticket, Question question) {
    Viewer viewer = question.viewer();
    return new TicketLine(
        ticket.number(),
        ticket.subject().text(),
        readings.person(ticket.people().requester()),
        ticket.people().technician().map(readings::person),
        ticket.classification().priorityId(),
        ticket.lifecycle().status().id(),
        ticket.lifecycle().status().type(),
        ticket.people().groupId(),
        ticket.classification().categoryId(),
        ticket.classification().siteId(),
        ticket.classification().departmentId(),
        ticket.classification().type(),
        ticket.source(),
        ticket.lifecycle().openedAt(),
        ticket.updatedAt(),
        ticket.due().shownAt(),
        isOverdue(ticket, viewer),
        ticket.escalation().active(),
        marks.isMarked(ticket.id(), viewer.id()),
        !conversations.attachmentsOf(ticket.id(), question.notes()).isEmpty());
  }

  private static boolean isOverdue(Ticket ticket, Viewer viewer) {
    return !ticket.lifecycle().status().type().isDone()
        && ticket.due().inForceAt().filter(due -> due.isBefore(viewer.now())).isPresent();
  }
}
