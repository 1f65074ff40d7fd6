package org.polydesk.application.ticket;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.polydesk.application.audit.out.AuditTrail;
import org.polydesk.application.audit.out.AuditTrail.AuditLine;
import org.polydesk.application.desk.DeskSetup;
import org.polydesk.application.desk.out.DeskSetups;
import org.polydesk.application.field.FieldBook;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.identity.Right;
import org.polydesk.application.shared.UnitOfWork;
import org.polydesk.application.ticket.in.ReadConversationUseCase;
import org.polydesk.application.ticket.out.Conversations;
import org.polydesk.application.ticket.out.TicketRepository;
import org.polydesk.application.user.out.UserRepository;
import org.polydesk.domain.attachment.Attachment;
import org.polydesk.domain.audit.AuditFact;
import org.polydesk.domain.conversation.Entry;
import org.polydesk.domain.conversation.EntryId;
import org.polydesk.domain.conversation.EntryKind;
import org.polydesk.domain.conversation.Visibility;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.ticket.Ticket;
import org.polydesk.domain.ticket.TicketId;
import org.polydesk.domain.ticket.TicketNumber;
import org.polydesk.domain.user.User;
import org.polydesk.domain.user.UserId;

/** Puts conversations together; a handful of statements, however long they are. */
@Singleton
public final class ReadConversationService implements ReadConversationUseCase {
  /** Fields whose values are people. */
  private static final Set<String> PEOPLE = Set.of("requester", "technician");

  private final VisibleTickets visible;
  private final TicketRepository tickets;
  private final Conversations conversations;
  private final AuditTrail audit;
  private final UserRepository users;
  private final DeskSetups setups;
  private final UnitOfWork unitOfWork;

  @Inject
  public ReadConversationService(
      VisibleTickets visible,
      TicketRepository tickets,
      Conversations conversations,
      AuditTrail audit,
      UserRepository users,
      DeskSetups setups,
      UnitOfWork unitOfWork) {
    this.visible = visible;
    this.tickets = tickets;
    this.conversations = conversations;
    this.audit = audit;
    this.users = users;
    this.setups = setups;
    this.unitOfWork = unitOfWork;
  }

  @Override
  public Conversation read(TicketNumber number, Caller caller) {
    return unitOfWork.read(() -> of(visible.existing(number, caller), caller));
  }

  @Override
  public Conversation around(EntryId id, Caller caller) {
    return unitOfWork.read(
        () -> {
          TicketId where =
              conversations
                  .findEntry(id)
                  .filter(entry -> isReadable(entry, caller))
                  .map(Entry::ticket)
                  .orElse(VisibleTickets.NOWHERE);
          Ticket ticket =
              visible
                  .seen(tickets.findById(where), caller)
                  .orElseThrow(() -> DeskException.notFound("entry"));
          return of(ticket, caller);
        });
  }

  private static boolean isReadable(Entry entry, Caller caller) {
    return entry.visibility() == Visibility.PUBLIC || caller.may(Right.READ_NOTES);
  }

  private Conversation of(Ticket ticket, Caller caller) {
    List<Entry> entries = conversations.entriesOf(ticket.id());
    Map<Optional<EntryId>, List<Attachment>> files =
        conversations.attachmentsOf(ticket.id()).stream()
            .collect(Collectors.groupingBy(Attachment::entry));
    DeskSetup setup = setups.existing(ticket.desk());
    List<AuditLine> changes =
        readable(audit.lines(ticket.desk(), "ticket", ticket.number().toString()), setup, caller);
    List<Line> lines =
        entries.stream()
            .filter(entry -> isReadable(entry, caller))
            .map(entry -> new Line(entry, files.getOrDefault(Optional.of(entry.id()), List.of())))
            .toList();
    Line opening =
        lines.stream()
            .filter(line -> line.entry().kind() == EntryKind.CREATED)
            .findFirst()
            .orElseThrow();
    return new Conversation(
        ticket,
        opening,
        lines.stream().filter(line -> line != opening).toList(),
        files.getOrDefault(Optional.<EntryId>empty(), List.of()),
        changes,
        people(ticket, entries, changes),
        setup.catalogue());
  }

  /** Without what became of fields that the caller does not know of. */
  private static List<AuditLine> readable(List<AuditLine> lines, DeskSetup setup, Caller caller) {
    Set<Optional<String>> secret = FieldBook.secretKeys(setup, caller);
    return secret.isEmpty()
        ? lines
        : lines.stream()
            .map(line -> new AuditLine(line.number(), readable(line.facts(), secret)))
            .filter(line -> !line.facts().isEmpty())
            .toList();
  }

  private static List<AuditFact> readable(List<AuditFact> facts, Set<Optional<String>> secret) {
    return facts.stream()
        .filter(fact -> !secret.contains(fact.field().flatMap(FieldBook::keyOf)))
        .toList();
  }

  private Map<UserId, User> people(Ticket ticket, List<Entry> entries, List<AuditLine> changes) {
    Set<UserId> ids =
        Stream.of(
                entries.stream().flatMap(entry -> entry.author().stream()),
                changes.stream()
                    .flatMap(line -> line.facts().stream())
                    .flatMap(fact -> fact.onBehalfOf().or(fact::actor).stream()),
                changes.stream()
                    .flatMap(line -> line.facts().stream())
                    .filter(fact -> fact.field().filter(PEOPLE::contains).isPresent())
                    .flatMap(
                        fact -> Stream.concat(fact.oldValue().stream(), fact.newValue().stream()))
                    .map(id -> new UserId(UUID.fromString(id))),
                Stream.of(ticket.people().requester()))
            .flatMap(ids0 -> ids0)
            .collect(Collectors.toSet());
    return users.findAll(ticket.desk(), ids);
  }
}
