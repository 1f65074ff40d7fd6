package org.polydesk.bootstrap.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.polydesk.bootstrap.tikting.Answer;
import org.polydesk.bootstrap.tikting.OnEveryStore;
import org.polydesk.bootstrap.tikting.Store;
import org.polydesk.bootstrap.tikting.TestDesk;

/**
 * Every form in which clients of the Helpdesk dialect are known to send their requests, and the
 * exact keys and types that they get: docs/dialects/helpdesk.md, all sections.
 */
@OnEveryStore
final class HelpdeskFormsTest {
  private static final Pattern DATE =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{0,2}[1-9])?Z");

  private static final String USER =
      "UserID:i Username:s Email:s IsAdmin:b Disabled:b FirstName:s LastName:s Notes:s Location:s"
          + " Phone:s CompanyName:s? DepartmentName:s? IPAddress:s HostName:s Lang:s UserAgent:s"
          + " AvatarURL:s? Signature:s Greeting:s CompanyId:i? DepartmentID:i? DarkMode:b"
          + " CompanyNotes:n SendEmail:b IsTech:b LastSeen:d? RecentTickets:n IsManager:b"
          + " IsDepartmentManager:b TwoFactorAuthEnabled:b OutOfOffice:b LastPasswordChange:d?"
          + " FullNameAndLogin:s FullName:s Password:n Department:s? PushToken:n";
  private static final String SUMMARY =
      "IssueID:i TicketID:i Priority:i StatusID:i IssueDate:d Subject:s Status:s UpdatedByUser:b"
          + " UpdatedByPerformer:b CategoryID:i UserName:s Technician:s? FirstName:s LastName:s"
          + " DueDate:d? TechFirstName:s? TechLastName:s? LastUpdated:d UpdatedForTechView:b"
          + " UserID:i CompanyID:i? CompanyName:s? AssignedToUserID:i? ResolvedDate:d? SectionID:n"
          + " Category:s Origin:s Email:s HasChildren:b LastUpdatedByUserID:i? LastUpdatedUsername:s"
          + " StartDate:d? ViewingTechs:n";
  private static final String DETAIL =
      "SubmitterUserInfo:o CategoryName:s AssigneeUserInfo:o? Url:s ViewingTechNames:a Origin:s"
          + " IsActiveChat:b Tags:a OnBehalfUserName:s? Integrations:o IssueDate:d Subject:s Body:s"
          + " Priority:i DueDate:d? StartDate:d? TimeSpentInSeconds:i LastUpdated:d UpdatedByUser:b"
          + " UpdatedByPerformer:b UpdatedForTechView:b Attachments:a Status:s StatusStopTimeSpent:b"
          + " StatusID:i TicketID:i IssueID:i UserID:i AssignedToUserID:i? CategoryID:i"
          + " ResolvedDate:d? IsCurrentUserTechInThisCategory:b IsCurrentCategoryForTechsOnly:b"
          + " SubmittedByCurrentUser:b IsInKb:b IsShared:b Stats:n";
  private static final String COMMENT =
      "CommentID:i IssueID:i UserID:i? UserName:s Email:s FirstName:s LastName:s IsSystem:b"
          + " CommentDate:d ForTechsOnly:b Body:s TicketSubject:s? Recipients:s Attachments:a";
  private static final String FILE =
      "FileName:s FileData:n FileID:i CommentID:i CommentDate:d FileHash:n FileSize:i"
          + " HiddenFromKB:b HiddenFromTickets:b IssueID:i InstanceID:i AssetID:i? UserID:i"
          + " GoogleDriveUrl:n DropboxUrl:n ForTechsOnly:b CommentIsSystem:b IsDuplicate:b Url:s"
          + " UrlRelative:s ContentType:s";
  private static final String FIELD =
      "FieldID:i FieldName:s Type:i UsageType:i AccessType:i ForTechsOnly:b Mandatory:b"
          + " OrderByNumber:i ShowInGrid:b SelectionComboOptions:a? Value:s? OptionID:i?"
          + " ValueWithOption:s?";
  private static final String CATEGORY =
      "CategoryID:i Name:s SectionID:i? Section:s? NameWithSection:s ForTechsOnly:b FromAddress:s?";
  private static final String COMPANY = "CompanyID:i Name:s EmailDomain:s? Notes:s?";
  private static final String DEPARTMENT = "DepartmentID:i Name:s CompanyID:i?";
  private static final String STATS =
      "TotalTickets:i Closed:i InProcess:i NewTickets:i Unanswered:i Unassigned:i Unclosed:i";
  private static final String ASSET =
      "ItemID:i ModelName:s Manufacturer:s ManufacturerID:i? Supplier:s SupplierID:i? Type:s"
          + " TypeID:i? SerialNumber:s Location:s Comments:s Quantity:i TicketCount:i Company:s?"
          + " CompanyID:i? Disabled:b Fields:a AssignedUsers:a Tickets:a? Attachments:a LogEntries:a";
  private static final String HEADING =
      "ArticleId:i Subject:s CategoryID:i CategoryName:s ForTechsOnly:b TagString:s Tags:a UrlId:s"
          + " DateCreated:d LastUpdated:d Url:s Attachments:a";
  private static final String TEMPLATE = "TemplateID:i Name:s Body:s ForTechsOnly:b CategoryID:i?";
  private static final String TAG = "TagID:i Name:s TagCount:i";

  private static final Map<String, String> SHAPES =
      Map.ofEntries(
          Map.entry("USER", USER),
          Map.entry("SUMMARY", SUMMARY),
          Map.entry("SUMMARY+", SUMMARY + " CustomFields:a"),
          Map.entry("DETAIL", DETAIL),
          Map.entry("COMMENT", COMMENT),
          Map.entry("FILE", FILE),
          Map.entry("FIELD", FIELD),
          Map.entry("CATEGORY", CATEGORY),
          Map.entry("COMPANY", COMPANY),
          Map.entry("DEPARTMENT", DEPARTMENT),
          Map.entry("STATS", STATS),
          Map.entry("ASSET", ASSET),
          Map.entry("ID", "id:i"),
          Map.entry("ARTICLES", "Articles:a Categories:a"),
          Map.entry("ARTICLE", HEADING + " Body:s"),
          Map.entry("TEMPLATE", TEMPLATE),
          Map.entry("TAG", TAG));

  /** What objects hold objects in. */
  private static final Map<String, String> PARTS =
      Map.of(
          "SubmitterUserInfo", USER,
          "AssigneeUserInfo", USER,
          "AssignedUsers", USER,
          "Tags", TAG,
          "Fields", FIELD,
          "CustomFields", FIELD,
          "Articles", HEADING,
          "Categories", CATEGORY,
          "Tickets", SUMMARY);

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(t2?|l|k|c|f|x)}");

  /** A ticket of each desk with a linked ticket and a sub-ticket. */
  private static final Map<TestDesk, String> LINKED = new ConcurrentHashMap<>();

  private final TestDesk desk;
  private final Visitor admin;
  private final Map<String, String> known = new LinkedHashMap<>();

  HelpdeskFormsTest(Store store) {
    this.desk = store.shared();
    this.admin = Visitor.helpdesk(desk, "admin");
    known.put("{k}", LINKED.computeIfAbsent(desk, first -> withALink()));
  }

  private String open(String subject) {
    return admin
        .form(
            "ticket",
            "categoryId",
            "11",
            "subject",
            subject,
            "body",
            "b",
            "userId",
            "5",
            "tags",
            "form",
            "cf1",
            "A-1",
            "assignedToUserId",
            "2")
        .ok()
        .body();
  }

  /** What stands for {@code placeholder}, made anew for each form that needs it. */
  private String made(String placeholder) {
    return switch (placeholder) {
      case "{t}" -> open("Form");
      case "{t2}" -> open("Other form");
      case "{l}" -> linkedWith(filled("{t}"));
      case "{c}" -> admin.form("comment", "id", filled("{t}"), "body", "Said.").ok().body();
      case "{f}" -> fileOf(filled("{t}"));
      case "{x}" -> "x" + UUID.randomUUID().toString().substring(0, 8);
      default -> throw new IllegalArgumentException(placeholder);
    };
  }

  private String linkedWith(String ticket) {
    String other = open("Linked form");
    admin.form("LinkTickets", "id", ticket, "id2", other).ok();
    admin.form("AddSubTicket", "parentId", ticket, "childId", other).ok();
    return other;
  }

  private String withALink() {
    String ticket = open("Form with a link");
    linkedWith(ticket);
    return ticket;
  }

  private String fileOf(String ticket) {
    admin.upload("AttachFile", ticket, "f", "a.txt", "x").ok();
    JsonNode files = admin.get("Attachments?id=" + ticket).ok().json();
    return files.get(0).get("FileID").asText();
  }

  /** Rows: verb, path, type of the body, the body, and the shape of the answer. */
  @ParameterizedTest(name = "{0} {1} {3}")
  @CsvFileSource(
      resources = "helpdesk-forms.csv",
      delimiter = '|',
      useHeadersInDisplayName = false,
      nullValues = "-")
  void aRecordedFormShouldBeAnsweredInItsShape(
      String verb, String path, String type, String body, String shape) {
    String uri = filled(path);
    String sent = body == null ? "" : filled(body).replace("\\r\\n", "\r\n");
    Answer answer =
        desk.send(
            verb,
            uri,
            r -> {
              r.header("Authorization", admin.credential());
              if (type != null) {
                r.header("Content-Type", type);
              }
              return r.method(
                  verb, sent.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(sent));
            });

    assertEquals(200, answer.status(), answer.body());
    check(shape, answer);
  }

  /** Browsers ask first, without a credential, and read refusals too. */
  @Test
  void browsersOfOtherPlacesShouldBeLetIn() {
    Answer asked =
        desk.send(
            "OPTIONS",
            "/helpdesk/api/UpdateTicket",
            r ->
                r.header("Origin", "https://front.test")
                    .header("Access-Control-Request-Method", "POST")
                    .header("Access-Control-Request-Headers", "authorization, crossdomain"));
    assertEquals(200, asked.status());
    assertEquals("authorization, crossdomain", asked.header("Access-Control-Allow-Headers"));
    assertEquals("GET, POST, DELETE, OPTIONS", asked.header("Access-Control-Allow-Methods"));
    for (Answer answer :
        List.of(
            asked, admin.get("Stats"), admin.get("ticket"), desk.ask("GET", "/api/Stats", null))) {
      assertEquals("*", answer.header("Access-Control-Allow-Origin"), answer.body());
    }
    assertEquals(
        "Basic realm=\"Helpdesk\"",
        desk.ask("GET", "/api/Stats", null).has(401).header("WWW-Authenticate"));
  }

  private String filled(String text) {
    Matcher placeholders = PLACEHOLDER.matcher(text);
    StringBuilder filled = new StringBuilder();
    while (placeholders.find()) {
      String placeholder = placeholders.group();
      if (!known.containsKey(placeholder)) {
        known.put(placeholder, made(placeholder));
      }
      placeholders.appendReplacement(filled, known.get(placeholder));
    }
    return placeholders.appendTail(filled).toString();
  }

  private static void check(String shape, Answer answer) {
    switch (shape) {
      case "EMPTY" -> assertEquals("", answer.body());
      case "BYTES" -> assertTrue(answer.header("Content-Disposition").startsWith("attachment;"));
      case "TEXT" -> assertTrue(answer.header("Content-Type").startsWith("text/"));
      case "NOTHING" -> assertEquals("[]", answer.body());
      case "ARRAY" -> assertTrue(isJson(answer) && answer.json().isArray(), answer.body());
      case "INT" -> assertTrue(isJson(answer) && answer.json().isIntegralNumber(), answer.body());
      default -> {
        assertTrue(isJson(answer), answer.header("Content-Type"));
        boolean list = shape.endsWith("[]");
        String keys = SHAPES.get(list ? shape.substring(0, shape.length() - 2) : shape);
        if (!list) {
          check(keys, answer.json(), answer.body());
          return;
        }
        assertTrue(answer.json().isArray(), answer.body());
        assertTrue(answer.json().size() > 0, "an empty list tells nothing");
        answer.json().forEach(one -> check(keys, one, one.toString()));
      }
    }
  }

  private static boolean isJson(Answer answer) {
    return "application/json; charset=utf-8".equals(answer.header("Content-Type"));
  }

  private static void check(String shape, JsonNode object, String told) {
    Map<String, String> types = new LinkedHashMap<>();
    for (String one : shape.split(" ")) {
      types.put(one.substring(0, one.indexOf(':')), one.substring(one.indexOf(':') + 1));
    }
    assertEquals(List.copyOf(types.keySet()), Answer.keysOf(object), told);
    types.forEach(
        (key, type) -> {
          JsonNode value = object.get(key);
          assertTrue(fits(type, value), key + " is " + value);
          String part = PARTS.get(key);
          if (part != null && value.isArray()) {
            value.forEach(one -> check(part, one, told));
          } else if (part != null && value.isObject()) {
            check(part, value, told);
          }
        });
  }

  private static boolean fits(String type, JsonNode value) {
    if (value.isNull()) {
      return type.equals("n") || type.endsWith("?");
    }
    return switch (type.charAt(0)) {
      case 'i' -> value.isIntegralNumber();
      case 's' -> value.isTextual();
      case 'b' -> value.isBoolean();
      case 'a' -> value.isArray();
      case 'o' -> value.isObject();
      case 'd' -> value.isTextual() && DATE.matcher(value.asText()).matches();
      default -> false;
    };
  }
}
