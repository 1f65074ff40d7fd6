package org.polydesk.bootstrap.tikting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Source: docs/dialects/tikting.md, sections "Shapes" and "Errors". */
@OnEveryStore
final class ShapesTest {
  private static final List<String> TICKET =
      List.of(
          ("id,guid,title,description,cc,ticketType,source,creatorId,assignedUser,siteId,"
                  + "departmentId,ticketStatusId,ticketPriorityId,ticketCategoryId,"
                  + "ticketSubCategoryId,itemId,tierLevelId,groupId,clientId,serviceId,impactId,"
                  + "urgencyId,slaId,templateId,tags,createdOn,updatedOn,dueDate,responseDueDate,"
                  + "firstResponseOn,resolvedOn,closedOn,closureStatus,isLocked,isEscalated,"
                  + "escalationLevel,isDeleted,deletedOn,version")
              .split(","));
  private static final List<String> MORE =
      List.of(
          ("creator,assignee,category,subCategory,item,site,department,group,level,client,status,"
                  + "priority,resolution,attachments,isRead,isOverdue")
              .split(","));

  private final TestDesk desk;

  ShapesTest(Store store) {
    desk = store.shared();
  }

  private Answer find(Answer created) {
    return desk.get("/api/TicketsApi/" + created.json("id"), "alice").ok();
  }

  @Test
  void registerShouldAnswerTheFlatTicketAndTheSecondId() {
    Answer created = desk.register(Form.howTo(), "alice").created();

    List<String> expected = new ArrayList<>(TICKET);
    expected.add("Id");
    assertEquals(expected, created.keys());
    assertEquals("application/json; charset=utf-8", created.header("Content-Type"));
    assertNull(created.header("X-Skipped-Files"));
  }

  @Test
  void findShouldAnswerTheTicketWithAllThatBelongsToIt() {
    Answer created = desk.register(Form.howTo(), "alice").created();

    Answer found = find(created);

    List<String> expected = new ArrayList<>(TICKET);
    expected.addAll(MORE);
    assertEquals(expected, found.keys());
    for (String key : TICKET) {
      assertEquals(created.json(key), found.json(key), key);
    }
  }

  @Test
  void findShouldWriteWhatThereIsNoneOfAsNull() {
    Form bare = Form.howTo().without("TicketPriorityId").without("TicketCategoryId");

    JsonNode found = find(desk.register(bare, "alice").created()).json();

    for (String key :
        List.of(
            "cc",
            "assignedUser",
            "ticketPriorityId",
            "ticketCategoryId",
            "ticketSubCategoryId",
            "itemId",
            "tierLevelId",
            "groupId",
            "clientId",
            "serviceId",
            "impactId",
            "urgencyId",
            "templateId",
            "dueDate",
            "responseDueDate",
            "firstResponseOn",
            "resolvedOn",
            "closedOn",
            "closureStatus",
            "deletedOn",
            "assignee",
            "category",
            "subCategory",
            "item",
            "group",
            "level",
            "client",
            "priority",
            "resolution")) {
      assertTrue(found.has(key) && found.get(key).isNull(), key);
    }
    assertEquals("[]", found.get("tags").toString());
    assertEquals("[]", found.get("attachments").toString());
    for (String key : List.of("isLocked", "isEscalated", "isDeleted", "isOverdue")) {
      assertTrue(found.get(key).isBoolean() && !found.get(key).asBoolean(), key);
    }
  }

  @Test
  void findShouldNameWhatTheIdsMean() {
    Form full =
        Form.howTo()
            .and("TicketSubCategoryId", "100")
            .and("ItemId", "1000")
            .and("GroupId", "2")
            .and("TierLevelId", "1")
            .and("ClientId", "1")
            .and("AssignedUser", desk.idOf("bob"));

    JsonNode found = find(desk.register(full, "alice").created()).json();

    assertEquals(
        "{\"id\":\"%s\",\"fullName\":\"Alice Demo\",\"userName\":\"alice\",\"email\":\"alice@demo.test\"}"
            .formatted(TestDesk.ALICE),
        found.get("creator").toString());
    assertEquals("bob", found.get("assignee").path("userName").asText());
    assertEquals("{\"id\":10,\"name\":\"Hardware\"}", found.get("category").toString());
    assertEquals("{\"id\":100,\"name\":\"Laptop\"}", found.get("subCategory").toString());
    assertEquals("{\"id\":1000,\"name\":\"ThinkPad\"}", found.get("item").toString());
    assertEquals("{\"id\":1,\"title\":\"Head Office\"}", found.get("site").toString());
    assertEquals("{\"id\":1,\"title\":\"IT Department\"}", found.get("department").toString());
    assertEquals("{\"id\":2,\"group\":\"Hardware Support\"}", found.get("group").toString());
    assertEquals("{\"id\":1,\"title\":\"Level 1\"}", found.get("level").toString());
    assertEquals("{\"id\":1,\"name\":\"Acme Corp\"}", found.get("client").toString());
    assertEquals("{\"id\":1,\"status\":\"Open\",\"statusType\":1}", found.get("status").toString());
    assertEquals("{\"id\":3,\"priority\":\"High\"}", found.get("priority").toString());
  }

  @Test
  void instantsShouldBeWrittenInWholeSecondsOfUtc() {
    Answer created = desk.register(Form.howTo(), "alice").created();

    for (String key : List.of("createdOn", "updatedOn", "dueDate", "responseDueDate")) {
      String text = created.json(key).asText();
      assertTrue(text.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ"), text);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/api/TicketsApi/abc,400,One or more validation errors occurred.,15.5.1",
    "GET,/api/TicketsApi/999999,404,Not Found,15.5.5",
    "PUT,/api/TicketsApi/register,405,Method Not Allowed,15.5.6",
    "POST,/api/Users/authenticate,415,Unsupported Media Type,15.5.16"
  })
  void aProblemShouldSayWhatItIs(
      String verb, String path, int status, String title, String section) {
    Answer problem =
        desk.send(
                verb,
                path,
                r ->
                    r.header("Authorization", "Bearer " + desk.tokenOf("alice"))
                        .header("Content-Type", "text/plain")
                        .method(verb, BodyPublishers.ofString("GET".equals(verb) ? "" : "x")))
            .has(status);

    assertEquals("application/problem+json; charset=utf-8", problem.header("Content-Type"));
    assertEquals(
        "https://tools.ietf.org/html/rfc9110#section-" + section, problem.json("type").asText());
    assertEquals(title, problem.json("title").asText());
    assertEquals(status, problem.json("status").asInt());
    assertTrue(
        problem.json("traceId").asText().matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00"),
        problem.body());
    String middle = problem.json().has("errors") ? "errors" : "detail";
    assertEquals(
        status == 400
            ? List.of("type", "title", "status", "errors", "traceId")
            : List.of("type", "title", "status", middle, "traceId"),
        problem.keys());
  }
}
