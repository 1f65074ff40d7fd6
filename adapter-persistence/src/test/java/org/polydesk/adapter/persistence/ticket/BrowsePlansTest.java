package org.polydesk.adapter.persistence.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.polydesk.adapter.persistence.shared.Sql;
import org.polydesk.adapter.persistence.testing.OnPostgres;
import org.polydesk.application.identity.Scope.Reach;
import org.polydesk.application.ticket.out.TicketBrowsing.Onlooker;
import org.polydesk.application.ticket.out.TicketBrowsing.Question;
import org.polydesk.domain.listing.BrowseCursor;
import org.polydesk.domain.listing.BrowseOrder;
import org.polydesk.domain.listing.BrowseQuery;
import org.polydesk.domain.listing.Viewer;
import org.polydesk.domain.listing.WordSearch;
import org.polydesk.domain.listing.WordSearch.Field;
import org.polydesk.domain.ticket.TicketNumber;

/** PostgreSQL, left to itself, browses a crowded desk without reading the desk. */
final class BrowsePlansTest extends OnPostgres {
  /** A page's worth of rows may be read ten times over. */
  private static final long REMOVED_ROWS = 100;

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
    ports().database().define("vacuum (analyze)");
  }

  private static Onlooker onlooker(Viewer viewer, Reach... reaches) {
    return new Onlooker(
        Optional.of(viewer.id()), Set.of(reaches), Optional.of(3), Set.of(1), false);
  }

  private static Question question(Onlooker onlooker, BrowseQuery query) {
    return new Question(CrowdedDesk.DESK, onlooker, query, 1, Map.of(), CrowdedDesk.NOW);
  }

  private List<String> wasteful(String about, Optional<Sql> sql) {
    return sql
        .map(
            statement ->
                ports()
                    .database()
                    .listPlannedAnew(
                        "explain (analyze, buffers, format json) " + statement.text(),
                        statement::bind,
                        row -> Plan.read(row.text("QUERY PLAN")))
                    .get(0))
        .filter(plan -> plan.removedRows() >= REMOVED_ROWS)
        .map(plan -> "%s: %d rows removed%n%s".formatted(about, plan.removedRows(), plan))
        .stream()
        .toList();
  }

  private static Optional<Sql> page(Question question, Set<String> rareWords) {
    return JdbcTicketBrowsing.page(question, rareWords, Optional.empty(), 0, 10);
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
    List<String> wasteful = new ArrayList<>();

    questions.forEach(
        (name, question) -> wasteful.addAll(wasteful(name, page(question, Set.of()))));

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
            "behind", JdbcTicketBrowsing.page(question, Set.of(), Optional.of(middle), 0, 10)));
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
      Set<String> rare = Set.of("zebra", "unicorn", "appeared", "199977");

      wasteful.addAll(wasteful(text, page(question, rare)));
    }

    assertEquals(List.of(), wasteful);
  }
}
