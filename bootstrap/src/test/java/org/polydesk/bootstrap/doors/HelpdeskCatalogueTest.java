package org.polydesk.bootstrap.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.polydesk.bootstrap.tikting.Answer;
import org.polydesk.bootstrap.tikting.OnEveryStore;
import org.polydesk.bootstrap.tikting.Store;
import org.polydesk.bootstrap.tikting.TestDesk;

/** Canned answers, lists and grants in the Helpdesk dialect. */
@OnEveryStore
final class HelpdeskCatalogueTest {
  private final TestDesk desk;
  private final Visitor admin;
  private final Visitor alice;
  private final Visitor carol;

  HelpdeskCatalogueTest(Store store) {
    this.desk = store.shared();
    this.admin = Visitor.helpdesk(desk, "admin");
    this.alice = Visitor.helpdesk(desk, "alice");
    this.carol = Visitor.helpdesk(desk, "carol");
  }

  private static List<String> texts(JsonNode array, String field) {
    List<String> texts = new ArrayList<>();
    array.forEach(item -> texts.add(item.path(field).asText()));
    return texts;
  }

  private String ticket() {
    return carol
        .form("ticket", "categoryId", "11", "subject", "Tagged", "body", "", "tags", "first")
        .ok()
        .body();
  }

  private List<String> tagsOf(String ticket) {
    return texts(alice.get("ticket?id=" + ticket).ok().json("Tags"), "Name");
  }

  @Test
  void commentTemplatesShouldGiveTheDemosTwo() {
    JsonNode templates = alice.get("CommentTemplates").ok().json();

    assertEquals(List.of("Greeting", "Need more information"), texts(templates, "Name"));
    assertEquals(
        List.of("TemplateID", "Name", "Body", "ForTechsOnly", "CategoryID"),
        Answer.keysOf(templates.get(0)));
    assertEquals(1, templates.get(0).get("TemplateID").intValue());
    assertTrue(templates.get(0).get("Body").asText().startsWith("Hello,\n"));
    assertFalse(templates.get(0).get("ForTechsOnly").booleanValue());
    assertTrue(templates.get(0).get("CategoryID").isNull());
    assertEquals(templates, admin.query("commenttemplates").ok().json());
  }

  @ParameterizedTest
  @ValueSource(strings = {"carol", "dave", "mona", "svc"})
  void commentTemplatesShouldBeForThoseWhoWorkHere(String user) {
    Visitor.helpdesk(desk, user).get("CommentTemplates").has(403);
  }

  @Test
  void prioritiesShouldHaveTheDialectsNumbersAndWords() {
    assertEquals(
        "[{\"PriorityID\":-1,\"Name\":\"Low\"},{\"PriorityID\":0,\"Name\":\"Normal\"},"
            + "{\"PriorityID\":1,\"Name\":\"High\"},{\"PriorityID\":2,\"Name\":\"Critical\"}]",
        carol.get("Priorities").ok().body());
  }

  @Test
  void statusesShouldHaveTheDialectsNumbersAndWords() {
    JsonNode statuses = carol.get("Statuses").ok().json();

    // Other tests may have added statuses of the desk's own, which come last.
    assertEquals(
        List.of("1", "2", "3", "102", "103", "105", "107"),
        texts(statuses, "StatusID").subList(0, 7));
    assertEquals(
        List.of("New", "In progress", "Closed", "Pending", "Resolved", "On Hold", "Reopened"),
        texts(statuses, "Name").subList(0, 7));
    assertEquals(
        List.of("StatusID", "Name", "StatusStopTimeSpent"), Answer.keysOf(statuses.get(0)));
    assertTrue(statuses.get(3).get("StatusStopTimeSpent").booleanValue());
  }

  @Test
  void sectionsShouldBeNone() {
    assertEquals("[]", carol.get("Sections").ok().body());
    assertEquals("[]", carol.query("sections").ok().body());
  }

  @Test
  void tagsShouldListTheDesksOwn() {
    JsonNode tags = carol.get("Tags").ok().json();

    assertTrue(texts(tags, "Name").containsAll(List.of("hardware", "billing")), tags.toString());
    assertEquals(List.of("TagID", "Name", "TagCount"), Answer.keysOf(tags.get(0)));
  }

  @Test
  void tagTicketShouldAddToThoseItHas() {
    String ticket = ticket();
    String tag = "t" + UUID.randomUUID();

    assertEquals("", alice.form("TagTicket", "ticketId", ticket, "name", tag).ok().body());
    alice.query("TagTicket", "ticketId", ticket, "name", tag.toUpperCase()).ok();
    alice.json("POST", "TagTicket", "{\"ticketId\":%s,\"name\":\"Hardware\"}".formatted(ticket));

    assertEquals(List.of("first", tag, "hardware"), tagsOf(ticket));
    assertTrue(texts(carol.get("Tags").ok().json(), "Name").contains(tag));
  }

  @Test
  void tagTicketShouldTellEverythingThatIsMissing() {
    Answer answer = alice.query("TagTicket").has(400);

    assertTrue(answer.body().contains("ticketId") && answer.body().contains("name"), answer::body);
  }

  @Test
  void tagTicketShouldLeaveNoTagBehindWhenItIsRefused() {
    String ticket = ticket();
    String tag = "t" + UUID.randomUUID();

    carol.form("TagTicket", "ticketId", ticket, "name", tag).has(403);
    Visitor.helpdesk(desk, "dave").form("TagTicket", "ticketId", ticket, "name", tag).has(404);
    alice.form("TagTicket", "ticketId", "99999999", "name", tag).has(404);
    alice.form("TagTicket", "ticketId", ticket, "name", "x".repeat(256)).has(400);
    alice.get("TagTicket?ticketId=" + ticket + "&name=" + tag).has(404);

    assertEquals(List.of("first"), tagsOf(ticket));
    assertFalse(texts(carol.get("Tags").ok().json(), "Name").contains(tag));
  }

  private boolean isTechnicianOf(String category) {
    return texts(admin.get("TechsForCategory?id=" + category).ok().json(), "Username")
        .contains("rita");
  }

  @Test
  void grantShouldMakeATechnicianOfTheCategoryAndWithdrawTakeItBack() {
    assertFalse(isTechnicianOf("10"));

    admin.form("AddCategoryTechPermission", "userId", "4", "categoryId", "10").ok();
    admin.query("AddCategoryTechPermission", "userId", "4", "categoryId", "10").ok();
    boolean granted = isTechnicianOf("10");
    admin.form("RemoveCategoryTechPermission", "userId", "4", "categoryId", "10").ok();
    admin.form("RemoveCategoryTechPermission", "userId", "4", "categoryId", "10").ok();

    assertTrue(granted);
    assertFalse(isTechnicianOf("10"));
    assertTrue(isTechnicianOf("11"));
  }

  @ParameterizedTest
  @CsvSource({
    "admin, 4, 99, 400",
    "admin, 5, 10, 400",
    "admin, 8, 10, 400",
    "admin, 999999, 10, 404",
    "admin, four, 10, 400",
    "admin, '', '', 400",
    "alice, 4, 10, 403",
    "mona, 4, 10, 403",
    "carol, 5, 10, 403"
  })
  void grantShouldRefuse(String caller, String user, String category, int status) {
    Visitor visitor = Visitor.helpdesk(desk, caller);

    visitor.form("AddCategoryTechPermission", "userId", user, "categoryId", category).has(status);
    visitor
        .form("RemoveCategoryTechPermission", "userId", user, "categoryId", category)
        .has(status);
  }
}
