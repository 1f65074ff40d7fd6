package org.polydesk.bootstrap.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.polydesk.bootstrap.tikting.Answer;
import org.polydesk.bootstrap.tikting.OnEveryStore;
import org.polydesk.bootstrap.tikting.Store;
import org.polydesk.bootstrap.tikting.TestDesk;

/**
 * Tickets at a desk whose defaults are a category, a site and a level that only technicians know.
 * Source: docs/dialects/tikting.md, section "Raising a ticket".
 */
@OnEveryStore
final class DefaultsTest {
  private static final String INTERNAL = "13";
  private static final Map<Store, TestDesk> DESKS = new EnumMap<>(Store.class);

  private final TestDesk desk;

  DefaultsTest(Store store) {
    desk = DESKS.computeIfAbsent(store, DefaultsTest::set);
  }

  @AfterAll
  static void close() {
    DESKS.values().forEach(TestDesk::close);
    DESKS.clear();
  }

  private static TestDesk set(Store store) {
    TestDesk desk = TestDesk.running(store);
    for (String list : new String[] {"CATEGORY", "SITE", "TIER_LEVEL"}) {
      desk.execute(
          "insert into catalogue_row (desk_id, list, row_id, name, active, staff_only)"
              + " values (1, '%s', 13, 'Internal', true, true)".formatted(list));
    }
    desk.execute(
        "update desk_setting set setting = '13' where desk_id = 1 and name in"
            + " ('defaults.categoryId', 'defaults.siteId', 'defaults.tierLevelId')");
    desk.restart();
    return desk;
  }

  private Answer raise(String userName, String... more) {
    String[] pairs = new String[6 + more.length];
    System.arraycopy(
        new String[] {"Title", "No sound", "Description", "d", "Requester", "carol"},
        0,
        pairs,
        0,
        6);
    System.arraycopy(more, 0, pairs, 6, more.length);
    return Visitor.tikting(desk, userName).form("/new", pairs);
  }

  /** The number of a ticket for which the door's client chose as little as he can. */
  private String open(String door) {
    return switch (door) {
      case "panel" ->
          Visitor.panel(desk, "demo-panel-token")
              .json("POST", "/support/tickets", "{\"summary\":\"s\",\"comment_body\":\"b\"}")
              .ok()
              .json("number")
              .asText();
      case "helpdesk" ->
          Visitor.helpdesk(desk, "carol")
              .form("ticket", "categoryId", "11", "subject", "s", "body", "b")
              .ok()
              .body();
      default -> raise(door).created().json("id").asText();
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"svc", "carol", "rita", "alice", "panel", "helpdesk"})
  void whatTheDeskChoosesNobodyShouldNeedToKnow(String door) {
    Answer ticket = Visitor.tikting(desk, "admin").get("/" + open(door)).ok();

    assertEquals(INTERNAL, ticket.json("siteId").asText());
    assertEquals(INTERNAL, ticket.json("tierLevelId").asText());
    assertEquals(
        door.equals("helpdesk") ? "11" : INTERNAL, ticket.json("ticketCategoryId").asText());
  }

  @ParameterizedTest
  @ValueSource(strings = {"TicketCategoryId", "SiteId", "TierLevelId"})
  void whatSomebodyChoosesHeShouldKnow(String field) {
    for (String userName : new String[] {"svc", "carol"}) {
      raise(userName, field, INTERNAL).refuses(field, "Invalid %s.".formatted(field));
    }
    raise("alice", field, INTERNAL).created();
  }
}
