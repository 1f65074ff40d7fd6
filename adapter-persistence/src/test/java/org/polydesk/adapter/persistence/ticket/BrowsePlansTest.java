package org.polydesk.adapter.persistence.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.polydesk.adapter.persistence.shared.Sql;
import org.polydesk.adapter.persistence.testing.OnPostgres;
import org.polydesk.application.identity.Scope.Reach;
import org.polydesk.application.ticket.out.TicketBrowsing;
import org.polydesk.application.ticket.out.TicketBrowsing.Onlooker;
import org.polydesk.application.ticket.out.TicketBrowsing.Question;
import org.polydesk.domain.conversation.Side;
import org.polydesk.domain.listing.BrowseCursor;
import org.polydesk.domain.listing.BrowseOrder;
import org.polydesk.domain.listing.BrowseOrder.Key;
import org.polydesk.domain.listing.BrowseQuery;
import org.polydesk.domain.listing.BrowseQuery.Priorities;
import org.polydesk.domain.listing.TimeSpan;
import org.polydesk.domain.listing.Viewer;
import org.polydesk.domain.listing.WordSearch;
import org.polydesk.domain.listing.WordSearch.Field;
import org.polydesk.domain.ticket.TicketNumber;

/** PostgreSQL, left to itself, browses a crowded desk without reading the desk. */
final class BrowsePlansTest extends OnPostgres {
  /** A page's worth of rows may be read ten times over. */
  private static final long REMOVED_ROWS = 100;

  /** Orders read what is equal in their key together. */
  private static final long READ_ROWS = 3_000;

  private static final String ENTRIES =
      """
      insert into entry (entry_id, desk_id, ticket_id, kind, side, visibility, body, folded_body,
        format, mail_to, mail_cc, draft, written_at)
      select n, 1, n, 'CREATED', 'CLIENT', 'PUBLIC', x.body, x.body, 'PLAIN', '', '', false,
        timestamptz '2026-01-01Z'
      from generate_series(1, 200000) n,
        lateral (select case when n % 50000 = 7 then 'an unicorn appeared'
          else 'it smokes ' || md5(n::text) end as body) x
      """;

  private CrowdedDesk desk;

  @BeforeAll
  void fillDesk() {
    desk = new CrowdedDesk(ports());
    ports().database().update(ENTRIES, none -> {});
    ports()
        .database()
        .update("update ticket set updated_at = opened_at where ticket_number % 3 = 0", none -> {});
    ports()
        .database()
        .update(
            "update ticket set last_public_side ="
                + " case when ticket_number % 2 = 0 then 'CLIENT' else 'STAFF' end"
                + " where ticket_number % 7 < 4",
            none -> {});
    ports().database().define("vacuum (analyze)");
  }

  private static Onlooker onlooker(Viewer viewer, Reach... reaches) {
    return new Onlooker(
        Optional.of(viewer.id()), Set.of(reaches), Optional.of(3), Set.of(1), false);
  }

  private static Question question(Onlooker onlooker, BrowseQuery query) {
    return new Question(CrowdedDesk.DESK, onlooker, query, 1, Map.of(), CrowdedDesk.NOW);
  }

  private Plan explained(Sql statement) {
    return ports()
        .database()
        .listPlannedAnew(
            "explain (analyze, buffers, format json) " + statement.text(),
            statement::bind,
            row -> Plan.read(row.text("QUERY PLAN")))
        .get(0);
  }

  private List<String> wasteful(String about, Optional<Sql> sql) {
    return wasteful(about, sql, Long.MAX_VALUE);
  }

  private List<String> wasteful(String about, Optional<Sql> sql, long mostRead) {
    return sql
        .map(this::explained)
        .filter(plan -> plan.removedRows() >= REMOVED_ROWS || plan.readRows() >= mostRead)
        .map(
            plan ->
                "%s: %d rows read, %d removed%n%s"
                    .formatted(about, plan.readRows(), plan.removedRows(), plan))
        .stream()
        .toList();
  }

  private static Optional<Sql> page(Question question, Map<String, Set<Long>> rareWords) {
    return JdbcTicketBrowsing.page(true, question, rareWords, Optional.empty(), 0, 10);
  }

  @Test
  void pagesShouldBeAnsweredFromAnIndex() {
    Onlooker all = onlooker(desk.idle(false), Reach.DESK);
    Onlooker own = onlooker(desk.idle(true), Reach.OWN, Reach.SUBSCRIBED, Reach.COMPANY);
    Map<String, Question> questions = new LinkedHashMap<>();
    for (Onlooker onlooker : List.of(all, own)) {
      String name = onlooker.equals(all) ? "all " : "own ";
      questions.put(name + "updated", question(onlooker, BrowseQuery.builder().build()));
      questions.put(name + "newest", question(onlooker, BrowseQuery.all(BrowseOrder.NEWEST_FIRST)));
      questions.put(
          name + "unanswered", question(onlooker, BrowseQuery.builder().unanswered().build()));
      questions.put(
          name + "not done",
          question(onlooker, BrowseQuery.builder().statusTypes(BrowseQuery.NOT_DONE).build()));
    }
    questions.put(
        "of a rare person",
        question(all, BrowseQuery.builder().requester(desk.idle(false).id()).build()));
    questions.put(
        "by a rare technician",
        question(all, BrowseQuery.builder().technician(desk.idle(false).id()).build()));
    questions.put("unknown tag", question(all, BrowseQuery.builder().tagIds(Set.of(77)).build()));
    questions.put(
        "parent", question(all, BrowseQuery.builder().parent(new TicketNumber(7)).build()));
    questions.put(
        "rare subject", question(all, BrowseQuery.builder().subjectPart("zebra").build()));
    Map<String, UnaryOperator<BrowseQuery.Builder>> filters = new LinkedHashMap<>();
    filters.put("not closed", query -> query.statusTypes(BrowseQuery.NOT_CLOSED));
    filters.put("discussed", query -> query.discussed());
    filters.put("by the client", query -> query.lastPublicSide(Side.CLIENT));
    filters.put("by the busiest", query -> query.technician(desk.busy().id()));
    filters.put("of the busiest", query -> query.requester(desk.guarded().id()));
    filters.put("of a status", query -> query.statusIds(Set.of(2)));
    filters.put("of a category", query -> query.categoryIds(Set.of(12)));
    filters.put("of a company", query -> query.requesterCompanyId(3));
    filters.put("of a rare priority", query -> query.priorities(new Priorities(Set.of(4), false)));
    filters.put(
        "due in a day", query -> query.due(TimeSpan.before(CrowdedDesk.NOW.plusSeconds(86_400))));
    filters.put(
        "opened long ago",
        query -> query.opened(TimeSpan.before(Instant.parse("2020-01-02T00:00:00Z"))));
    filters.put("touched long ago", query -> query.updated(TimeSpan.before(CrowdedDesk.NOW)));
    filters.put("followed", query -> query.subscribed());
    filters.forEach(
        (name, filter) ->
            questions.put(name, question(all, filter.apply(BrowseQuery.builder()).build())));
    List<String> wasteful = new ArrayList<>();

    questions.forEach(
        (name, question) -> wasteful.addAll(wasteful(name, page(question, Map.of()))));

    assertEquals(List.of(), wasteful);
  }

  /** A page of whatever order reads a page, from its beginning and from the middle. */
  @Test
  void everyOrderShouldBeAnsweredFromAnIndex() {
    Onlooker all = onlooker(desk.idle(false), Reach.DESK);
    List<String> wasteful = new ArrayList<>();
    for (Key key : Key.values()) {
      for (boolean descending : List.of(false, true)) {
        Question question = question(all, BrowseQuery.all(new BrowseOrder(key, descending)));
        Optional<BrowseCursor> middle =
            ports().bean(TicketBrowsing.class).find(question, Optional.empty(), 300, 1).stream()
                .map(TicketBrowsing.Browsed::cursor)
                .findFirst();
        String name = key + (descending ? " downwards" : "");
        for (Optional<BrowseCursor> after : List.of(Optional.<BrowseCursor>empty(), middle)) {
          wasteful.addAll(
              wasteful(
                  name + " after " + after,
                  JdbcTicketBrowsing.page(true, question, Map.of(), after, 0, 10),
                  READ_ROWS));
        }
      }
    }

    assertEquals(List.of(), wasteful);
  }

  @Test
  void pagesBehindACursorShouldBeAnsweredFromAnIndex() {
    Question question =
        question(onlooker(desk.idle(false), Reach.DESK), BrowseQuery.builder().build());
    BrowseCursor middle =
        new BrowseCursor(
            Optional.of(Long.toString(CrowdedDesk.NOW.minusSeconds(90_000_000).toEpochMilli())),
            new TicketNumber(100));

    assertEquals(
        List.of(),
        wasteful(
            "behind",
            JdbcTicketBrowsing.page(true, question, Map.of(), Optional.of(middle), 0, 10)));
  }

  @Test
  void wordsShouldBeAnsweredFromAnIndex() {
    Onlooker all = onlooker(desk.idle(false), Reach.DESK);
    List<String> wasteful = new ArrayList<>();

    for (String text :
        List.of("zebra", "unicorn", "unicorn appeared", "smokes printer", "199977")) {
      WordSearch search =
          WordSearch.of(
                  text, EnumSet.of(Field.SUBJECT, Field.DESCRIPTION, Field.ENTRIES, Field.NUMBER))
              .orElseThrow();
      Question question = question(all, BrowseQuery.builder().words(search).build());
      Map<String, Set<Long>> rare = new HashMap<>();
      for (BrowseWords word : BrowseSql.words(question)) {
        if (Set.of("zebra", "unicorn", "appeared", "199977").contains(word.word())) {
          Optional<Sql> lookedUp = word.atMost(1_001);
          wasteful.addAll(wasteful(word.word(), lookedUp));
          rare.put(word.word(), tickets(lookedUp.orElseThrow()));
        }
      }

      wasteful.addAll(wasteful(text, page(question, rare)));
    }

    assertEquals(List.of(), wasteful);
  }

  private Set<Long> tickets(Sql sql) {
    return Set.copyOf(
        ports().database().listPlannedAnew(sql.text(), sql::bind, row -> row.number("ticket_id")));
  }

  /** The walk of a program through all tickets, in pages of ten. */
  @Test
  void pageOneAndPageHundredOfAWalkShouldReadEquallyMuch() {
    Question question =
        question(onlooker(desk.idle(false), Reach.DESK), BrowseQuery.all(BrowseOrder.NEWEST_FIRST));
    BrowseCursor behindNinetyNine =
        new BrowseCursor(Optional.empty(), new TicketNumber(200_000 - 990 + 1));

    long first = explained(page(question, Map.of()).orElseThrow()).readRows("ticket");
    long hundredth =
        explained(
                JdbcTicketBrowsing.page(
                        true, question, Map.of(), Optional.of(behindNinetyNine), 0, 10)
                    .orElseThrow())
            .readRows("ticket");

    // The place of the cursor itself may be looked at once more.
    assertTrue(hundredth - first <= 1, first + " and " + hundredth);
    assertTrue(first > 0 && first < REMOVED_ROWS, first + " rows");
  }
}
