package org.polydesk.application.ticket;

import static org.polydesk.application.fixture.TicketBuilder.aTicket;
import static org.polydesk.application.fixture.UserBuilder.aUser;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.polydesk.application.attachment.UnfitFiles;
import org.polydesk.application.fixture.Entries;
import org.polydesk.application.fixture.InMemoryPorts;
import org.polydesk.application.fixture.Setups;
import org.polydesk.application.fixture.TicketBuilder;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.identity.Right;
import org.polydesk.application.identity.Scope;
import org.polydesk.application.outbox.out.Outbox.Event;
import org.polydesk.application.ticket.in.ReplyCommand;
import org.polydesk.application.ticket.in.TicketRef;
import org.polydesk.application.ticket.out.TicketRepository.NewKeys;
import org.polydesk.domain.attachment.FileTypePolicy;
import org.polydesk.domain.audit.AuditFact;
import org.polydesk.domain.catalogue.StatusRow;
import org.polydesk.domain.conversation.Body;
import org.polydesk.domain.conversation.Entry;
import org.polydesk.domain.conversation.EntryKind;
import org.polydesk.domain.conversation.Recipients;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.sla.ClockCondition;
import org.polydesk.domain.sla.SlaClocks;
import org.polydesk.domain.sla.SlaTerms;
import org.polydesk.domain.ticket.DueDates;
import org.polydesk.domain.ticket.Ticket;
import org.polydesk.domain.ticket.TicketNumber;
import org.polydesk.domain.user.EmailAddress;
import org.polydesk.domain.user.Role;
import org.polydesk.domain.user.User;

/** A desk in memory with a technician, a requester and one open ticket under an SLA. */
final class ActingDesk {
  /** Ten minutes after the ticket was opened. */
  static final Instant NOW = TicketBuilder.MONDAY.plus(Duration.ofMinutes(10));

  static final DeskId DESK = DeskId.DEFAULT;

  final InMemoryPorts ports = new InMemoryPorts();
  final User technician = aUser().build();
  final User colleague = aUser().build();
  final User requester = aUser().role(Role.MEMBER).build();
  final Caller staff = Caller.of(technician, EnumSet.allOf(Right.class), Scope.DESK, "test");
  final Caller client = Caller.of(requester, Set.of(), Scope.OWN, "test");
  final TicketTurns turns;
  final TicketPeople people;
  final TicketTalk talk;
  private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);

  ActingDesk() {
    ports.setups().save(Setups.aDeskSetup(DESK));
    List.of(technician, colleague, requester).forEach(ports.users()::add);
    people = new TicketPeople(ports.users());
    talk = new TicketTalk(ports.users(), ports.readMarks());
    turns =
        new TicketTurns(
            ports.tickets(),
            ports.ties(),
            new OpenTasks(ports.tasks()),
            ports.conversations(),
            ports.resolutions(),
            new TicketFiles(
                ports.conversations(), new FileTypePolicy(FileTypePolicy.DEFAULT_EXTENSIONS)),
            ports.audit(),
            ports.outbox(),
            ports.setups(),
            ports.unitOfWork(),
            clock);
  }

  /** The terms of a ticket of medium priority. */
  static SlaTerms terms() {
    return Setups.anSlaCatalogue().termsOf(Optional.of(Setups.STANDARD), Optional.of(2));
  }

  /** A ticket of the requester in this status, opened on a Monday morning. */
  Ticket ticketIn(StatusRow status) {
    NewKeys keys = ports.tickets().nextKeys(DESK);
    SlaClocks clocks = SlaClocks.opened(terms(), ClockCondition.RUNS, TicketBuilder.MONDAY);
    Ticket open =
        aTicket()
            .id(keys.id())
            .number(keys.number())
            .requestedBy(requester.id())
            .sla(Setups.STANDARD.value())
            .due(TicketTimes.due(DueDates.asked(Optional.empty()), clocks, terms()))
            .build();
    ports.tickets().add(open, clocks);
    ports
        .conversations()
        .add(Entries.opening(keys.createdEntry(), open.id(), requester.id(), "It burns."));
    if (status.id() == Setups.OPEN.id()) {
      return open;
    }
    SlaClocks moved =
        clocks.statusChanged(
            ClockCondition.RUNS, TicketTimes.conditionOf(status), terms(), TicketBuilder.MONDAY);
    return ports.tickets().save(open.moveTo(status, TicketBuilder.MONDAY), moved);
  }

  Ticket stored(Ticket ticket) {
    return ports.tickets().findByNumber(DESK, ticket.number()).orElseThrow().ticket();
  }

  SlaClocks clocks(Ticket ticket) {
    return ports.tickets().findByNumber(DESK, ticket.number()).orElseThrow().clocks();
  }

  List<EntryKind> kinds(Ticket ticket) {
    return ports.conversations().entriesOf(ticket.id()).stream().map(Entry::kind).toList();
  }

  Entry lastEntry(Ticket ticket) {
    List<Entry> entries = ports.conversations().entriesOf(ticket.id());
    return entries.get(entries.size() - 1);
  }

  List<Event> told() {
    return ports.messages().stream().map(message -> message.event()).toList();
  }

  List<String> changedFields(Ticket ticket) {
    return ports.audit().about(DESK, "ticket", ticket.number().toString()).stream()
        .map(AuditFact::field)
        .flatMap(Optional::stream)
        .toList();
  }

  static TicketRef ref(Ticket ticket) {
    return TicketRef.any(ticket.number());
  }

  static TicketRef missing() {
    return TicketRef.any(new TicketNumber(4711));
  }

  static ReplyCommand saying(TicketRef ticket, String text) {
    return new ReplyCommand(
        ticket,
        Optional.of("Re: fire"),
        Body.plain(text),
        new Recipients(List.of(new EmailAddress("client@example.org")), List.of()),
        false,
        List.of(),
        UnfitFiles.SKIPPED);
  }
}
