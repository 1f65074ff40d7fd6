package org.polydesk.bootstrap.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.polydesk.bootstrap.tikting.Answer;
import org.polydesk.bootstrap.tikting.OnEveryStore;
import org.polydesk.bootstrap.tikting.Store;
import org.polydesk.bootstrap.tikting.TestDesk;

/**
 * Section "Roles" of docs/dialects/helpdesk.md at a desk whose technicians see only their
 * categories, and that has a category for technicians only.
 */
@OnEveryStore
final class HelpdeskSightTest {
  /** Software is alice's, Hardware is bob's, Internal is for technicians and nobody's. */
  private static final String SOFTWARE = "11";

  private static final String HARDWARE = "10";
  private static final String INTERNAL = "13";
  private static final String MISSING = "99999999";

  private static final Map<Store, Setting> SETTINGS = new EnumMap<>(Store.class);

  /** A desk and its tickets, which are all carol's, by what is special about them. */
  private record Setting(TestDesk desk, Map<String, String> tickets, Map<String, String> files) {}

  private final TestDesk desk;
  private final Map<String, String> tickets;
  private final Map<String, String> files;
  private final Visitor admin;
  private final Visitor carol;

  HelpdeskSightTest(Store store) {
    Setting setting = SETTINGS.computeIfAbsent(store, HelpdeskSightTest::set);
    this.desk = setting.desk();
    this.tickets = setting.tickets();
    this.files = setting.files();
    this.admin = who("admin");
    this.carol = who("carol");
  }

  @AfterAll
  static void close() {
    SETTINGS.values().forEach(setting -> setting.desk().close());
    SETTINGS.clear();
  }

  private static Setting set(Store store) {
    TestDesk desk = TestDesk.running(store);
    desk.execute(
        "insert into catalogue_row (desk_id, list, row_id, name, active, staff_only)"
            + " values (1, 'CATEGORY', 13, 'Internal', true, true)");
    desk.execute(
        "update desk_setting set setting = 'true' where desk_id = 1 and name = 'ownCategoriesOnly'");
    desk.restart();
    Visitor admin = Visitor.helpdesk(desk, "admin");
    admin
        .form("CreateUser", "email", "eve@else.test", "username", "eve", "password", "eve-demo")
        .ok();
    String nora =
        admin
            .form("CreateUser", "email", "nora@d.test", "username", "nora", "password", "nora-demo")
            .ok()
            .body();
    desk.execute(
        "update app_user set role = 'TECHNICIAN', permissions = 'UPDATE' where user_name = 'nora'");
    admin.form("AddCategoryTechPermission", "userId", nora, "categoryId", HARDWARE).ok();
    Map<String, String> tickets = new LinkedHashMap<>();
    tickets.put("software", open(desk, SOFTWARE));
    tickets.put("hardware", open(desk, HARDWARE));
    tickets.put("ritas", open(desk, HARDWARE));
    tickets.put("followed", open(desk, HARDWARE));
    tickets.put("internal", open(desk, SOFTWARE));
    admin.form("UpdateTicket", "id", tickets.get("ritas"), "assignedUserId", "4").ok();
    admin.form("AddSubscriber", "id", tickets.get("followed"), "userId", "2").ok();
    admin.form("UpdateTicket", "id", tickets.get("internal"), "categoryId", INTERNAL).ok();
    Map<String, String> files = new LinkedHashMap<>();
    tickets.forEach(
        (name, id) -> {
          admin.upload("AttachFile", id, "f", "file.txt", name).ok();
          JsonNode all = admin.get("Attachments?id=" + id).ok().json();
          files.put(name, all.get(0).get("FileID").asText());
        });
    return new Setting(desk, tickets, files);
  }

  private static String open(TestDesk desk, String category) {
    return Visitor.helpdesk(desk, "carol")
        .form("ticket", "categoryId", category, "subject", "Sighted", "body", "It burns.")
        .ok()
        .body();
  }

  private Visitor who(String name) {
    return Visitor.helpdesk(desk, name);
  }

  /** Rows: whose eyes, and what they see of the five tickets. */
  @ParameterizedTest
  @CsvSource({
    "admin, software hardware ritas followed internal",
    "alice, software followed",
    "bob, hardware ritas followed",
    "rita, ritas",
    "carol, software hardware ritas followed internal",
    "dave, ''",
    "mona, software hardware ritas followed internal",
    "eve, ''",
    "svc, ''"
  })
  void everyMethodShouldAgreeOnWhoSeesWhat(String name, String seen) {
    Visitor eyes = who(name);
    List<String> expected = List.of(seen.split(" "));
    List<String> hidden = tickets.keySet().stream().filter(t -> !expected.contains(t)).toList();

    tickets.forEach(
        (ticket, id) -> {
          int wanted = expected.contains(ticket) ? 200 : 404;
          for (String path : reads(ticket, id)) {
            assertEquals(wanted, eyes.get(path).status(), name + ": " + path);
          }
          assertEquals(
              wanted,
              desk.send("GET", "/Ticket/" + id, r -> r.header("Authorization", eyes.credential()))
                  .status());
          assertEquals(wanted == 200, told(eyes, id), name + ": " + ticket);
          if (wanted == 404 && ticket.equals(hidden.get(0))) {
            writes(id).forEach((path, pairs) -> eyes.form(path, pairs).has(404));
            eyes.upload("AttachFile", id, "f", "a.txt", "x").has(404);
          }
        });
    TreeSet<String> numbers = new TreeSet<>();
    tickets.forEach(
        (ticket, id) -> numbers.addAll(expected.contains(ticket) ? List.of(id) : List.of()));
    assertEquals(numbers, numbers(eyes, "Search?query=Sighted&count=300"));
    assertEquals(numbers, numbers(eyes, "Search?query=burns&count=300"));
    TreeSet<String> all = numbers(eyes, "Tickets?count=300");
    assertTrue(all.containsAll(numbers), all.toString());
    assertEquals(all.size(), eyes.get("Stats").ok().json().get("TotalTickets").asInt(), name);
    assertEquals(
        numbers(eyes, "Tickets?count=300&mode=unclosed").size(),
        eyes.get("Stats").ok().json().get("Unclosed").asInt(),
        name);
  }

  /** All methods for two of the tickets, the two most told for the others. */
  private List<String> reads(String ticket, String id) {
    List<String> all = methods(ticket, id);
    return List.of("software", "hardware").contains(ticket) ? all : all.subList(0, 2);
  }

  private List<String> methods(String ticket, String id) {
    return List.of(
        "ticket?id=" + id,
        "comments?id=" + id,
        "Tickets/" + id,
        "Attachments?id=" + id,
        "attachment?id=" + files.get(ticket),
        "Subscribers?id=" + id,
        "LinkedTickets?id=" + id,
        "SubTickets?id=" + id,
        "TimeSpentLog?ticketId=" + id,
        "TicketCustomFields?id=" + id);
  }

  private static Map<String, String[]> writes(String id) {
    Map<String, String[]> writes = new LinkedHashMap<>();
    writes.put("comment", new String[] {"id", id, "body", "x"});
    writes.put("UpdateTicket", new String[] {"id", id, "subject", "x"});
    writes.put("Close", new String[] {"id", id});
    writes.put("AddSubscriber", new String[] {"id", id});
    writes.put("RemoveSubscriber", new String[] {"id", id});
    writes.put("SetCustomField", new String[] {"ticketId", id, "fieldId", "1", "value", "x"});
    return writes;
  }

  /** Whether a model is told of the ticket. */
  private static boolean told(Visitor eyes, String id) {
    Answer answer =
        eyes.json(
            "POST",
            "mcp",
            """
            {"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"jitbit_get_ticket",
             "arguments":{"ticketId":%s}}}
            """
                .formatted(id));
    return !answer.ok().json().get("result").get("isError").asBoolean();
  }

  /** Numbers of comments and files tell no more than numbers of tickets. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "updatecomment?body=x&id=",
        "DeleteFile?id=",
        "attachment?id=",
        "Attachments?commentId="
      })
  void commentsAndFilesOfHiddenTicketsShouldLookMissing(String path) {
    String ticket = tickets.get("hardware");
    String hidden =
        path.contains("omment")
            ? admin.form("comment", "id", ticket, "body", "Hidden.").ok().body()
            : files.get("hardware");
    String verb = path.startsWith("attachment") ? "GET" : "POST";
    for (String name : List.of("alice", "rita", "dave", "eve")) {
      Answer seen = who(name).send(verb, path + hidden, "text/plain", "");
      Answer missing = who(name).send(verb, path + MISSING, "text/plain", "");
      assertEquals(404, seen.status(), name + ": " + seen.body());
      assertEquals(missing.status(), seen.status());
      assertEquals(missing.body(), seen.body());
    }
  }

  /** A note of a technician who may not write any must not become public. */
  @Test
  void aNoteShouldNotBecomePublicForWantOfAPermission() {
    String id = tickets.get("hardware");
    Visitor nora = who("nora");

    nora.form("comment", "id", id, "body", "quiet word", "forTechsOnly", "true").has(403);
    nora.form("comment", "id", id, "body", "quiet word", "isSystem", "true").has(403);

    assertFalse(carol.get("comments?id=" + id).ok().body().contains("quiet word"));
  }

  private static TreeSet<String> numbers(Visitor eyes, String path) {
    TreeSet<String> numbers = new TreeSet<>();
    eyes.get(path).ok().json().forEach(row -> numbers.add(row.get("TicketID").asText()));
    return numbers;
  }

  /** A category for technicians looks missing to everybody else. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "CustomFieldsForCategory?id=%s",
        "TechsForCategory?id=%s",
        "Tickets?categoryId=%s",
        "Search?query=x&categoryId=%s",
        "ticket?categoryId=%s&subject=s&body=b",
        "UpdateTicket?id=OWN&categoryId=%s"
      })
  void aCategoryForTechniciansShouldLookMissingToUsers(String path) {
    String own = path.replace("OWN", tickets.get("software"));
    for (String name : List.of("carol", "svc")) {
      Visitor user = who(name);
      if (path.contains("OWN") && !name.equals("carol")) {
        user.form(own.formatted(INTERNAL)).has(404);
        return;
      }
      Answer hidden = user.form(own.formatted(INTERNAL));
      Answer missing = user.form(own.formatted("999"));
      assertEquals(400, hidden.status(), hidden.body());
      assertEquals(missing.status(), hidden.status());
      assertEquals(missing.body(), hidden.body());
    }
  }

  @Test
  void aCategoryForTechniciansShouldBeListedToThemAlone() {
    for (String name : List.of("admin", "alice", "rita")) {
      JsonNode last = who(name).get("categories").ok().json().get(3);
      assertEquals("Internal", last.get("Name").asText());
      assertTrue(last.get("ForTechsOnly").asBoolean());
    }
    for (String name : List.of("carol", "mona", "eve")) {
      Answer answer = who(name).get("categories").ok();
      assertEquals(3, answer.json().size());
      assertFalse(who(name).get("Articles").ok().body().contains("Internal"));
    }
    String article =
        admin
            .form("article", "categoryId", INTERNAL, "subject", "How we do it", "body", "Quietly.")
            .ok()
            .body();
    assertTrue(admin.get("Articles").ok().body().contains("How we do it"));
    assertFalse(carol.get("Articles").ok().body().contains("How we do it"));
    carol.get("Article/" + article).has(404);
    assertEquals(
        carol.get("Article/999999").has(404).body(), carol.get("Article/" + article).body());
  }

  /** Its requester sees a ticket of such a category as one without a category. */
  @Test
  void aTicketOfACategoryForTechniciansShouldNotTellItsName() {
    String id = tickets.get("internal");

    JsonNode seen = admin.get("ticket?id=" + id).ok().json();
    assertEquals("Internal", seen.get("CategoryName").asText());
    assertTrue(seen.get("IsCurrentCategoryForTechsOnly").asBoolean());
    for (String name : List.of("carol", "mona")) {
      Visitor user = who(name);
      assertEquals(0, user.get("ticket?id=" + id).ok().json().get("CategoryID").asInt());
      for (String path :
          List.of(
              "ticket?id=" + id, "comments?id=" + id, "Tickets?count=300", "Search?query=burns")) {
        assertFalse(user.get(path).ok().body().contains("Internal"), path);
      }
    }
  }

  /** Whoever may not read who there is does not find out by naming people. */
  @ParameterizedTest
  @CsvSource({
    "ticket, userId, 403",
    "ticket, assignedToUserId, 403",
    "UpdateTicket, userId, 403",
    "UpdateTicket, assignedUserId, 403",
    "comment, fromUserId, 403",
    "AddSubscriber, userId, 403",
    "RemoveSubscriber, userId, 403",
    "UserCustomFields, userId, 403"
  })
  void numbersOfPeopleShouldNotBeFoundOutByUsers(String method, String name, int status) {
    Answer there = naming(method, name, "3");
    Answer missing = naming(method, name, MISSING);

    assertEquals(status, there.status(), there.body());
    assertEquals(status, missing.status(), missing.body());
    assertEquals(there.body(), missing.body());
  }

  private Answer naming(String method, String name, String number) {
    return carol.form(
        method,
        "id",
        tickets.get("software"),
        "categoryId",
        SOFTWARE,
        "subject",
        "s",
        "body",
        "b",
        name,
        number);
  }

  /** Section "Opening": the category's own technicians, or an administrator. */
  @ParameterizedTest
  @CsvSource({"11, 2, 200", "11, 3, 400", "10, 3, 200", "11, 1, 200", "13, 3, 200", "11, 5, 400"})
  void aNewTicketShouldGoToSomebodyOfItsCategory(String category, String user, int status) {
    admin
        .form(
            "ticket",
            "categoryId",
            category,
            "subject",
            "Given",
            "body",
            "",
            "assignedToUserId",
            user)
        .has(status);
  }
}
