package org.polydesk.application.ticket.out;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
  private static final Comparator<Ticket> NEWEST_FIRST =
      Comparator.comparing((Ticket ticket) -> ticket.lifecycle().openedAt())
          .thenComparing(ticket -> ticket.number().value())
          .reversed();

  private static final UserId NOBODY = new UserId(new UUID(0, 0));

  private final InMemoryTickets tickets;
  private final InMemoryConversations conversations;
  private final UserRepository users;
  private final TicketTasks tasks;
  private final TicketTies ties;
  private final InMemoryReadMarks marks;
  private final Resolutions resolutions;

  public InMemoryTicketReadings(
      InMemoryTickets tickets,
      InMemoryConversations conversations,
      UserRepository users,
      TicketTasks tasks,
      TicketTies ties,
      InMemoryReadMarks marks,
      Resolutions resolutions) {
    this.tickets = tickets;
    this.conversations = conversations;
    this.users = users;
    this.tasks = tasks;
    this.ties = ties;
    this.marks = marks;
    this.resolutions = resolutions;
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
        resolutionOf(ticket),
        ties.between(ticket.id(), reader.orElse(NOBODY)),
        reader.filter(id -> marks.isMarked(ticket.id(), id)).isPresent());
  }

  private Body descriptionOf(Ticket ticket) {
    return conversations.entriesOf(ticket.id()).stream()
        .filter(entry -> entry.kind() == EntryKind.CREATED)
        .map(Entry::body)
        .findFirst()
        .orElseThrow();
  }

  private Optional<ResolutionNote> resolutionOf(Ticket ticket) {
    return resolutions
        .find(ticket.id())
        .map(found -> new ResolutionNote(found.details(), person(found.by()), found.at()));
  }

  Person person(UserId id) {
    User user = users.findById(id).orElseThrow();
    return new Person(
        id,
        user.name().full(),
        user.userName().orElse(""),
        user.email().map(EmailAddress::text).orElse(""));
  }

  @Override
  public List<TicketReading> findByRequester(
      DeskId desk,
      UserId requester,
      Optional<UserId> onlyOf,
      Optional<UserId> reader,
      long skip,
      int length) {
    return requested(desk, requester, onlyOf)
        .sorted(NEWEST_FIRST)
        .skip(skip)
        .limit(length)
        .map(ticket -> reading(ticket, reader))
        .toList();
  }

  @Override
  public long countByRequester(DeskId desk, UserId requester, Optional<UserId> onlyOf) {
    return requested(desk, requester, onlyOf).count();
  }

  private Stream<Ticket> requested(DeskId desk, UserId requester, Optional<UserId> onlyOf) {
    return tickets.ofDesk(desk).stream()
        .filter(ticket -> !ticket.lifecycle().isDeleted())
        .filter(ticket -> ticket.people().requester().equals(requester))
        .filter(ticket -> onlyOf.map(user -> concerns(ticket, user)).orElse(true));
  }

  private boolean concerns(Ticket ticket, UserId user) {
    return ticket.people().isOwn(user) || tasks.hasTask(ticket.id(), user);
  }

  @Override
  public Map<TicketId, List<Attachment>> attachments(Collection<TicketId> wanted, boolean notes) {
    return wanted.stream()
        .filter(ticket -> !conversations.attachmentsOf(ticket, notes).isEmpty())
        .collect(
            Collectors.toMap(
                Function.identity(), ticket -> conversations.attachmentsOf(ticket, notes)));
  }
}
