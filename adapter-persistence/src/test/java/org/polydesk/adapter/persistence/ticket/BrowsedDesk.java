package org.polydesk.adapter.persistence.ticket;

import static org.polydesk.application.fixture.TicketBuilder.MONDAY;
import static org.polydesk.application.fixture.TicketBuilder.aTicket;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.polydesk.adapter.persistence.testing.JdbcPorts;
import org.polydesk.application.fixture.Setups;
import org.polydesk.application.fixture.UserBuilder;
import org.polydesk.application.identity.Scope.Reach;
import org.polydesk.application.ticket.out.TicketBrowsing.Onlooker;
import org.polydesk.application.ticket.out.TicketRepository.NewKeys;
import org.polydesk.application.ticket.out.TicketTasks.TicketTask;
import org.polydesk.domain.catalogue.StatusRow;
import org.polydesk.domain.catalogue.Tag;
import org.polydesk.domain.conversation.Body;
import org.polydesk.domain.conversation.Entry;
import org.polydesk.domain.conversation.EntryKind;
import org.polydesk.domain.conversation.Recipients;
import org.polydesk.domain.conversation.Side;
import org.polydesk.domain.conversation.Visibility;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.listing.BrowseFacts;
import org.polydesk.domain.listing.WordSearch.Words;
import org.polydesk.domain.sla.SlaClocks;
import org.polydesk.domain.ticket.Classification;
import org.polydesk.domain.ticket.DueDates;
import org.polydesk.domain.ticket.Handling;
import org.polydesk.domain.ticket.Ticket;
import org.polydesk.domain.ticket.TicketNumber;
import org.polydesk.domain.user.EmailAddress;
import org.polydesk.domain.user.Role;
import org.polydesk.domain.user.User;
import org.polydesk.domain.user.UserId;

/** A desk full of tickets of all sorts, drawn from a seed, in the store and beside it. */
final class BrowsedDesk {
  static final List<StatusRow> STATUSES =
      List.of(
          Setups.OPEN,
          Setups.PENDING,
          Setups.RESOLVED,
          Setups.CLOSED,
          Setups.ON_HOLD,
          Setups.IN_PROGRESS);

  private static final List<String> SUBJECTS =
      List.of(
          "Printer on fire",
          "PRINTER offline",
          "100% of disk used",
          "1000 disks used",
          "a_b is no abc",
          "C:\\temp is full",
          "Ο ΔΡΟΜΟΣ ΕΙΝΑΙ ΜΑΚΡΥΣ",
          "Straße gesperrt");

  private static final List<Body> TEXTS =
      List.of(
          Body.plain("The PRINTER smokes."),
          Body.plain("Nothing\nto see."),
          Body.plain("50% done, a_b\\c"),
          Body.html("<p>It is <b>bro</b>ken &amp; hot.</p>"),
          Body.plain("Straße"),
          Body.plain("secret zebra"));

  final DeskId desk;
  final List<User> users = new ArrayList<>();
  final List<Known> tickets = new ArrayList<>();
  private final JdbcPorts ports;
  private final Random random;

  /** A ticket and what is tied to it. */
  record Known(Ticket ticket, Set<UserId> tasksOf, Set<UserId> subscribers, List<Entry> entries) {}

  BrowsedDesk(JdbcPorts ports, DeskId desk, int count, long seed) {
    this.ports = ports;
    this.desk = desk;
    this.random = new Random(seed);
    ports
        .unitOfWork()
        .run(
            () -> {
              addUsers();
              for (int i = 0; i < count; i++) {
                addTicket();
              }
              return null;
            });
  }

  private void addUsers() {
    users.add(of(1, UserBuilder.aUser().in(desk).named("Ada", "Müller").categories(1).build()));
    users.add(of(2, UserBuilder.aUser().in(desk).named("Łucja", "100%").categories(2).build()));
    users.add(of(1, UserBuilder.aUser().in(desk).named("Bo", "").role(Role.MEMBER).build()));
    users.add(of(2, UserBuilder.aUser().in(desk).named("", "").contact().build()));
    users.add(of(null, UserBuilder.aUser().in(desk).withoutEmail().role(Role.MEMBER).build()));
    users.forEach(ports.users()::add);
  }

  private static User of(Integer company, User user) {
    return new User(
        user.id(),
        user.desk(),
        user.number(),
        user.userName(),
        user.email(),
        user.name(),
        user.role(),
        user.permissions(),
        user.companyManager(),
        user.groups(),
        user.categories(),
        user.sites(),
        Optional.ofNullable(company),
        user.departmentId(),
        user.avatarUrl(),
        user.preferences(),
        user.details(),
        user.securityStamp(),
        user.disabled(),
        user.away(),
        user.capacity(),
        user.version());
  }

  void addTicket() {
    NewKeys keys = ports.tickets().nextKeys(desk);
    Instant opened = MONDAY.plus(Duration.ofHours(random.nextInt(50)));
    var builder =
        aTicket()
            .in(desk)
            .id(keys.id())
            .number(keys.number())
            .about(oneOf(SUBJECTS))
            .requestedBy(oneOf(users).id())
            .priority(random.nextInt(4) == 0 ? null : 1 + random.nextInt(4))
            .tags(oneOf(List.of(new Integer[] {}, new Integer[] {1}, new Integer[] {12, 2})))
            .due(due())
            .openedAt(opened);
    if (random.nextInt(3) > 0) {
      builder.assignedTo(oneOf(users).id());
    }
    Ticket ticket = categorised(builder.build(), opened).moveTo(oneOf(STATUSES), opened);
    ticket = ticket.with(handling(ticket.handling()), opened);
    ticket = ticket.touched(MONDAY.plus(Duration.ofHours(random.nextInt(60))));
    if (random.nextInt(8) == 0) {
      ticket = ticket.delete(ticket.updatedAt());
    }
    ports.tickets().add(ticket, SlaClocks.NONE);
    tickets.add(new Known(ticket, tasks(ticket), subscribers(ticket), entries(ticket)));
  }

  private Ticket categorised(Ticket ticket, Instant at) {
    Classification from = ticket.classification();
    Optional<Integer> category =
        random.nextInt(4) == 0 ? Optional.empty() : Optional.of(1 + random.nextInt(3));
    return ticket.classify(
        new Classification(
            from.type(),
            from.siteId(),
            from.departmentId(),
            category,
            from.subCategoryId(),
            from.itemId(),
            from.tierLevelId(),
            from.companyId(),
            from.priorityId(),
            from.serviceId(),
            from.impactId(),
            from.urgencyId(),
            from.templateId(),
            from.tagIds()),
        at);
  }

  private Handling handling(Handling from) {
    Handling spoken =
        switch (random.nextInt(5)) {
          case 0 -> from.staffSpoke();
          case 1 -> from.clientSpoke(7);
          case 2 -> from.staffSpoke().notedDown();
          case 3 -> from.notedDown();
          default -> from;
        };
    return random.nextInt(4) == 0
        ? spoken.partOf(Optional.of(new TicketNumber(1 + random.nextInt(2))))
        : spoken.updatedBy(Optional.of(oneOf(users).id()));
  }

  private DueDates due() {
    Optional<Instant> drawn = Optional.of(MONDAY.plus(Duration.ofHours(random.nextInt(50))));
    return switch (random.nextInt(4)) {
      case 0 -> DueDates.asked(Optional.empty());
      case 1 -> DueDates.asked(drawn);
      case 2 -> DueDates.asked(Optional.empty()).bySla(true, drawn, drawn, Optional.empty());
      default -> DueDates.asked(drawn).bySla(true, Optional.empty(), drawn, Optional.empty());
    };
  }

  private Set<UserId> tasks(Ticket ticket) {
    Set<UserId> assignees = new HashSet<>();
    if (random.nextInt(6) == 0) {
      UserId assignee = oneOf(users).id();
      ports
          .tasks()
          .save(desk, new TicketTask(ticket.id(), 1, "Look", assignee, random.nextBoolean()));
      assignees.add(assignee);
    }
    return assignees;
  }

  private Set<UserId> subscribers(Ticket ticket) {
    Set<UserId> followers = new HashSet<>();
    if (random.nextInt(5) == 0) {
      UserId follower = oneOf(users).id();
      ports.ties().subscribe(desk, ticket.id(), follower);
      followers.add(follower);
    }
    return followers;
  }

  private List<Entry> entries(Ticket ticket) {
    List<Entry> entries = new ArrayList<>();
    entries.add(entry(ticket, EntryKind.CREATED, Visibility.PUBLIC));
    if (random.nextInt(2) == 0) {
      entries.add(entry(ticket, EntryKind.REPLY, Visibility.PUBLIC));
    }
    if (random.nextInt(3) == 0) {
      entries.add(entry(ticket, EntryKind.INTERNAL_NOTE, Visibility.INTERNAL));
    }
    entries.forEach(ports.conversations()::add);
    return entries;
  }

  private Entry entry(Ticket ticket, EntryKind kind, Visibility visibility) {
    return new Entry(
        ports.conversations().nextEntryId(),
        ticket.id(),
        kind,
        Side.STAFF,
        visibility,
        Optional.of(oneOf(users).id()),
        Optional.empty(),
        Optional.empty(),
        oneOf(TEXTS),
        Recipients.NONE,
        false,
        MONDAY);
  }

  private <T> T oneOf(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  /**
   * A technician and a member with each reach and with several, a program that sees all, and one
   * who is blind.
   */
  List<Onlooker> onlookers() {
    List<Onlooker> all = new ArrayList<>();
    all.add(new Onlooker(Optional.empty(), Set.of(Reach.DESK), Optional.empty(), Set.of(), true));
    all.add(new Onlooker(Optional.empty(), Set.of(Reach.OWN), Optional.empty(), Set.of(), false));
    for (User user : List.of(users.get(0), users.get(2))) {
      for (Set<Reach> reaches :
          List.of(
              Set.of(Reach.OWN),
              Set.of(Reach.OWN, Reach.SUBSCRIBED),
              Set.of(Reach.SUBSCRIBED),
              Set.of(Reach.COMPANY, Reach.OWN),
              Set.of(Reach.COMPANY),
              Set.of(Reach.CATEGORIES),
              Set.of(Reach.CATEGORIES, Reach.OWN))) {
        all.add(onlooker(user, reaches, reaches.contains(Reach.CATEGORIES)));
      }
      all.add(onlooker(user, Set.of(Reach.DESK), true));
      all.add(onlooker(user, Set.of(Reach.DESK), false));
    }
    all.add(onlooker(users.get(0), Set.of(), true));
    return all;
  }

  static Onlooker onlooker(User user, Set<Reach> reaches, boolean readsNotes) {
    return new Onlooker(
        Optional.of(user.id()), reaches, user.companyId(), user.categories(), readsNotes);
  }

  boolean sees(Onlooker onlooker, Known known) {
    return !known.ticket().lifecycle().isDeleted()
        && onlooker.reaches().stream().anyMatch(reach -> reaches(reach, onlooker, known));
  }

  private boolean reaches(Reach reach, Onlooker onlooker, Known known) {
    Ticket ticket = known.ticket();
    return switch (reach) {
      case DESK -> true;
      case OWN ->
          onlooker
              .user()
              .filter(u -> ticket.people().isOwn(u) || known.tasksOf().contains(u))
              .isPresent();
      case SUBSCRIBED -> onlooker.user().filter(known.subscribers()::contains).isPresent();
      case COMPANY ->
          onlooker.companyId().isPresent() && onlooker.companyId().equals(companyOf(ticket));
      case CATEGORIES ->
          ticket.classification().categoryId().filter(onlooker.categories()::contains).isPresent();
    };
  }

  Optional<Integer> companyOf(Ticket ticket) {
    return user(ticket.people().requester()).companyId();
  }

  User user(UserId id) {
    return users.stream().filter(user -> user.id().equals(id)).findFirst().orElseThrow();
  }

  /** What a query looks at, as {@code onlooker} sees it. */
  BrowseFacts facts(Known known, Onlooker onlooker) {
    Ticket ticket = known.ticket();
    return new BrowseFacts(
        ticket,
        companyOf(ticket),
        ticket.lifecycle().status().id() == Setups.OPEN.id(),
        onlooker.readsNotes(),
        onlooker.user().filter(known.subscribers()::contains).isPresent(),
        words(known, onlooker));
  }

  private Words words(Known known, Onlooker onlooker) {
    Ticket ticket = known.ticket();
    return new Words(
        ticket.number().value(),
        ticket.subject().text(),
        known.entries().get(0).body().folded(),
        known.entries().stream()
            .skip(1)
            .filter(e -> onlooker.readsNotes() || e.visibility() == Visibility.PUBLIC)
            .map(e -> e.body().folded())
            .toList(),
        Stream.concat(Stream.of(ticket.people().requester()), ticket.people().technician().stream())
            .map(this::user)
            .flatMap(
                user ->
                    Stream.of(
                        user.name().full(),
                        user.userName().orElse(""),
                        user.email().map(EmailAddress::text).orElse("")))
            .toList(),
        Setups.aCatalogue().tags().stream()
            .filter(tag -> ticket.classification().tagIds().contains(tag.id()))
            .map(Tag::text)
            .collect(Collectors.toList()));
  }
}
