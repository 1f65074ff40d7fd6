package org.polydesk.application.ticket.out;

import java.util.List;
import java.util.Optional;
import org.polydesk.application.user.out.UserRepository;
import org.polydesk.domain.attachment.Attachment;
import org.polydesk.domain.conversation.Body;
import org.polydesk.domain.conversation.Entry;
import org.polydesk.domain.conversation.EntryKind;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.ticket.Ticket;
import org.polydesk.domain.ticket.TicketId;
import org.polydesk.domain.ticket.TicketNumber;
import org.polydesk.domain.user.EmailAddress;
import org.polydesk.domain.user.User;
import org.polydesk.domain.user.UserId;

/** Puts readings together from the other tables. */
public final class InMemoryTicketReadings implements TicketReadings {
  private final TicketRepository tickets;
  private final InMemoryConversations conversations;
  private final UserRepository users;
  private final InMemoryReadMarks marks;
  private final Resolutions resolutions;
  private final TicketTasks tasks;

  public InMemoryTicketReadings(
      TicketRepository tickets,
      InMemoryConversations conversations,
      UserRepository users,
      InMemoryReadMarks marks,
      Resolutions resolutions,
      TicketTasks tasks) {
    this.tickets = tickets;
    this.conversations = conversations;
    this.users = users;
    this.marks = marks;
    this.resolutions = resolutions;
    this.tasks = tasks;
  }

  @Override
  public Optional<TicketReading> find(DeskId desk, TicketNumber number, Optional<UserId> reader) {
    return tickets
        .findByNumber(desk, number)
        .map(TicketRepository.Stored::ticket)
        .filter(ticket -> !ticket.lifecycle().isDeleted())
        .map(ticket -> reading(ticket, reader));
  }

  private TicketReading reading(Ticket ticket, Optional<UserId> reader) {
    return new TicketReading(
        ticket,
        descriptionOf(ticket),
        person(ticket.people().requester()),
        ticket.people().technician().map(this::person),
        resolutions.find(ticket.id()).map(this::note),
        reader.filter(user -> tasks.hasTask(ticket.id(), user)).isPresent(),
        reader.filter(user -> marks.isMarked(ticket.id(), user)).isPresent());
  }

  private ResolutionNote note(Resolutions.Resolution resolution) {
    return new ResolutionNote(resolution.details(), person(resolution.by()), resolution.at());
  }

  private Body descriptionOf(Ticket ticket) {
    return conversations.entriesOf(ticket.id()).stream()
        .filter(entry -> entry.kind() == EntryKind.CREATED)
        .map(Entry::body)
        .findFirst()
        .orElseThrow();
  }

  private Person person(UserId id) {
    User user = users.findById(id).orElseThrow();
    return new Person(
        id,
        user.name().full(),
        user.userName().orElse(""),
        user.email().map(EmailAddress::text).orElse(""));
  }

  @Override
  public List<Attachment> attachments(TicketId ticket) {
    return conversations.publicAttachmentsOf(ticket);
  }
}
