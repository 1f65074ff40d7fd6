package org.polydesk.bootstrap.tikting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
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
    tickets
        .act(verb, "abc", formOf(verb, "1").and("CreatorId", TestDesk.ALICE), "alice")
        .refuses("id", "The value 'abc' is not valid.");
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
  @ValueSource(strings = {"close", "resolve", "forward", "reply", "addfiles"})
  void aStaleVersionShouldBeRefused(String verb) {
    String id = tickets.open();
    Form form = formOf(verb, id);
    Tickets.Trace before = tickets.trace(id);

    Answer answer =
        desk.send(
            "POST",
            Tickets.BASE + verb + "/" + id,
            r ->
                r.header("Authorization", "Bearer " + desk.tokenOf("alice"))
                    .header("If-Match", "\"99\"")
                    .header("Content-Type", form.contentType())
                    .POST(java.net.http.HttpRequest.BodyPublishers.ofByteArray(form.bytes())));

    answer.has(412);
    assertEquals(before, tickets.trace(id));
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

  @ParameterizedTest
  @CsvSource({"2020-01-01T00:00:00Z", "2999-01-01"})
  void aClosingDateShouldLieBetweenTheCreationAndNow(String date) {
    String id = tickets.open();

    tickets
        .act("close", id, Tickets.closing(id).and("ClosingDate", date), "alice")
        .refuses(
            "ClosingDate", "The closing date must be between the creation of the ticket and now.");
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
