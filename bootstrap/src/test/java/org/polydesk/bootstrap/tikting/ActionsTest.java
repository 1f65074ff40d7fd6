package org.polydesk.bootstrap.tikting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Source: docs/dialects/tikting.md, section "Acting on a ticket". */
@OnEveryStore
final class ActionsTest {
  private static final byte[] PDF = "%PDF-1.4 a page".getBytes(StandardCharsets.US_ASCII);

  private final TestDesk desk;
  private final Tickets tickets;

  ActionsTest(Store store) {
    desk = store.shared();
    tickets = new Tickets(desk);
  }

  private static Form formOf(String verb, String id) {
    return switch (verb) {
      case "forward", "reply" -> Tickets.mail(id);
      case "close" -> Tickets.closing(id);
      case "resolve" -> Tickets.resolution(id);
      case "reqreply" -> Tickets.requesterReply(id, "alice");
      default -> Form.empty().file("a.pdf", PDF);
    };
  }

  @ParameterizedTest
  @CsvSource({
    "forward,400",
    "reply,400",
    "resolve,400",
    "reqreply,400",
    "close,404",
    "pickup,404",
    "read,404",
    "addfiles,404"
  })
  void aMissingTicketShouldBeTold(String verb, int status) {
    Answer answer =
        tickets.act(verb, Tickets.MISSING, formOf(verb, Tickets.MISSING), "alice").has(status);

    assertEquals("The ticket was not found.", answer.json("detail").asText());
    assertEquals(status == 400 ? "Bad Request" : "Not Found", answer.json("title").asText());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "forward",
        "reply",
        "resolve",
        "reqreply",
        "close",
        "pickup",
        "read",
        "addfiles",
        "update"
      })
  void anIdThatIsNoneShouldBeRefused(String verb) {
    Form form = formOf(verb, "1").and("CreatorId", TestDesk.ALICE);
    tickets.act(verb, "abc", form, "alice").refuses("id", "The value 'abc' is not valid.");
  }

  @ParameterizedTest
  @CsvSource({"forward,Id", "reply,Id", "reqreply,Id", "close,TicketId", "resolve,TicketId"})
  void theIdOfTheBodyShouldBeThatOfThePath(String verb, String field) {
    String id = tickets.open();
    Tickets.Trace before = tickets.trace(id);

    tickets
        .act(verb, id, formOf(verb, Tickets.MISSING), "alice")
        .refuses(field, "The %s does not match the path.".formatted(field));
    tickets
        .act(verb, Tickets.MISSING, formOf(verb, id), "alice")
        .refuses(field, "The %s does not match the path.".formatted(field));
    tickets
        .act(verb, id, formOf(verb, id).with(field, "x"), "alice")
        .refuses(field, "The value 'x' is not valid for %s.".formatted(field));

    assertEquals(before, tickets.trace(id));
  }

  @ParameterizedTest
  @CsvSource({
    "forward,Id Title SendTo",
    "reply,Id Title SendTo",
    "reqreply,Id Username Title",
    "close,TicketId CloseBy",
    "resolve,TicketId Details SubmitBy",
    "addfiles,Uploads"
  })
  void allThatIsRequiredShouldBeToldAtOnce(String verb, String fields) {
    String id = tickets.open();

    Answer answer = tickets.act(verb, id, Form.empty().and("Other", "x"), "alice").has(400);

    assertEquals(
        List.of(fields.split(" ")).stream().sorted().toList(),
        Answer.keysOf(answer.json("errors")).stream().sorted().toList());
    for (String field : fields.split(" ")) {
      assertEquals(
          "[\"The %s field is required.\"]".formatted(field),
          answer.json("errors").path(field).toString());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "forward,SendTo,nobody", "forward,CcTo,nobody", "forward,HasDraft,on", "reply,SendTo,a@",
    "close,CloseBy,nobody", "close,Status,99", "close,Acknowledged,yes", "close,ClosingDate,soon",
    "resolve,SubmitBy,nobody", "resolve,SubmitDate,soon", "reqreply,Username,nobody"
  })
  void aFieldShouldBeRefused(String verb, String field, String value) {
    String id = tickets.open();
    Tickets.Trace before = tickets.trace(id);

    Answer answer = tickets.act(verb, id, formOf(verb, id).with(field, value), "alice").has(400);

    assertEquals(List.of(field), Answer.keysOf(answer.json("errors")));
    assertEquals(before, tickets.trace(id));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "close",
        "resolve",
        "forward",
        "reply",
        "addfiles",
        "reqreply",
        "pickup",
        "read",
        "delete"
      })
  void aStaleVersionShouldBeRefused(String verb) {
    String id = tickets.open();
    Tickets.Trace before = tickets.trace(id);
    String path = verb.equals("delete") ? Tickets.BASE + id : Tickets.BASE + verb + "/" + id;
    Form form = formOf(verb, id);

    for (String version : List.of("\"99\"", "W/\"1\"", "\"1\"")) {
      Answer answer =
          desk.send(
              verb.equals("delete") ? "DELETE" : "POST",
              path,
              r -> {
                r.header("Authorization", "Bearer " + desk.tokenOf("admin"))
                    .header("If-Match", version);
                return verb.equals("delete")
                    ? r
                    : r.header("Content-Type", form.contentType())
                        .POST(BodyPublishers.ofByteArray(form.bytes()));
              });
      if (version.equals("\"1\"")) {
        assertEquals(2, answer.status() / 100, answer.body());
      } else {
        answer.has(412);
        assertEquals(before, tickets.trace(id));
      }
    }
    if (verb.equals("read")) {
      assertTrue(tickets.find(id, "admin").json("isRead").asBoolean());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"forward", "reply", "reqreply"})
  void aTitleShouldHave1000CharactersAtMost(String verb) {
    String id = tickets.open();

    tickets.act(verb, id, formOf(verb, id).with("Title", "x".repeat(1_000)), "alice").ok();
    tickets
        .act(verb, id, formOf(verb, id).with("Title", "x".repeat(1_001)), "alice")
        .refuses("Title", "The field Title must be a string with a maximum length of 1000.");
  }

  /** Each of them would fit. */
  @Test
  void commentsShouldBeNoLongerTogetherThanAnyText() {
    String id = tickets.open();
    Form form =
        Tickets.closing(id)
            .and("Comments", "x".repeat(500_000))
            .and("ClosureComments", "y".repeat(500_000));

    tickets
        .act("close", id, form, "alice")
        .refuses(
            "ClosureComments",
            "The field ClosureComments must be a string with a maximum length of 1000000.");
    tickets.act("close", id, form.with("Comments", "x".repeat(499_998)), "alice").has(204);
  }

  @Test
  void whatIsDoneForSomebodyElseShouldStandInTheHistory() {
    for (String verb : List.of("close", "resolve")) {
      String id = tickets.openFor("carol");

      assertEquals(2, tickets.act(verb, id, formOf(verb, id), "bob").status() / 100);

      assertEquals(
          List.of(desk.idOf("bob") + " " + TestDesk.ALICE),
          desk.rows(
              "select distinct actor_id, on_behalf_of from audit where entity = 'ticket'"
                  + " and entity_key = '%s' and action <> 'created'".formatted(id)));
    }
  }

  @ParameterizedTest
  @CsvSource({"close,CloseBy", "resolve,SubmitBy"})
  void aMemberShouldActForHimselfOnly(String verb, String field) {
    String id = tickets.openFor("carol");
    String granted = desk.query("select permissions from app_user where user_name = 'carol'");
    permit("CLOSE,CREATE,RESOLVE");
    try {
      tickets
          .act(verb, id, formOf(verb, id), "carol")
          .refuses(field, "Invalid %s.".formatted(field));
      Form own = formOf(verb, id).with(field, desk.idOf("carol"));
      assertEquals(2, tickets.act(verb, id, own, "carol").status() / 100);
    } finally {
      permit(granted);
    }
  }

  private void permit(String permissions) {
    desk.execute(
        "update app_user set permissions = '%s', version = version + 1 where user_name = 'carol'"
            .formatted(permissions));
  }

  /** Somebody who has left may have closed it, and his own tickets can still be changed. */
  @Test
  void whoeverHasLeftShouldStillBeNamed() {
    String daves = tickets.openFor("dave");
    String alices = tickets.open();
    String dave = desk.idOf("dave");
    disable(true);
    try {
      tickets.update(daves, Form.empty().and("SiteId", "2")).has(204);
      tickets
          .act("update", alices, Form.empty().and("CreatorId", dave), "alice")
          .refuses("CreatorId", "Invalid CreatorId.");
      tickets.act("resolve", daves, Tickets.resolution(daves).with("SubmitBy", dave), "alice").ok();
      tickets.act("close", daves, Tickets.closing(daves).with("CloseBy", dave), "alice").has(204);
    } finally {
      disable(false);
    }
  }

  private void disable(boolean disabled) {
    desk.execute(
        "update app_user set disabled = %s, version = version + 1 where user_name = 'dave'"
            .formatted(disabled));
  }

  /** Whatever goes wrong in the middle takes all that came before it back. */
  @ParameterizedTest
  @ValueSource(strings = {"close", "resolve", "forward", "reply", "reqreply", "pickup", "delete"})
  void aFailureShouldLeaveNothing(String verb) {
    String id = tickets.open();
    Tickets.Trace before = tickets.trace(id);
    desk.execute(
        "alter table audit add constraint nothing_happens check"
            + " (entity_key <> '%s' or action = 'created')".formatted(id));
    Answer answer;
    try {
      answer =
          verb.equals("delete")
              ? tickets.delete(id, "admin")
              : tickets.act(verb, id, formOf(verb, id), "alice");
    } finally {
      desk.execute("alter table audit drop constraint nothing_happens");
    }

    answer.has(500);
    assertEquals(List.of("type", "title", "status", "traceId"), answer.keys());
    assertEquals("An error occurred while processing your request.", answer.json("title").asText());
    assertTrue(answer.json("type").asText().endsWith("#section-15.6.1"));
    assertEquals(before, tickets.trace(id));
    assertEquals("null", tickets.field(id, "resolution"));
  }

  @Test
  void closingTwiceShouldCloseOnce() {
    String id = tickets.openFor("carol");

    assertEquals("", tickets.close(id, "alice").has(204).body());
    Tickets.Trace closed = tickets.trace(id);
    assertEquals("", tickets.close(id, "bob").has(200).body());

    assertEquals(closed, tickets.trace(id));
    assertEquals(1, tickets.entries(id, "CLOSURE"));
    assertEquals("4", tickets.field(id, "ticketStatusId"));
    assertEquals(20, tickets.field(id, "closedOn").length());
    assertEquals(
        List.of("CALLBACK CLOSED"),
        tickets.messages(id).stream().filter(m -> m.contains("CLOSED")).toList());
  }

  @Test
  void anAcknowledgedClosureShouldBeTold() {
    String id = tickets.openFor("carol");
    Form form =
        Tickets.closing(id)
            .and("Acknowledged", "True")
            .and("Status", "UnableToReproduce")
            .and("Comments", "Bye.")
            .and("ClosureComments", "Not seen again.")
            .and("ClosingDate", tickets.field(id, "createdOn"));

    tickets.act("close", id, form, "bob").has(204);

    assertTrue(tickets.messages(id).contains("MAIL CLOSED"));
    assertEquals("6", tickets.field(id, "closureStatus"));
    assertEquals(tickets.field(id, "createdOn"), tickets.field(id, "closedOn"));
    assertEquals(
        "Bye.\n\nNot seen again.",
        desk.query(
            "select e.body from entry e join ticket t on t.ticket_id = e.ticket_id"
                + " where e.kind = 'CLOSURE' and t.ticket_number = "
                + id));
  }

  /** A client of the platform cannot leave these two out. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0001-01-01T00:00:00",
        "0001-01-01T00:00:00Z",
        "0001-01-01T00:00:00.0000000",
        "0001-01-01T00:00:00.0000000+00:00",
        "0001-01-01T00:00:00+05:30",
        "0001-01-01"
      })
  void aDateThatNobodySetShouldBeNow(String unset) {
    String before = desk.now().truncatedTo(ChronoUnit.SECONDS).toString();
    String id = tickets.openFor("carol");

    tickets.act("resolve", id, Tickets.resolution(id).and("SubmitDate", unset), "alice").has(200);
    tickets.act("close", id, Tickets.closing(id).and("ClosingDate", unset), "alice").has(204);

    for (String field : List.of("resolvedOn", "closedOn")) {
      assertTrue(tickets.field(id, field).compareTo(before) >= 0, tickets.field(id, field));
    }
    desk.registerWith("DueDate", unset)
        .refuses("DueDate", "The value '%s' is not valid for DueDate.".formatted(unset));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0001-01-01T00:00:01", "0001-01-02", "0002-01-01T00:00:00"})
  void aClosingDateOfThatTimeShouldBeRefused(String date) {
    String id = tickets.open();

    tickets.act("close", id, Tickets.closing(id).and("ClosingDate", date), "alice").has(400);
  }

  @ParameterizedTest
  @CsvSource({"2020-01-01T00:00:00Z", "2999-01-01"})
  void aClosingDateShouldLieBetweenTheCreationAndNow(String date) {
    String id = tickets.open();

    tickets
        .act("close", id, Tickets.closing(id).and("ClosingDate", date), "alice")
        .refuses(
            "ClosingDate", "The closing date must be between the creation of the ticket and now.");
  }

  @ParameterizedTest
  @CsvSource({"2020-01-01T00:00:00Z", "2999-01-01"})
  void aSubmitDateShouldLieBetweenTheCreationAndNow(String date) {
    String id = tickets.open();
    Tickets.Trace before = tickets.trace(id);

    tickets
        .act("resolve", id, Tickets.resolution(id).and("SubmitDate", date), "alice")
        .refuses(
            "SubmitDate", "The submit date must be between the creation of the ticket and now.");

    assertEquals(before, tickets.trace(id));
    String created = tickets.field(id, "createdOn");
    tickets.act("resolve", id, Tickets.resolution(id).and("SubmitDate", created), "alice").ok();
    Answer resolved = tickets.find(id, "alice").ok();
    assertEquals(created, resolved.json("resolution").path("submitDate").asText());
  }

  @Test
  void resolvingTwiceShouldResolveOnce() {
    String id = tickets.openFor("carol");

    assertEquals("", tickets.resolve(id, "alice").ok().body());
    Tickets.Trace resolved = tickets.trace(id);
    assertEquals("", tickets.resolve(id, "bob").ok().body());

    assertEquals(resolved, tickets.trace(id));
    assertEquals(1, tickets.entries(id, "RESOLUTION"));
    assertEquals("3", tickets.field(id, "ticketStatusId"));
    assertTrue(tickets.messages(id).contains("MAIL RESOLVED"));
    assertEquals(
        "Replaced the screen.",
        tickets.find(id, "admin").json("resolution").path("details").asText());
  }

  @Test
  void resolvingAClosedTicketShouldChangeNothing() {
    String id = tickets.openFor("carol", 4);
    Tickets.Trace closed = tickets.trace(id);

    tickets.resolve(id, "alice").ok();

    assertEquals(closed, tickets.trace(id));
  }

  @Test
  void aLaterRoundShouldReplaceTheResolution() {
    String id = tickets.openFor("carol");
    tickets.resolve(id, "alice").ok();
    tickets.act("reqreply", id, Tickets.requesterReply(id, "carol"), "svc").ok();
    assertEquals("7", tickets.field(id, "ticketStatusId"));

    tickets
        .act("resolve", id, Tickets.resolution(id).with("Details", "Replaced it again."), "alice")
        .ok();

    assertEquals(2, tickets.entries(id, "RESOLUTION"));
    assertEquals(
        "Replaced it again.",
        tickets.find(id, "admin").json("resolution").path("details").asText());
    assertTrue(
        tickets.audit(id).contains("resolved resolution Replaced the screen. Replaced it again."));
  }

  @Test
  void aTicketShouldBePickedUp() {
    String id = tickets.openFor("carol");

    assertEquals("", tickets.act("pickup", id, Form.empty(), "alice").ok().body());
    Tickets.Trace picked = tickets.trace(id);
    tickets.act("pickup", id, Form.empty(), "alice").ok();
    assertEquals(picked, tickets.trace(id));
    assertEquals(TestDesk.ALICE, tickets.field(id, "assignedUser"));
    assertEquals("null", tickets.field(id, "firstResponseOn"));

    desk.ask("POST", Tickets.BASE + "pickup/" + id, "Bearer " + desk.tokenOf("bob")).ok();
    assertEquals(desk.idOf("bob"), tickets.field(id, "assignedUser"));
    assertEquals(2, tickets.entries(id, "ASSIGNMENT"));
    assertTrue(tickets.messages(id).contains("MAIL TAKEN_OVER"));
  }

  @Test
  void aLockedTicketShouldNotBePickedUp() {
    String id = tickets.openFor("carol");
    desk.execute("update ticket set locked = true where ticket_number = " + id);

    Answer answer = tickets.act("pickup", id, Form.empty(), "alice").has(400);

    assertEquals("The ticket is locked.", answer.json("detail").asText());
    assertEquals("null", tickets.field(id, "assignedUser"));
  }

  @Test
  void aDeletedTicketShouldBeGone() {
    String id = tickets.openFor("carol");

    Answer answer = tickets.delete(id, "admin").ok();

    assertTrue(answer.json("isDeleted").asBoolean());
    assertEquals(20, answer.json("deletedOn").asText().length());
    assertEquals(id, answer.json("id").asText());
    tickets.find(id, "admin").has(404);
    tickets.delete(id, "admin").has(404);
    for (String verb : List.of("forward", "reply", "resolve", "close", "pickup", "addfiles")) {
      assertNotEquals(200, tickets.act(verb, id, formOf(verb, id), "alice").status(), verb);
    }
    assertEquals(List.of("CREATED"), tickets.entries(id));
    assertTrue(
        desk
            .post(
                Tickets.BASE + "list",
                Form.empty().and("username", "carol"),
                "Bearer " + desk.tokenOf("admin"))
            .ok()
            .json()
            .findValuesAsText("id")
            .stream()
            .noneMatch(id::equals));
  }
}
