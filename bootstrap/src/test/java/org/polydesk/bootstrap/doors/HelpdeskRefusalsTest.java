package org.polydesk.bootstrap.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.polydesk.bootstrap.tikting.Answer;
import org.polydesk.bootstrap.tikting.OnEveryStore;
import org.polydesk.bootstrap.tikting.Store;
import org.polydesk.bootstrap.tikting.TestDesk;

/**
 * Section "Refusals" of docs/dialects/helpdesk.md, over every method and parameter: what makes no
 * sense is refused in one plain sentence, and nothing is half done.
 */
@OnEveryStore
final class HelpdeskRefusalsTest {
  private static final String NO_NUMBER = "x 1.5 %D9%A1 99999999999999999999";
  private static final String NO_TEXT = "a%00b %ED%A0%80";
  private static final String NO_DATE =
      "yesterday 2026-02-30 2026-02-31T10:00:00 2026-01-01T25:00:00Z 99999-01-01";

  /** By the kind of a parameter: what is refused with 400, and what is not found. */
  private static final Map<String, String> MALFORMED =
      Map.ofEntries(
          Map.entry("key", NO_NUMBER + " _"),
          Map.entry("person", NO_NUMBER + " _"),
          Map.entry("who", NO_NUMBER + " 99999999 -1"),
          Map.entry("someone", NO_NUMBER + " 99999999 -1 _"),
          Map.entry("number", NO_NUMBER),
          Map.entry("category", NO_NUMBER + " 999 -1 4294967307"),
          Map.entry("status", NO_NUMBER + " 999 -1"),
          Map.entry("priority", NO_NUMBER + " 77 -2147483648 2147483647"),
          Map.entry("count", NO_NUMBER + " 0 -1"),
          Map.entry("offset", NO_NUMBER + " -1"),
          Map.entry("date", NO_DATE),
          Map.entry("text", NO_TEXT),
          Map.entry("words", NO_TEXT + " _"),
          Map.entry("flag", "maybe 2"),
          Map.entry("seconds", NO_NUMBER + " -1 2147483648"),
          Map.entry("choice", "strangers"),
          Map.entry("field", NO_NUMBER + " 999 -1 _"),
          Map.entry("domain", "a@b@c.test %00 -.test"),
          Map.entry("address", "nobody a@ %00"),
          Map.entry("object", "%7B [1] text %7B%22999%22:%22x%22%7D %7B%222%22:%22soon%22%7D"));

  private static final Map<String, String> MISSING =
      Map.of("key", "99999999 0 -7", "person", "99999999 0 -7");

  private final TestDesk desk;
  private final Visitor admin;
  private final Map<String, String> known = new LinkedHashMap<>();

  HelpdeskRefusalsTest(Store store) {
    this.desk = store.shared();
    this.admin = Visitor.helpdesk(desk, "admin");
  }

  private String open() {
    return admin.form("ticket", "categoryId", "11", "subject", "Whole", "body", "b").ok().body();
  }

  /** Makes what {@code request} names. */
  private void begin(String request) {
    String ticket = request.matches(".*[TCF]1.*") ? open() : "";
    known.put("T1", ticket);
    if (request.contains("T2")) {
      known.put("T2", open());
    }
    if (request.contains("C1")) {
      known.put("C1", admin.form("comment", "id", ticket, "body", "Said.").ok().body());
    }
    if (request.contains("F1")) {
      admin.upload("AttachFile", ticket, "f", "a.txt", "x").ok();
      JsonNode files = admin.get("Attachments?id=" + ticket).ok().json();
      known.put("F1", files.get(0).get("FileID").asText());
    }
  }

  /** Rows: verb, method, a request that would be right, and the kinds of its parameters. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET | Tickets | | mode:choice categoryId:category statusId:status fromUserId:number"
            + " fromCompanyId:number handledByUserID:number dateFrom:date dateTo:date"
            + " updatedFrom:date updatedTo:date updatedByType:choice dueInDays:number"
            + " sectionId:number includeCustomFields:flag subscribedOnly:flag count:count"
            + " offset:offset tagName:text",
        "GET | Search | query=x | query:words categoryId:category statusId:status count:count"
            + " fromUserId:number assignedToUserId:number offset:offset dateFrom:date dateTo:date",
        "GET | ticket | id=T1 | id:key",
        "GET | Tickets/T1 | | x:text",
        "POST | ticket | categoryId=11&subject=s&body=b | categoryId:category subject:words"
            + " body:text priorityId:priority userId:who assignedToUserId:who dueDate:date"
            + " tags:text suppressConfirmation:flag customFields:object cf2:date cf3:choice"
            + " cf4:choice",
        "POST | UpdateTicket | id=T1 | id:key categoryId:category priority:priority date:date"
            + " userId:who dueDate:date closeDate:date assignedUserId:who statusId:status"
            + " timeSpentInSeconds:seconds subject:text body:text tags:text"
            + " suppressNotification:flag customFields:object cf2:date cf3:choice",
        "POST | Close | id=T1 | id:key suppressNotification:flag",
        "POST | deleteTicket | id=T1 | id:key",
        "DELETE | ticket | id=T1 | id:key",
        "POST | SetCustomField | ticketId=T1&fieldId=2&value=2026-01-01 | ticketId:key"
            + " fieldId:field value:date",
        "POST | SetCustomFields | ticketId=T1&cf1=x | ticketId:key cf2:date cf1:text",
        "GET | TicketCustomFields | id=T1 | id:key returnUnset:flag",
        "GET | CustomFieldsForCategory | id=11 | id:category",
        "GET | TechsForCategory | id=11 | id:category",
        "POST | MergeTickets | id=T1&id2=T2 | id:key id2:key",
        "POST | LinkTickets | id=T1&id2=T2 | id:key id2:key",
        "POST | UnlinkTickets | id=T1&id2=T2 | id:key id2:key",
        "POST | AddSubTicket | parentId=T1&childId=T2 | parentId:key childId:key",
        "POST | RemoveSubTicket | childId=T1 | childId:key",
        "GET | LinkedTickets | id=T1 | id:key",
        "GET | SubTickets | id=T1 | id:key",
        "GET | Attachments | id=T1 | id:key commentId:number",
        "GET | attachment | id=F1 | id:key",
        "POST | DeleteFile | id=F1 | id:key",
        "POST | comment | id=T1&body=x | id:key body:words forTechsOnly:flag isSystem:flag"
            + " recipientIds:number fromUserId:who",
        "POST | updatecomment | id=C1&body=x | id:key body:words forTechsOnly:flag",
        "GET | comments | id=T1 | id:key",
        "GET | Subscribers | id=T1 | id:key",
        "POST | AddSubscriber | id=T1 | id:key userId:who",
        "POST | RemoveSubscriber | id=T1 | id:key userId:who",
        "POST | TagTicket | ticketId=T1&name=x | ticketId:key name:words",
        "POST | AddTimeSpent | ticketId=T1&timeSpentInSeconds=1 | ticketId:key statusId:status"
            + " timeSpentInSeconds:seconds",
        "GET | TimeSpentLog | ticketId=T1 | ticketId:key",
        "POST | ForwardTicket | id=T1&to=a@b.test&body=x | id:key to:address cc:address body:text",
        "POST | CreateUser | email=new@refused.test | email:address username:text firstName:text"
            + " company:text department:text notes:text",
        "POST | UpdateUser | userId=5 | userId:person email:address username:text disabled:flag"
            + " outOfOffice:flag enableEmailNotifications:flag phone:text",
        "POST | DeleteUser | userId=5 | userId:person",
        "POST | MergeUsers | userId=5&userId2=6 | userId:person userId2:person",
        "GET | User | userId=5 | userId:person",
        "GET | UserByEmail | email=carol@acme.test | email:words",
        "GET | UserByUsername | username=carol | username:words",
        "GET | Users | | count:count page:count listMode:choice departmentId:number"
            + " companyId:number",
        "GET | Companies | | count:count page:count",
        "GET | Companies/1 | | x:text",
        "POST | Company | name=Refused | name:words emailDomains:domain",
        "POST | UpdateCompany | id=1&notes=x | id:key name:text notes:text emailDomains:domain",
        "GET | CompanyCustomFields | id=1 | id:key",
        "GET | UserCustomFields | userId=5 | userId:person",
        "POST | SetCustomFieldForUser | userId=5&fieldId=1&value=x | userId:field fieldId:field",
        "POST | SetCustomFieldForCompany | id=1&fieldId=1&value=x | id:field fieldId:field",
        "POST | SetCustomFieldForAsset | id=1&fieldId=1&value=x | id:field fieldId:field",
        "GET | Articles | | categoryId:number count:count page:count",
        "GET | Article | id=1 | id:key",
        "POST | article | categoryId=11&subject=s&body=b | categoryId:category subject:words"
            + " body:words tags:text forTechsOnly:flag",
        "GET | Assets | | page:count assignedToUserId:number assignedToCompanyId:number"
            + " assignedToDepartmentId:number assignedToTicketId:number includeDisabled:flag",
        "GET | Asset | id=1 | id:key",
        "POST | Asset | modelName=m | modelName:words quantity:number companyId:category"
            + " location:text",
        "POST | UpdateAsset | id=1 | id:key quantity:number companyId:category modelName:text",
        "POST | DisableAsset | assetId=1 | assetId:key",
        "POST | AssignAssetToUser | assetId=1&userId=5 | assetId:key userId:someone",
        "POST | UnAssignAssetToUser | assetId=1&userId=5 | assetId:key userId:someone",
        "POST | AddAssetToTicket | assetId=1&ticketId=T1 | assetId:key ticketId:key",
        "POST | AddCategoryTechPermission | userId=2&categoryId=11 | categoryId:category",
        "POST | RemoveCategoryTechPermission | userId=2&categoryId=11 | categoryId:category"
      })
  void whatMakesNoSenseShouldBeRefusedInASentence(
      String verb, String method, String right, String kinds) {
    begin(method + right + kinds);
    String before = stored();
    for (String named : kinds.split(" ")) {
      String name = named.substring(0, named.indexOf(':'));
      String kind = named.substring(named.indexOf(':') + 1);
      for (String value : MALFORMED.get(kind).split(" ")) {
        refuses(400, verb, method, with(right, name, value));
      }
      for (String value : MISSING.getOrDefault(kind, "").split(" ")) {
        if (!value.isEmpty()) {
          refuses(404, verb, method, with(right, name, value));
        }
      }
    }
    assertEquals(before, stored(), method);
  }

  /** The request with another value; {@code _} is an empty one. */
  private String with(String right, String name, String value) {
    Map<String, String> pairs = new LinkedHashMap<>();
    if (right != null) {
      Arrays.stream(right.split("&"))
          .map(pair -> pair.split("=", 2))
          .forEach(pair -> pairs.put(pair[0], known.getOrDefault(pair[1], pair[1])));
    }
    pairs.put(name, value.equals("_") ? "" : value);
    StringBuilder query = new StringBuilder();
    pairs.forEach(
        (key, text) ->
            query.append(query.isEmpty() ? "?" : "&").append(key).append('=').append(text));
    return query.toString();
  }

  private void refuses(int status, String verb, String method, String query) {
    String path = method;
    for (Map.Entry<String, String> one : known.entrySet()) {
      path = path.replace(one.getKey(), one.getValue());
    }
    Answer answer =
        desk.send(
            verb,
            "/api/" + path + query.replace("[", "%5B").replace("]", "%5D").replace("{", "%7B"),
            r -> r.header("Authorization", admin.credential()));
    isARefusal(status, answer, verb + " " + path + query);
  }

  private static void isARefusal(int status, Answer answer, String request) {
    assertEquals(status, answer.status(), request + ": " + answer.body());
    assertEquals("text/plain; charset=utf-8", answer.header("Content-Type"), request);
    assertTrue(answer.body().endsWith("."), request + ": " + answer.body());
    assertFalse(answer.body().contains("\n"), answer.body());
    assertFalse(answer.body().contains("org."), answer.body());
    assertFalse(answer.body().contains("Exception"), answer.body());
  }

  /** How much there is of everything, in one question. */
  private String stored() {
    return desk.rows(
            Stream.of(
                    "ticket",
                    "entry",
                    "audit",
                    "attachment",
                    "app_user",
                    "asset",
                    "article",
                    "tag",
                    "catalogue_row",
                    "outbox",
                    "ticket_subscriber",
                    "field_value")
                .map(table -> "(select count(*) from %s)".formatted(table))
                .collect(
                    Collectors.joining(", ", "select (select sum(version) from ticket), ", "")))
        .toString();
  }

  /** Bodies that are no object, or hold what no text can hold, whatever the method. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "{\"id\":",
        "[]",
        "\"text\"",
        "7",
        "null",
        "{\"id\":1}x",
        "{\"subject\":\"\\ud800\"}",
        "{\"body\":\"\\udc00 later\",\"id\":1}",
        "{\"body\":\"a\\u0000b\"}",
        "{\"deep\":{\"er\":[\"\\u0000\"]}}",
        "{\"id\":{\"a\":1}}",
        "{\"id\":1e400}",
        "{\"id\":true}"
      })
  void jsonThatCannotBeMeantShouldBeRefused(String body) {
    String before = stored();
    for (String method :
        List.of(
            "ticket",
            "UpdateTicket",
            "comment",
            "Close",
            "MergeTickets",
            "CreateUser",
            "Asset",
            "article",
            "SetCustomField",
            "AttachFile",
            "deleteTicket")) {
      isARefusal(400, admin.json("POST", method, body), method + " " + body);
    }
    assertEquals(before, stored());
  }

  /** A ticket with itself, and in circles. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "MergeTickets?id=T1&id2=T1",
        "LinkTickets?id=T1&id2=T1",
        "AddSubTicket?parentId=T1&childId=T1",
        "AddSubTicket?parentId=T2&childId=T1",
        "MergeUsers?userId=5&userId2=5",
        "MergeUsers?userId=5&userId2=1",
        "DeleteUser?userId=1"
      })
  void whatTurnsInACircleShouldBeRefused(String request) {
    begin("T1 T2");
    admin.form("AddSubTicket", "parentId", known.get("T1"), "childId", known.get("T2")).ok();
    String before = stored();

    String path = request.replace("T1", known.get("T1")).replace("T2", known.get("T2"));
    isARefusal(400, admin.form(path), path);

    assertEquals(before, stored());
  }

  /** Section "Parameters": what is absent changes nothing, what is blank clears. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"id\":ID,\"dueDate\":null,\"tags\":null,\"statusId\":null,\"userId\":null} | true",
        "{\"id\":ID,\"dueDate\":\"undefined\",\"tags\":\"undefined\"} | true",
        "{\"id\":ID,\"subject\":\"\",\"priority\":\"\",\"assignedUserId\":\"NaN\"} | true",
        "{\"id\":ID,\"dueDate\":\"\",\"tags\":\"\"} | false",
        "{\"id\":ID,\"dueDate\":\" \",\"tags\":[]} | false"
      })
  void whatIsAbsentShouldStay(String body, boolean stays) {
    String id = open();
    admin.form("UpdateTicket", "id", id, "dueDate", "2999-01-01", "tags", "kept").ok();

    admin.json("POST", "UpdateTicket", body.replace("ID", id)).ok();

    var ticket = admin.get("ticket?id=" + id).ok().json();
    assertEquals(stays, ticket.get("Tags").size() == 1, ticket.toString());
    assertEquals(
        stays, ticket.get("DueDate").asText().equals("2999-01-01T00:00:00Z"), ticket.toString());
    assertEquals("Whole", ticket.get("Subject").asText());
  }
}
