package org.polydesk.bootstrap.tikting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Everything that is wrong with a request is told at once and nothing is written. Source:
 * docs/dialects/tikting.md, sections "What is read and written" and "Errors".
 */
@OnEveryStore
final class FaultsTest {
  private static final String LONG = "x".repeat(1_001);

  /** Each field of each form with a value that it cannot have, and what is told of it. */
  private static final Map<String, String> FIELDS_OF_A_TICKET =
      table(
          """
          TicketCategoryId = x    : The value 'x' is not valid for TicketCategoryId.
          TicketSubCategoryId = x : The value 'x' is not valid for TicketSubCategoryId.
          ItemId = 1.5            : The value '1.5' is not valid for ItemId.
          DueDate = soon          : The value 'soon' is not valid for DueDate.
          TierLevelId = x         : The value 'x' is not valid for TierLevelId.
          GroupId = 9999999999    : The value '9999999999' is not valid for GroupId.
          ClientId = x            : The value 'x' is not valid for ClientId.
          TicketPriorityId = high : The value 'high' is not valid for TicketPriorityId.
          ServiceId = x           : The value 'x' is not valid for ServiceId.
          ImpactId = x            : The value 'x' is not valid for ImpactId.
          UrgencyId = x           : The value 'x' is not valid for UrgencyId.
          AssignedUser = nobody   : Invalid AssignedUser.
          TicketType = 99         : The value '99' is invalid.
          CreatorId = nobody      : Invalid CreatorId.
          SiteId = x              : The value 'x' is not valid for SiteId.
          DepartmentId = x        : The value 'x' is not valid for DepartmentId.
          TicketStatusId = x      : The value 'x' is not valid for TicketStatusId.
          """);

  private static final Map<String, Map<String, String>> FORMS =
      Map.of(
          "register",
          and(
              FIELDS_OF_A_TICKET,
              """
              Title = LONG     : The field Title must be a string with a maximum length of 255.
              Description =    : The Description field is required.
              Cc = nobody      : The value 'nobody' is not valid for Cc.
              Guid = x         : The value 'x' is not valid for Guid.
              SLAId = x        : The value 'x' is not valid for SLAId.
              SelectedTags = x : The value 'x' is not valid for SelectedTags.
              """),
          "update/abc",
          and(
              FIELDS_OF_A_TICKET,
              """
              Id = x         : The value 'x' is not valid for Id.
              TemplateId = x : The value 'x' is not valid for TemplateId.
              id =           : The value 'abc' is not valid.
              """),
          "new",
          table(
              """
              Title = LONG         : The field Title must be a string with a maximum length of 255.
              Description =        : The Description field is required.
              Requester =          : The Requester field is required.
              TierLevelId = x      : The value 'x' is not valid for TierLevelId.
              GroupId = x          : The value 'x' is not valid for GroupId.
              SiteId = x           : The value 'x' is not valid for SiteId.
              DepartmentId = x     : The value 'x' is not valid for DepartmentId.
              ClientId = x         : The value 'x' is not valid for ClientId.
              TicketStatusId = x   : The value 'x' is not valid for TicketStatusId.
              TicketPriorityId = x : The value 'x' is not valid for TicketPriorityId.
              TicketCategoryId = x : The value 'x' is not valid for TicketCategoryId.
              """),
          "forward/abc",
          table(
              """
              Id = x        : The value 'x' is not valid for Id.
              Title = LONG  : The field Title must be a string with a maximum length of 1000.
              SendTo = a@   : The value 'a@' is not valid for SendTo.
              CcTo = nobody : The value 'nobody' is not valid for CcTo.
              HasDraft = on : The value 'on' is not valid for HasDraft.
              id =          : The value 'abc' is not valid.
              """),
          "reply/1x",
          table(
              """
              Id = １        : The value '１' is not valid for Id.
              Title =       : The Title field is required.
              SendTo =      : The SendTo field is required.
              CcTo = nobody : The value 'nobody' is not valid for CcTo.
              id =          : The value '1x' is not valid.
              """),
          "close/abc",
          table(
              """
              TicketId = x       : The value 'x' is not valid for TicketId.
              CloseBy = nobody   : Invalid CloseBy.
              Acknowledged = yes : The value 'yes' is not valid for Acknowledged.
              Status = 8         : The value '8' is invalid.
              ClosingDate = soon : The value 'soon' is not valid for ClosingDate.
              id =               : The value 'abc' is not valid.
              """),
          "resolve/abc",
          table(
              """
              TicketId = 1.5    : The value '1.5' is not valid for TicketId.
              Details =         : The Details field is required.
              SubmitBy =        : The SubmitBy field is required.
              SubmitDate = soon : The value 'soon' is not valid for SubmitDate.
              id =              : The value 'abc' is not valid.
              """),
          "reqreply/abc",
          table(
              """
              Id = x       : The value 'x' is not valid for Id.
              Username =   : The Username field is required.
              Title = LONG : The field Title must be a string with a maximum length of 1000.
              id =         : The value 'abc' is not valid.
              """),
          "addfiles/abc",
          table(
              """
              Uploads = x : The Uploads field is required.
              id =        : The value 'abc' is not valid.
              """),
          "list",
          table(
              """
              username = : The username field is required.
              page = x   : The value 'x' is not valid.
              """));

  private final TestDesk desk;

  FaultsTest(Store store) {
    desk = store.shared();
  }

  /** Lines of {@code field = value : sentence}, as {@code field = value} and sentence. */
  private static Map<String, String> table(String lines) {
    Map<String, String> table = new LinkedHashMap<>();
    lines
        .lines()
        .forEach(
            line -> {
              int colon = line.indexOf(" : ");
              table.put(line.substring(0, colon).strip(), line.substring(colon + 3).strip());
            });
    return table;
  }

  private static Map<String, String> and(Map<String, String> one, String lines) {
    Map<String, String> both = new LinkedHashMap<>(one);
    both.putAll(table(lines));
    return both;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "register",
        "update/abc",
        "new",
        "forward/abc",
        "reply/1x",
        "close/abc",
        "resolve/abc",
        "reqreply/abc",
        "addfiles/abc",
        "list"
      })
  void everyFaultOfAFormShouldBeToldAtOnce(String call) {
    TestDesk.Stored before = desk.stored();
    Form form = Form.empty();
    Map<String, String> told = new TreeMap<>();
    for (Map.Entry<String, String> fault : FORMS.get(call).entrySet()) {
      String[] pair = fault.getKey().split(" =", 2);
      told.put(pair[0], fault.getValue());
      if (!pair[0].equals("id")) {
        String value = pair[1].strip();
        form = form.and(pair[0], value.equals("LONG") ? LONG : value);
      }
    }

    desk.post(Tickets.BASE + call, form, "Bearer " + desk.tokenOf("alice")).refuses(told);

    assertEquals(before, desk.stored());
  }

  @Test
  void everyFaultOfJsonShouldBeToldAtOnce() {
    post("/api/TicketsApi", "{\"page\":\"x\",\"length\":1.5,\"listType\":\"Everything\"}", "y")
        .refuses(
            Map.of(
                "page", "The value 'x' is not valid.",
                "length", "The value '1.5' is not valid for length.",
                "listType", "The value 'Everything' is not valid.",
                "X-Cursor", "The value 'y' is not valid for X-Cursor."));
    post(TestDesk.AUTHENTICATE, "{\"Email\":\" \",\"RememberMe\":\"maybe\"}", "1")
        .refuses(
            Map.of(
                "Email", "The Email field is required.",
                "Password", "The Password field is required.",
                "RememberMe", "The value 'maybe' is not valid for RememberMe."));
  }

  private Answer post(String path, String json, String cursor) {
    UnaryOperator<java.net.http.HttpRequest.Builder> with =
        request ->
            request
                .header("Authorization", "Bearer " + desk.tokenOf("alice"))
                .header("Content-Type", "application/json")
                .header("X-Cursor", cursor)
                .POST(BodyPublishers.ofString(json));
    return desk.send("POST", path, with);
  }

  @Test
  void whatNoStoreCanCarryShouldBeToldWithTheRest() {
    Form form = Form.howTo().without("Title").without("SiteId").and("title", "a\0b");

    desk.register(form.and("CLIENTID", "\0").and("other", "\0"), "alice")
        .refuses(
            Map.of(
                "Title", "Title holds a character that is not allowed.",
                "ClientId", "ClientId holds a character that is not allowed.",
                "other", "other holds a character that is not allowed.",
                "SiteId", "The SiteId field is required."));
    desk.register(Form.empty().file("UPLOADS", "a\0.pdf", Tickets.PDF), "alice")
        .refuses(and("Uploads", "Uploads holds a character that is not allowed."));
    post(TestDesk.AUTHENTICATE, "{\"email\":\"a\\u0000\"}", "1")
        .refuses(
            Map.of(
                "Email", "Email holds a character that is not allowed.",
                "Password", "The Password field is required."));
  }

  private static Map<String, String> and(String field, String sentence) {
    Map<String, String> all = new TreeMap<>(RegisterRules.ALL_REQUIRED);
    all.put(field, sentence);
    return all;
  }

  @ParameterizedTest
  @ValueSource(strings = {"Uploads", "uploads", "foo"})
  void tooManyFilesShouldBeToldWithTheRest(String part) {
    TestDesk.Stored before = desk.stored();
    Form form = Form.empty();
    for (int i = 0; i < 22; i++) {
      form = form.file(part, i + ".pdf", Tickets.PDF);
    }

    desk.register(form, "alice").refuses(and("Uploads", "There are more than 20 files."));

    assertTrue(desk.comesToStore(before));
  }

  /** What is not known is told in one answer, too, once everything can be read. */
  @Test
  void everyUnknownReferenceShouldBeToldAtOnce() {
    TestDesk.Stored before = desk.stored();
    Form form = Form.howTo();
    Map<String, String> told = new TreeMap<>();
    for (String field :
        List.of(
            "SiteId",
            "DepartmentId",
            "TicketStatusId",
            "TicketCategoryId",
            "TicketSubCategoryId",
            "ItemId",
            "TierLevelId",
            "GroupId",
            "ClientId",
            "TicketPriorityId",
            "ServiceId",
            "ImpactId",
            "UrgencyId",
            "SLAId",
            "SelectedTags")) {
      form = form.with(field, "99");
      told.put(field, "Invalid %s.".formatted(field));
    }
    for (String field : List.of("CreatorId", "AssignedUser")) {
      form = form.with(field, "00000000-0000-4000-8000-00000000abcd");
      told.put(field, "Invalid %s.".formatted(field));
    }
    form = form.with("DueDate", "2020-01-01");
    told.put("DueDate", "The due date must be after now.");

    desk.register(form, "alice").refuses(told);

    assertEquals(before, desk.stored());
  }
}
