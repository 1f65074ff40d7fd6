package org.polydesk.adapter.persistence.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.polydesk.application.fixture.TicketBuilder.MONDAY;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.polydesk.adapter.persistence.shared.Sql;
import org.polydesk.adapter.persistence.testing.JdbcPorts;
import org.polydesk.adapter.persistence.ticket.BrowsedDesk.Known;
import org.polydesk.application.fixture.Setups;
import org.polydesk.application.fixture.StoreContract;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.identity.Right;
import org.polydesk.application.identity.Scope;
import org.polydesk.application.identity.Scope.Reach;
import org.polydesk.application.shared.Total;
import org.polydesk.application.ticket.BrowseTicketsService;
import org.polydesk.application.ticket.in.BrowseTicketsUseCase;
import org.polydesk.application.ticket.in.BrowseTicketsUseCase.BrowsePage;
import org.polydesk.application.ticket.in.BrowseTicketsUseCase.BrowseWindow;
import org.polydesk.application.ticket.in.BrowseTicketsUseCase.CountedPage;
import org.polydesk.application.ticket.in.BrowseTicketsUseCase.TicketStats;
import org.polydesk.application.ticket.out.TicketBrowsing;
import org.polydesk.application.ticket.out.TicketBrowsing.Browsed;
import org.polydesk.application.ticket.out.TicketBrowsing.BrowsedTicket;
import org.polydesk.application.ticket.out.TicketBrowsing.Onlooker;
import org.polydesk.application.ticket.out.TicketBrowsing.Question;
import org.polydesk.domain.catalogue.Tag;
import org.polydesk.domain.conversation.Side;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.Texts;
import org.polydesk.domain.listing.BrowseCursor;
import org.polydesk.domain.listing.BrowseOrder;
import org.polydesk.domain.listing.BrowseOrder.Key;
import org.polydesk.domain.listing.BrowseQuery;
import org.polydesk.domain.listing.BrowseQuery.Builder;
import org.polydesk.domain.listing.BrowseQuery.Priorities;
import org.polydesk.domain.listing.TimeSpan;
import org.polydesk.domain.listing.WordSearch;
import org.polydesk.domain.listing.WordSearch.Field;
import org.polydesk.domain.ticket.StatusType;
import org.polydesk.domain.ticket.Ticket;
import org.polydesk.domain.ticket.TicketNumber;
import org.polydesk.domain.user.EmailAddress;
import org.polydesk.domain.user.User;

/** What is found by free conditions, on every database. */
interface BrowsingContract extends StoreContract {
  Instant NOW = MONDAY.plus(Duration.ofHours(25));

  @Override
  JdbcPorts ports();

  private TicketBrowsing browsing() {
    return ports().bean(TicketBrowsing.class);
  }

  private BrowsedDesk aDeskFull(int count, long seed) {
    return new BrowsedDesk(ports(), aNewDesk(), count, seed);
  }

  private static Question question(BrowsedDesk desk, Onlooker onlooker, BrowseQuery query) {
    return new Question(desk.desk, onlooker, query, Setups.OPEN.id(), tagsByWord(query), NOW);
  }

  private static Map<String, Set<Integer>> tagsByWord(BrowseQuery query) {
    return query.words().stream()
        .flatMap(search -> search.words().stream())
        .collect(
            Collectors.toMap(
                Function.identity(),
                word ->
                    Setups.aCatalogue().tags().stream()
                        .filter(tag -> Texts.folded(tag.text()).contains(word))
                        .map(Tag::id)
                        .collect(Collectors.toSet())));
  }

  private List<TicketNumber> numbers(Question question) {
    return browsing().find(question, Optional.empty(), 0, 500).stream()
        .map(found -> found.ticket().ticket().number())
        .toList();
  }

  private static List<TicketNumber> matching(
      BrowsedDesk desk, Onlooker onlooker, BrowseQuery query) {
    return desk.tickets.stream()
        .filter(known -> desk.sees(onlooker, known))
        .filter(known -> query.matches(desk.facts(known, onlooker)))
        .sorted(comparator(desk, query.order()))
        .map(known -> known.ticket().number())
        .toList();
  }

  private static Comparator<Known> comparator(BrowsedDesk desk, BrowseOrder order) {
    Comparator<Known> highestFirst =
        Comparator.comparing((Known known) -> known.ticket().number().value()).reversed();
    return Comparator.comparing(
            (Known known) -> key(desk, order.key(), known.ticket()),
            (a, b) -> {
              if (a.isEmpty() || b.isEmpty()) {
                return Boolean.compare(a.isEmpty(), b.isEmpty());
              }
              int ascending = a.get().compareTo(b.get());
              return order.descending() ? -ascending : ascending;
            })
        .thenComparing(highestFirst);
  }

  /** Padded, so that numbers and instants compare as texts. */
  private static Optional<String> key(BrowsedDesk desk, Key key, Ticket ticket) {
    Function<Instant, String> padded = at -> "%020d".formatted(at.toEpochMilli());
    Optional<User> requester = Optional.of(desk.user(ticket.people().requester()));
    Optional<User> technician = ticket.people().technician().map(desk::user);
    return switch (key) {
      case NUMBER -> Optional.of("%020d".formatted(ticket.number().value()));
      case UPDATED -> Optional.of(padded.apply(ticket.updatedAt()));
      case STATUS -> Optional.of("%020d".formatted(ticket.lifecycle().status().id()));
      case SUBJECT -> Optional.of(Texts.folded(ticket.subject().text()));
      case REQUESTER_NAME -> requester.flatMap(BrowsingContract::name);
      case REQUESTER_EMAIL -> requester.flatMap(User::email).map(EmailAddress::folded);
      case TECHNICIAN_NAME -> technician.flatMap(BrowsingContract::name);
      case TECHNICIAN_EMAIL -> technician.flatMap(User::email).map(EmailAddress::folded);
      case DUE -> ticket.due().inForceAt().map(padded);
      case WANTED -> ticket.due().manualDueAt().map(padded);
      case PRIORITY -> ticket.classification().priorityId().map("%020d"::formatted);
    };
  }

  private static Optional<String> name(User user) {
    return Optional.of(Texts.folded(user.name().full())).filter(name -> !name.isEmpty());
  }

  private static Map<String, BrowseQuery> queries(BrowsedDesk desk) {
    Map<String, Builder> all = new LinkedHashMap<>();
    Instant noon = MONDAY.plus(Duration.ofHours(20));
    all.put("everything", BrowseQuery.builder());
    all.put("rows", BrowseQuery.builder().statusIds(Set.of(1, 4)));
    all.put("no row", BrowseQuery.builder().statusIds(Set.of()));
    all.put("closed", BrowseQuery.builder().statusTypes(Set.of(StatusType.CLOSED)));
    all.put("done", BrowseQuery.builder().statusTypes(BrowseQuery.DONE));
    all.put("not done", BrowseQuery.builder().statusTypes(BrowseQuery.NOT_DONE));
    all.put("no type", BrowseQuery.builder().statusTypes(Set.of()));
    all.put("category", BrowseQuery.builder().categoryIds(Set.of(1)));
    all.put("categories", BrowseQuery.builder().categoryIds(Set.of(1, 3)));
    all.put("priority", BrowseQuery.builder().priorities(new Priorities(Set.of(2, 3), false)));
    all.put("no priority", BrowseQuery.builder().priorities(new Priorities(Set.of(), true)));
    all.put("some or none", BrowseQuery.builder().priorities(new Priorities(Set.of(2), true)));
    all.put("nothing", BrowseQuery.builder().priorities(new Priorities(Set.of(), false)));
    desk.users.forEach(
        user -> {
          all.put("by " + user.number(), BrowseQuery.builder().requester(user.id()));
          all.put("at " + user.number(), BrowseQuery.builder().technician(user.id()));
        });
    all.put("company", BrowseQuery.builder().requesterCompanyId(1));
    all.put("unassigned", BrowseQuery.builder().unassigned());
    all.put("tag", BrowseQuery.builder().tagIds(Set.of(2)));
    all.put("tags", BrowseQuery.builder().tagIds(Set.of(1, 12)));
    all.put("unknown tag", BrowseQuery.builder().tagIds(Set.of(3)));
    all.put("opened", BrowseQuery.builder().opened(TimeSpan.since(noon)));
    all.put("opened till", BrowseQuery.builder().opened(TimeSpan.before(noon)));
    all.put(
        "opened one instant",
        BrowseQuery.builder().opened(TimeSpan.since(noon).to(noon.plusMillis(1))));
    all.put("updated", BrowseQuery.builder().updated(TimeSpan.since(noon).to(NOW)));
    all.put("due", BrowseQuery.builder().due(TimeSpan.before(noon)));
    all.put("wanted", BrowseQuery.builder().wanted(TimeSpan.since(noon)));
    all.put("unanswered", BrowseQuery.builder().unanswered());
    all.put("discussed", BrowseQuery.builder().discussed());
    all.put("client", BrowseQuery.builder().lastPublicSide(Side.CLIENT));
    all.put("staff", BrowseQuery.builder().lastPublicSide(Side.STAFF));
    all.put("subscribed", BrowseQuery.builder().subscribed());
    all.put("subject", BrowseQuery.builder().subjectPart(" printer O"));
    all.put("subject with %", BrowseQuery.builder().subjectPart("0%"));
    all.put("subject with _", BrowseQuery.builder().subjectPart("a_b"));
    all.put("parent", BrowseQuery.builder().parent(new TicketNumber(1)));
    all.put(
        "numbers",
        BrowseQuery.builder()
            .numbers(Set.of(new TicketNumber(3), new TicketNumber(5), new TicketNumber(4711))));
    all.put(
        "several",
        BrowseQuery.builder()
            .statusTypes(BrowseQuery.NOT_CLOSED)
            .categoryIds(Set.of(1, 2))
            .opened(TimeSpan.since(MONDAY.plus(Duration.ofHours(5))))
            .unassigned());
    Map<String, BrowseQuery> built = new LinkedHashMap<>();
    all.forEach((name, builder) -> built.put(name, builder.build()));
    return built;
  }

  @Test
  default void findShouldAgreeWithTheQueryForEverybody() {
    BrowsedDesk desk = aDeskFull(200, 1);
    aDeskFull(10, 2);
    Set<String> telling = new HashSet<>();

    queries(desk)
        .forEach(
            (name, query) -> {
              for (Onlooker onlooker : desk.onlookers()) {
                List<TicketNumber> expected = matching(desk, onlooker, query);
                Question question = question(desk, onlooker, query);

                assertEquals(expected, numbers(question), name + " " + onlooker);
                assertEquals(
                    expected.size(),
                    browsing().count(question, OptionalLong.empty()),
                    name + " " + onlooker);
                if (!expected.isEmpty()) {
                  telling.add(name);
                }
              }
            });

    assertTrue(
        telling.containsAll(List.of("unanswered", "subscribed", "numbers", "several", "parent")),
        "nobody finds anything: " + telling);
  }

  @Test
  default void findShouldAgreeWithTheWordsInEveryField() {
    BrowsedDesk desk = aDeskFull(120, 3);
    List<Set<Field>> fieldSets = new ArrayList<>();
    EnumSet.allOf(Field.class).forEach(field -> fieldSets.add(EnumSet.of(field)));
    fieldSets.add(EnumSet.of(Field.SUBJECT, Field.DESCRIPTION, Field.ENTRIES, Field.NUMBER));
    fieldSets.add(EnumSet.allOf(Field.class));
    List<Onlooker> onlookers =
        List.of(
            BrowsedDesk.onlooker(desk.users.get(0), Set.of(Reach.DESK), true),
            BrowsedDesk.onlooker(desk.users.get(0), Set.of(Reach.DESK), false),
            BrowsedDesk.onlooker(desk.users.get(2), Set.of(Reach.OWN, Reach.SUBSCRIBED), false));

    for (String text :
        List.of(
            "printer",
            "PRINT smoke",
            "broken hot",
            "&",
            "<b>",
            "50% a_b",
            "\\",
            "δρομοσ",
            "STRASSE",
            "zebra",
            "vip",
            "on site printer",
            "12",
            "#7",
            "#",
            "müller",
            "ŁUCJA fire",
            "@EXAMPLE",
            "nowhere printer")) {
      for (Set<Field> fields : fieldSets) {
        BrowseQuery query =
            BrowseQuery.builder().words(WordSearch.of(text, fields).orElseThrow()).build();
        for (Onlooker onlooker : onlookers) {
          List<TicketNumber> expected = matching(desk, onlooker, query);
          Question question = question(desk, onlooker, query);

          assertEquals(expected, numbers(question), text + fields + onlooker);
          assertEquals(expected, numbersOfCommonWords(question), text + fields + onlooker);
        }
      }
    }
  }

  /** The same when every word is one that many tickets have. */
  private List<TicketNumber> numbersOfCommonWords(Question question) {
    Optional<Sql> page =
        JdbcTicketBrowsing.page(
            ports().database().isPostgres(), question, Map.of(), Optional.empty(), 0, 500);
    return page.map(
            sql ->
                ports()
                    .database()
                    .list(
                        sql.text(),
                        sql::bind,
                        row -> new TicketNumber(row.number("ticket_number"))))
        .orElse(List.of());
  }

  @Test
  default void findShouldGoThroughEveryOrderWithoutGapsOrRepetitions() {
    BrowsedDesk desk = aDeskFull(90, 4);

    for (Key key : Key.values()) {
      for (boolean descending : List.of(true, false)) {
        BrowseQuery query = BrowseQuery.all(new BrowseOrder(key, descending));
        for (Onlooker onlooker :
            List.of(
                desk.onlookers().get(0),
                BrowsedDesk.onlooker(desk.users.get(0), Set.of(Reach.OWN), false))) {
          Question question = question(desk, onlooker, query);
          List<TicketNumber> expected = matching(desk, onlooker, query);

          assertEquals(expected, numbers(question), query.order().toString());
          assertEquals(expected, byCursors(question), query.order().toString());
          assertEquals(expected, bySkipping(question), query.order().toString());
        }
      }
    }
  }

  private List<TicketNumber> byCursors(Question question) {
    List<TicketNumber> seen = new ArrayList<>();
    List<Browsed> part = browsing().find(question, Optional.empty(), 0, 7);
    while (!part.isEmpty()) {
      part.forEach(found -> seen.add(found.ticket().ticket().number()));
      BrowseCursor last = part.get(part.size() - 1).cursor();
      part = browsing().find(question, Optional.of(last), 0, 7);
    }
    return seen;
  }

  private List<TicketNumber> bySkipping(Question question) {
    List<TicketNumber> seen = new ArrayList<>();
    List<Browsed> part = browsing().find(question, Optional.empty(), 0, 7);
    while (!part.isEmpty()) {
      part.forEach(found -> seen.add(found.ticket().ticket().number()));
      part = browsing().find(question, Optional.empty(), seen.size(), 7);
    }
    return seen;
  }

  @Test
  default void findShouldGoOnWhereItWasWhenTicketsAreOpenedMeanwhile() {
    BrowsedDesk desk = aDeskFull(30, 5);
    Onlooker onlooker = desk.onlookers().get(0);
    Question question = question(desk, onlooker, BrowseQuery.all(BrowseOrder.NEWEST_FIRST));
    List<TicketNumber> before = numbers(question);

    List<Browsed> first = browsing().find(question, Optional.empty(), 0, 5);
    run(desk::addTicket);
    List<Browsed> second = browsing().find(question, Optional.of(first.get(4).cursor()), 0, 5);

    assertEquals(
        before.subList(5, 10),
        second.stream().map(found -> found.ticket().ticket().number()).toList());
  }

  @Test
  default void findShouldRefuseACursorOfAnotherOrder() {
    BrowsedDesk desk = aDeskFull(1, 6);
    Question question = question(desk, desk.onlookers().get(0), BrowseQuery.builder().build());

    for (Optional<String> key : List.of(Optional.of("printer"), Optional.<String>empty())) {
      BrowseCursor foreign = new BrowseCursor(key, new TicketNumber(1));
      assertThrows(
          DeskException.class, () -> browsing().find(question, Optional.of(foreign), 0, 5));
    }
  }

  @Test
  default void countShouldStopWhereItIsTold() {
    BrowsedDesk desk = aDeskFull(40, 7);
    Question question = question(desk, desk.onlookers().get(0), BrowseQuery.builder().build());

    assertEquals(5, browsing().count(question, OptionalLong.of(5)));
  }

  @Test
  default void findShouldShowATicketWithItsPeople() {
    BrowsedDesk desk = aDeskFull(60, 8);
    Onlooker onlooker = desk.onlookers().get(0);
    BrowseQuery query = BrowseQuery.builder().build();

    List<BrowsedTicket> shown =
        browsing().find(question(desk, onlooker, query), Optional.empty(), 0, 100).stream()
            .map(Browsed::ticket)
            .toList();

    assertTrue(shown.stream().anyMatch(BrowsedTicket::hasChildren));
    for (BrowsedTicket ticket : shown) {
      Known known =
          desk.tickets.stream()
              .filter(k -> k.ticket().id().equals(ticket.ticket().id()))
              .findFirst()
              .orElseThrow();
      User requester = desk.user(known.ticket().people().requester());
      assertEquals(known.ticket(), ticket.ticket());
      assertEquals(known.entries().get(0).body(), ticket.description());
      assertEquals(known.entries().get(0).author(), ticket.createdBy().map(p -> p.id()));
      assertEquals(
          new TicketBrowsing.BrowsedPerson(
              requester.id(),
              requester.number(),
              requester.name(),
              requester.userName().orElse(""),
              requester.email().map(EmailAddress::text).orElse(""),
              requester.companyId()),
          ticket.requester());
      assertEquals(known.ticket().people().technician(), ticket.technician().map(p -> p.id()));
      assertEquals(known.ticket().handling().updatedBy(), ticket.updatedBy().map(p -> p.id()));
    }
  }

  private BrowseTicketsUseCase service() {
    return new BrowseTicketsService(
        browsing(), ports().setups(), ports().unitOfWork(), Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private static Caller caller(User user, Reach reach, Right... rights) {
    return Caller.of(user, Set.of(rights), Scope.of(reach), "test");
  }

  @Test
  default void browseShouldShowEverybodyWhatHeMaySee() {
    BrowsedDesk desk = aDeskFull(80, 9);
    BrowseQuery query = BrowseQuery.builder().build();

    for (User user : desk.users) {
      for (Reach reach : Reach.values()) {
        List<TicketNumber> expected =
            matching(desk, BrowsedDesk.onlooker(user, Set.of(reach), false), query);

        BrowsePage page = service().browse(query, BrowseWindow.page(1, 100), caller(user, reach));

        assertEquals(
            expected,
            page.tickets().stream().map(shown -> shown.ticket().number()).toList(),
            user + " " + reach);
        assertEquals(Optional.empty(), page.next());
      }
    }
  }

  @Test
  default void browseShouldFindWordsInNotesForThoseWhoReadThem() {
    BrowsedDesk desk = aDeskFull(80, 10);
    User user = desk.users.get(0);
    BrowseQuery query =
        BrowseQuery.builder()
            .words(WordSearch.of("zebra", EnumSet.of(Field.ENTRIES)).orElseThrow())
            .build();

    Total reader = service().count(query, caller(user, Reach.DESK, Right.READ_NOTES));
    Total other = service().count(query, caller(user, Reach.DESK));

    assertTrue(reader.count() > other.count());
    assertEquals(
        matching(desk, BrowsedDesk.onlooker(user, Set.of(Reach.DESK), false), query).size(),
        other.count());
  }

  @Test
  default void browseShouldTellWhereTheNextPartBeginsAndHowMuchThereIs() {
    BrowsedDesk desk = aDeskFull(50, 11);
    Caller all = caller(desk.users.get(0), Reach.DESK);
    BrowseQuery query = BrowseQuery.all(BrowseOrder.NEWEST_FIRST);
    long total = service().count(query, all).count();

    CountedPage first = service().browseCounted(query, BrowseWindow.slice(0, 10), all);
    CountedPage second =
        service()
            .browseCounted(query, BrowseWindow.after(first.page().next().orElseThrow(), 100), all);
    CountedPage past = service().browseCounted(query, BrowseWindow.page(9, 10), all);

    assertEquals(10, first.page().tickets().size());
    assertEquals(total - 10, second.page().tickets().size());
    assertEquals(List.of(), past.page().tickets());
    assertEquals(
        Collections.nCopies(3, Total.exactly(total)),
        List.of(first.total(), second.total(), past.total()));
  }

  @Test
  default void statsShouldCountWhatIsSeen() {
    BrowsedDesk desk = aDeskFull(100, 12);

    for (User user : desk.users) {
      for (Reach reach : Reach.values()) {
        Onlooker onlooker = BrowsedDesk.onlooker(user, Set.of(reach), true);
        Function<Builder, Long> count =
            builder -> (long) matching(desk, onlooker, builder.build()).size();

        TicketStats stats = service().stats(caller(user, reach, Right.READ_NOTES));

        assertEquals(
            new TicketStats(
                count.apply(BrowseQuery.builder()),
                count.apply(BrowseQuery.builder().statusTypes(Set.of(StatusType.CLOSED))),
                count.apply(BrowseQuery.builder().statusIds(Set.of(Setups.OPEN.id()))),
                count.apply(BrowseQuery.builder().unanswered()),
                count.apply(
                    BrowseQuery.builder().statusTypes(BrowseQuery.NOT_CLOSED).unassigned())),
            stats);
        assertEquals(stats.total(), stats.closed() + stats.fresh() + stats.inProcess());
      }
    }
  }
}
