package org.polydesk.application.ticket.out;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.polydesk.application.fixture.InMemoryStore;
import org.polydesk.application.fixture.InMemoryStore.Table;
import org.polydesk.application.user.out.UserRepository;
import org.polydesk.domain.attachment.Attachment;
import org.polydesk.domain.conversation.Body;
import org.polydesk.domain.conversation.Entry;
import org.polydesk.domain.conversation.EntryId;
import org.polydesk.domain.conversation.EntryKind;
import org.polydesk.domain.conversation.Side;
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
  private final Table<List<Object>, Boolean> tasks;
  private final Table<List<Object>, EntryId> marks;
  private final Table<TicketId, Map<Integer, ResolutionNote>> resolutions;

  public InMemoryTicketReadings(
      InMemoryStore store,
      TicketRepository tickets,
      InMemoryConversations conversations,
      UserRepository users) {
    this.tickets = tickets;
    this.conversations = conversations;
    this.users = users;
    this.tasks = store.table();
    this.marks = store.table();
    this.resolutions = store.table();
  }

  public void giveTask(TicketId ticket, UserId user) {
    tasks.rows().put(List.of(ticket, user), true);
  }

  public void markRead(TicketId ticket, UserId user, EntryId entry) {
    marks.rows().put(List.of(ticket, user), entry);
  }

  public void noteResolution(TicketId ticket, int round, String details, UserId by, Instant at) {
    resolutions
        .rows()
        .computeIfAbsent(ticket, id -> new HashMap<>())
        .put(round, new ResolutionNote(details, person(by), at));
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
        lastResolutionOf(ticket),
        reader.filter(id -> tasks.rows().containsKey(List.of(ticket.id(), id))).isPresent(),
        reader.filter(id -> hasRead(ticket, id)).isPresent());
  }

  private Body descriptionOf(Ticket ticket) {
    return conversations.entriesOf(ticket.id()).stream()
        .filter(entry -> entry.kind() == EntryKind.CREATED)
        .map(Entry::body)
        .findFirst()
        .orElseThrow();
  }

  private Optional<ResolutionNote> lastResolutionOf(Ticket ticket) {
    return resolutions.rows().getOrDefault(ticket.id(), Map.of()).entrySet().stream()
        .max(Map.Entry.comparingByKey())
        .map(Map.Entry::getValue);
  }

  private boolean hasRead(Ticket ticket, UserId reader) {
    EntryId mark = marks.rows().get(List.of(ticket.id(), reader));
    return mark != null
        && conversations.entriesOf(ticket.id()).stream()
            .noneMatch(e -> e.side() == Side.CLIENT && e.id().value() > mark.value());
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
