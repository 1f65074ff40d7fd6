package org.polydesk.adapter.persistence.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.polydesk.adapter.persistence.shared.Sql;
import org.polydesk.adapter.persistence.testing.OnPostgres;
import org.polydesk.application.shared.Slice;
import org.polydesk.application.ticket.out.TicketListings.Question;
import org.polydesk.application.ticket.out.TicketListings.Sought;
import org.polydesk.domain.listing.ListType;
import org.polydesk.domain.listing.TicketSearch;
import org.polydesk.domain.listing.Viewer;

/** PostgreSQL, left to itself, finds pages of a crowded desk without reading the desk. */
final class ListPlansTest extends OnPostgres {
  private static final Slice PAGE = Slice.page(1, 10);

  /** A page's worth of rows may be read ten times over. */
  private static final long REMOVED_ROWS = 100;

  /** A restricted technician's tasks may all be looked at, see docs/lists.md. */
  private static final long REMOVED_TASKS = 300;

  /**
   * A hundred people with a few tickets each: whether PostgreSQL looks these up or goes through the
   * newest tickets until ten are theirs, it reads some thousand of the 200,000.
   */
  private static final long ROWS_OF_A_HUNDRED_PEOPLE = 5_000;

  /** For what is due two dozen places of an index are asked for a page each. */
  private static final long READ_ROWS = 1_000;

  private static final Set<ListType> DUE_LISTS =
      Set.of(
          ListType.OVERDUE_TICKETS,
          ListType.MY_OVERDUE_TICKETS,
          ListType.TICKETS_DUE_TODAY,
          ListType.MY_TICKETS_DUE_TODAY);

  private CrowdedDesk desk;

  @BeforeAll
  void fillDesk() {
    desk = new CrowdedDesk(ports());
  }

  private Plan plan(Sql sql) {
    return ports()
        .database()
        .find(
            "explain (analyze, buffers, format json) " + sql.text(),
            sql::bind,
            row -> Plan.read(row.text("QUERY PLAN")))
        .orElseThrow();
  }

  private List<String> wasteful(Question question, String about, long mostRead, long mostRemoved) {
    return JdbcTicketListings.page(question, PAGE)
        .map(this::plan)
        .filter(plan -> plan.removedRows() >= mostRemoved || plan.readRows() >= mostRead)
        .map(
            plan ->
                "%s: %d rows read, %d removed%n%s"
                    .formatted(about, plan.readRows(), plan.removedRows(), plan))
        .stream()
        .toList();
  }

  @Test
  void everyListShouldBeAnsweredFromAnIndex() {
    Map<String, Viewer> viewers =
        Map.of(
            "busy", desk.busy(),
            "guarded", desk.guarded(),
            "idle", desk.idle(false),
            "idle and restricted", desk.idle(true));
    List<String> wasteful = new ArrayList<>();

    viewers.forEach(
        (name, viewer) -> {
          for (ListType type : ListType.values()) {
            Question question =
                new Question(CrowdedDesk.DESK, viewer, type.visible(), Optional.empty());
            boolean due = DUE_LISTS.contains(type);
            wasteful.addAll(
                wasteful(
                    question,
                    type + " of " + name,
                    due ? READ_ROWS : Long.MAX_VALUE,
                    due && viewer.restricted() ? REMOVED_TASKS : REMOVED_ROWS));
          }
        });

    assertEquals(List.of(), wasteful);
  }

  /** Bounded as the total of a page is. */
  @Test
  void countsShouldReadWhatTheyCount() {
    List<String> wasteful = new ArrayList<>();

    for (ListType type : DUE_LISTS) {
      for (Viewer viewer : List.of(desk.busy(), desk.idle(false))) {
        Question question =
            new Question(CrowdedDesk.DESK, viewer, type.visible(), Optional.empty());
        Plan plan = plan(JdbcTicketListings.counting(question, Optional.of(10_001L)).orElseThrow());
        if (plan.removedRows() >= REMOVED_ROWS) {
          wasteful.add(type + ": " + plan.removedRows() + " rows removed\n" + plan);
        }
      }
    }

    assertEquals(List.of(), wasteful);
  }

  @Test
  void searchesShouldBeAnsweredFromAnIndex() {
    List<String> wasteful = new ArrayList<>();

    for (String text :
        List.of("zebra", "printer", "nowhere", "199977", "somebody77", "some", "critical")) {
      TicketSearch search = TicketSearch.of(text, Set.of()).orElseThrow();
      Set<Integer> priorities = text.equals("critical") ? Set.of(4) : Set.of();
      Question question =
          new Question(
              CrowdedDesk.DESK,
              desk.idle(false),
              ListType.ALL_TICKETS.visible(),
              Optional.of(new Sought(search, priorities)));
      boolean hundredPeople = text.equals("somebody77");
      wasteful.addAll(
          wasteful(
              question,
              text,
              ROWS_OF_A_HUNDRED_PEOPLE,
              hundredPeople ? ROWS_OF_A_HUNDRED_PEOPLE : REMOVED_ROWS));
    }

    assertEquals(List.of(), wasteful);
  }

  @Test
  void plansShouldBeToldApart() {
    Sql wholeDesk =
        new Sql().add("select ticket_number from ticket t where lower(t.subject) = 'nowhere'");

    assertTrue(plan(wholeDesk).removedRows() > REMOVED_ROWS);
  }
}
