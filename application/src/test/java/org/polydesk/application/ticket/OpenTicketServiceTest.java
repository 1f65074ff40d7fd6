package org.polydesk.application.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.polydesk.application.fixture.UserBuilder.aUser;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.polydesk.application.attachment.NewAttachment;
import org.polydesk.application.attachment.UnfitFiles;
import org.polydesk.application.attachment.out.InMemoryBlobStore;
import org.polydesk.application.fixture.InMemoryPorts;
import org.polydesk.application.fixture.Setups;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.identity.Right;
import org.polydesk.application.identity.Scope;
import org.polydesk.application.outbox.out.Outbox.Channel;
import org.polydesk.application.ticket.in.OpenTicketCommand;
import org.polydesk.application.ticket.in.OpenTicketUseCase.OpenedTicket;
import org.polydesk.application.ticket.out.TicketRepository.Stored;
import org.polydesk.domain.attachment.FileTypePolicy;
import org.polydesk.domain.audit.AuditFact;
import org.polydesk.domain.conversation.Body;
import org.polydesk.domain.conversation.Entry;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.ErrorCode;
import org.polydesk.domain.error.Violation;
import org.polydesk.domain.ticket.Classification;
import org.polydesk.domain.ticket.Subject;
import org.polydesk.domain.ticket.Ticket;
import org.polydesk.domain.ticket.TicketSource;
import org.polydesk.domain.ticket.TicketType;
import org.polydesk.domain.user.Role;
import org.polydesk.domain.user.User;
import org.polydesk.domain.user.UserId;

final class OpenTicketServiceTest {
  /** A Wednesday, 11:00 in Paris. */
  private static final Instant NOW = Instant.parse("2026-03-04T10:00:00Z");

  private final InMemoryPorts ports = new InMemoryPorts();
  private final InMemoryBlobStore blobs = new InMemoryBlobStore();
  private final User alice = aUser().build();
  private final User bob = aUser().build();
  private final User carol = aUser().role(Role.MEMBER).build();
  private final User stranger = aUser().in(new DeskId(2)).build();
  private final Caller staff =
      Caller.of(alice, Set.of(Right.CREATE, Right.ACT_FOR_OTHERS), Scope.DESK, "test");
  private final Caller member = Caller.of(carol, Set.of(Right.CREATE), Scope.OWN, "test");
  private OpenTicketService service;

  private int site = 1;
  private int status = Setups.OPEN.id();
  private UserId requester = alice.id();
  private Optional<Integer> priority = Optional.of(2);
  private Optional<UUID> guid = Optional.empty();
  private Optional<UserId> technician = Optional.empty();
  private Optional<Instant> dueAt = Optional.empty();
  private List<NewAttachment> files = List.of();

  @BeforeEach
  void fillTheDesk() {
    ports.setups().save(Setups.aDeskSetup(DeskId.DEFAULT));
    ports.setups().save(Setups.aDeskSetup(new DeskId(2)));
    List.of(alice, bob, carol, stranger).forEach(ports.users()::add);
    service =
        new OpenTicketService(
            ports.tickets(),
            new VisibleTickets(ports.tickets(), ports.ties()),
            ports.conversations(),
            new TicketPeople(ports.users()),
            new AutoAssignment(ports.pool(), ports.users()),
            ports.setups(),
            new TicketFiles(
                ports.conversations(), new FileTypePolicy(FileTypePolicy.DEFAULT_EXTENSIONS)),
            ports.audit(),
            ports.outbox(),
            ports.unitOfWork(),
            Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private OpenTicketCommand command() {
    Optional<Integer> none = Optional.empty();
    return new OpenTicketCommand(
        guid,
        new Subject("Printer on fire"),
        Body.plain("It burns."),
        TicketSource.MANUAL,
        requester,
        technician,
        none,
        List.of(),
        new Classification(
            TicketType.TICKET,
            Optional.of(site),
            Optional.of(1),
            none,
            none,
            none,
            none,
            none,
            priority,
            none,
            none,
            none,
            Optional.empty(),
            List.of()),
        status,
        dueAt,
        none,
        files,
        UnfitFiles.SKIPPED);
  }

  private OpenedTicket open() {
    return service.open(command(), staff);
  }

  private List<Violation> refusedTo(Caller caller) {
    var refusal = assertThrows(DeskException.class, () -> service.open(command(), caller));
    assertEquals(ErrorCode.INVALID_FIELD, refusal.code());
    return refusal.violations();
  }

  private NewAttachment file(String name, String content) throws IOException {
    return new NewAttachment(
        name, blobs.stage(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8))));
  }

  @Test
  void openShouldStoreTheTicketItsEntryAndItsClocks() {
    Ticket ticket = open().ticket();

    Stored stored = ports.tickets().findByNumber(DeskId.DEFAULT, ticket.number()).orElseThrow();
    assertEquals(ticket, stored.ticket());
    assertEquals(1, ticket.number().value());
    assertEquals(NOW, ticket.lifecycle().openedAt());
    assertEquals(Optional.of(Setups.STANDARD.value()), ticket.slaId());
    List<Entry> entries = ports.conversations().entriesOf(ticket.id());
    assertEquals(1, entries.size());
    assertEquals(Body.plain("It burns."), entries.get(0).body());
    assertTrue(facts(ticket).stream().anyMatch(fact -> fact.action().equals("created")));
  }

  private List<AuditFact> facts(Ticket ticket) {
    return ports.audit().about(DeskId.DEFAULT, "ticket", ticket.number().toString());
  }

  /** Eight business hours from 11:00: six today, two tomorrow; an answer within one. */
  @Test
  void openShouldWorkOutTheDueDates() {
    dueAt = Optional.of(NOW.plusSeconds(1));

    Ticket ticket = open().ticket();

    assertEquals(Optional.of(Instant.parse("2026-03-05T10:00:00Z")), ticket.due().inForceAt());
    assertEquals(Optional.of(Instant.parse("2026-03-04T11:00:00Z")), ticket.due().responseDueAt());
  }

  @Test
  void openShouldLeaveTheManualDateWithoutATarget() {
    priority = Optional.empty();
    dueAt = Optional.of(NOW.plusSeconds(1));

    assertEquals(dueAt, open().ticket().due().inForceAt());
  }

  @Test
  void openShouldRefuseCallersWithoutTheRight() {
    Caller nobody = Caller.of(alice, Set.of(), Scope.DESK, "test");
    site = 999;

    var refusal = assertThrows(DeskException.class, () -> service.open(command(), nobody));

    assertEquals(ErrorCode.NOT_ALLOWED, refusal.code());
  }

  @Test
  void openShouldTellEverythingThatIsUnknownAtOnce() {
    site = 999;
    status = 99;
    priority = Optional.of(9);
    requester = new UserId(UUID.randomUUID());
    technician = Optional.of(stranger.id());
    dueAt = Optional.of(NOW);

    assertEquals(
        List.of(
            Violation.unknown("requester"),
            Violation.unknown("technician"),
            Violation.unknown("priority"),
            Violation.unknown("site"),
            Violation.unknown("status"),
            Violation.refused("dueAt", "The due date must be after now.")),
        refusedTo(staff));
    assertEquals(List.of(), ports.messages());
  }

  @Test
  void openShouldRefuseADoneStatus() {
    status = Setups.CLOSED.id();

    assertEquals("status", refusedTo(staff).get(0).field());
  }

  @Test
  void openShouldLetMembersNameThemselvesOnly() {
    requester = alice.id();
    assertEquals(List.of(Violation.unknown("requester")), refusedTo(member));

    requester = carol.id();
    assertEquals(carol.id(), service.open(command(), member).ticket().people().requester());
    assertEquals(carol.id(), open().ticket().people().requester());
  }

  @Test
  void openShouldNotGiveTicketsToMembers() {
    technician = Optional.of(carol.id());

    assertEquals(List.of(Violation.unknown("technician")), refusedTo(staff));
  }

  @Test
  void openShouldTellTheTechnicianUnlessHeOpenedItHimself() {
    technician = Optional.of(bob.id());
    open();
    assertTrue(
        ports.messages().stream()
            .anyMatch(
                message ->
                    message.channel() == Channel.MAIL
                        && message.toUser().equals(Optional.of(bob.id()))));
    int told = ports.messages().size();

    technician = Optional.of(alice.id());
    open();

    assertFalse(
        ports.messages().subList(told, ports.messages().size()).stream()
            .anyMatch(message -> message.event().name().equals("ASSIGNED")));
  }

  @Test
  void openShouldGiveTheTicketOfAGuidBack() {
    guid = Optional.of(UUID.randomUUID());
    OpenedTicket first = open();
    int messages = ports.messages().size();
    site = 999;

    OpenedTicket second = open();

    assertFalse(first.replayed());
    assertTrue(second.replayed());
    assertEquals(first.ticket(), second.ticket());
    assertEquals(first.description(), second.description());
    assertEquals(messages, ports.messages().size());
  }

  @Test
  void openShouldRefuseAGuidOfAnotherRequester() {
    guid = Optional.of(UUID.randomUUID());
    open();

    requester = carol.id();
    assertEquals(List.of(Violation.unknown("guid")), refusedTo(member));

    requester = alice.id();
    assertEquals(List.of(Violation.unknown("requester")), refusedTo(member));
  }

  /** Bob works for others and sees what is his own, of which a ticket that he opened is none. */
  @Test
  void openShouldGiveTheTicketOfAGuidToWhoSeesOrOpenedIt() {
    Caller restricted =
        Caller.of(bob, Set.of(Right.CREATE, Right.ACT_FOR_OTHERS), Scope.OWN, "test");
    requester = carol.id();
    guid = Optional.of(UUID.randomUUID());
    Ticket ticket = open().ticket();
    assertEquals(List.of(Violation.unknown("guid")), refusedTo(restricted));
    assertEquals(ticket, service.open(command(), member).ticket());

    guid = Optional.of(UUID.randomUUID());
    ticket = service.open(command(), restricted).ticket();
    assertEquals(ticket, service.open(command(), restricted).ticket());
    assertEquals(ticket, open().ticket());
  }

  @Test
  void openShouldTakeTheSameGuidInAnotherDesk() {
    guid = Optional.of(UUID.randomUUID());
    Ticket first = open().ticket();
    requester = stranger.id();
    Caller other =
        Caller.of(stranger, Set.of(Right.CREATE, Right.ACT_FOR_OTHERS), Scope.DESK, "test");

    Ticket second = service.open(command(), other).ticket();

    assertEquals(first.guid(), second.guid());
    assertNotEquals(first.id(), second.id());
  }

  @Test
  void openShouldKeepFitFilesAndRememberTheOthers() throws IOException {
    files =
        List.of(
            file("x/report.pdf", "%PDF"),
            file("setup.exe", "MZ"),
            file("empty.pdf", ""),
            file("page.png", "<html>"));

    OpenedTicket opened = open();

    assertEquals(List.of("setup.exe", "empty.pdf", "page.png"), opened.skippedFiles());
    assertEquals(
        List.of("setup.exe", "empty.pdf", "page.png"),
        facts(opened.ticket()).stream()
            .filter(fact -> fact.action().equals("fileSkipped"))
            .map(fact -> fact.newValue().orElseThrow())
            .toList());
    assertTrue(blobs.open(files.get(0).bytes().digest()).isPresent());
    assertFalse(blobs.open(files.get(1).bytes().digest()).isPresent());
  }

  @Test
  void openShouldNumberTicketsInTheirOrder() {
    long first = open().ticket().number().value();
    site = 999;
    refusedTo(staff);
    site = 1;

    assertTrue(open().ticket().number().value() > first);
  }

  @Test
  void openShouldHaveTheDeskChooseATechnicianWhereNobodyDid() {
    OpenedTicket chosen = open();
    technician = Optional.of(bob.id());
    OpenedTicket given = open();

    Optional<UserId> choice = chosen.ticket().people().technician();
    assertTrue(choice.isPresent());
    assertEquals(
        List.of(Optional.of(choice.get().toString()), Optional.empty()),
        Stream.of(chosen, given).map(this::choiceTold).toList());
    assertEquals(Optional.of(bob.id()), given.ticket().people().technician());
  }

  private Optional<String> choiceTold(OpenedTicket opened) {
    return ports
        .audit()
        .about(DeskId.DEFAULT, "ticket", opened.ticket().number().toString())
        .stream()
        .filter(fact -> fact.action().equals("assigned"))
        .findFirst()
        .flatMap(AuditFact::newValue);
  }
}
