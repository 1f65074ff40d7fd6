package org.polydesk.bootstrap.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.polydesk.bootstrap.doors.CallbackReceiver.Call;
import org.polydesk.bootstrap.doors.CloseLink;
import org.polydesk.bootstrap.doors.Visitor;
import org.polydesk.bootstrap.tikting.Answer;
import org.polydesk.bootstrap.tikting.DemoDesk;
import org.polydesk.bootstrap.tikting.Form;
import org.polydesk.bootstrap.tikting.OnEveryStore;
import org.polydesk.bootstrap.tikting.RegisterRules;
import org.polydesk.bootstrap.tikting.Retries;
import org.polydesk.bootstrap.tikting.Rushes;
import org.polydesk.bootstrap.tikting.Segments;
import org.polydesk.bootstrap.tikting.Store;
import org.polydesk.bootstrap.tikting.Tickets;

/**
 * What an integrator would check first, asked of the jar: one process a database for all of it,
 * mails and callbacks going to servers of their own. What can be seen through a door is looked at
 * there. Source: docs/dialects/tikting.md.
 *
 * <p>The desk's time goes forward only, so what needs a certain time comes first, and the end of
 * all tokens last.
 */
@OnEveryStore
@TestMethodOrder(OrderAnnotation.class)
final class TiktingChecksIT {
  /** A Monday, 9:00 in Paris, when the business day begins. */
  private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

  private static ObservedDesk observed;

  private final Store store;
  private final DemoDesk desk = observed.desk();
  private final Tickets tickets = new Tickets(desk);

  TiktingChecksIT(Store store) {
    this.store = store;
  }

  @BeforeParameterizedClassInvocation
  static void start(Store store, @TempDir Path directory) throws IOException {
    observed = new ObservedDesk(store, directory, START);
  }

  @AfterParameterizedClassInvocation
  static void stop() {
    observed.close();
  }

  private void at(String instant) {
    desk.setClock(Instant.parse(instant)).ok();
  }

  private void pass(Duration time) {
    desk.setClock(desk.now().plus(time)).ok();
  }

  /** A page of all tickets. */
  private Answer list(int page, int length, String search) {
    String body =
        JsonNodeFactory.instance
            .objectNode()
            .put("page", page)
            .put("length", length)
            .put("search", search)
            .toString();
    return Visitor.tikting(desk, "admin").json("POST", "", body).ok();
  }

  private List<String> found(String search) {
    return texts(list(1, 500, search).json(), "title");
  }

  private static List<String> texts(JsonNode rows, String key) {
    List<String> texts = new ArrayList<>();
    rows.forEach(row -> texts.add(row.path(key).asText()));
    return texts;
  }

  /** What was said and done about a ticket, newest first, as the Taas dialect tells it. */
  private JsonNode activities(String id) {
    return new Visitor(
            desk, "/ticketing/v1/tickets/", "Ocp-Apim-Subscription-Key", "demo-primary-key")
        .get(id + "/activities")
        .ok()
        .json("items");
  }

  private void refusesToken(String token) {
    desk.ask("GET", DemoDesk.METADATA, "Bearer " + token).refusesTheToken();
  }

  /** Three of eight hours are used when four become the target: one is left. */
  @Test
  @Order(1)
  void aChangedPriorityShouldSetTheDueDateAnewAndTheSameShouldNot() {
    at("2026-03-02T08:00:00Z");
    String id = tickets.open();
    assertEquals("2026-03-02T16:00:00Z", tickets.field(id, "dueDate"));

    at("2026-03-02T11:00:00Z");
    tickets.update(id, Form.empty().and("TicketPriorityId", "3")).has(204);
    assertEquals("2026-03-02T16:00:00Z", tickets.field(id, "dueDate"));
    tickets.update(id, Form.empty().and("TicketPriorityId", "4")).has(204);
    assertEquals("2026-03-02T12:00:00Z", tickets.field(id, "dueDate"));
  }

  /** Five of eight hours were used when it was done: three are left when it goes on. */
  @Test
  @Order(2)
  void anAnswerOfTheRequesterShouldReopenWhatIsDoneAndLetItsClockGoOn() {
    at("2026-03-02T11:00:00Z");
    String resolved = tickets.openFor("carol");
    String closed = tickets.openFor("carol");
    assertEquals("2026-03-03T11:00:00Z", tickets.field(resolved, "dueDate"));
    at("2026-03-02T16:00:00Z");
    tickets.resolve(resolved, "alice").ok();
    tickets.close(closed, "alice").has(204);

    at("2026-03-03T13:00:00Z");
    for (String id : List.of(resolved, closed)) {
      tickets.act("reqreply", id, Tickets.requesterReply(id, "carol"), "carol").ok();

      JsonNode ticket = tickets.find(id, "carol").ok().json();
      assertEquals(
          "{\"id\":7,\"status\":\"Reopened\",\"statusType\":1}", ticket.path("status").toString());
      assertEquals("2026-03-03T16:00:00Z", ticket.path("dueDate").asText());
      for (String cleared : List.of("resolvedOn", "closedOn", "closureStatus")) {
        assertTrue(ticket.path(cleared).isNull(), cleared);
      }
      assertFalse(ticket.path("isLocked").asBoolean());
    }
  }

  @Test
  void theGuidesCurlCommandShouldOpenATicket() {
    Form form = Form.howTo();
    Answer created =
        desk.send(
                "POST",
                DemoDesk.REGISTER,
                r ->
                    r.header("User-Agent", "curl/8.5.0")
                        .header("Accept", "*/*")
                        .header("Authorization", "Bearer " + desk.tokenOf("alice"))
                        .header("Content-Type", form.contentType())
                        .POST(BodyPublishers.ofByteArray(form.bytes())))
            .created();

    assertTrue(created.json("id").asLong() > 0);
    assertEquals(created.json("id"), created.json("Id"));
    assertEquals("Laptop screen is broken", created.json("title").asText());
    String location = created.header("Location");
    assertTrue(location.startsWith(CloseLink.BASE), location);
    Answer there = desk.get(location.substring(CloseLink.BASE.length()), "alice").ok();
    assertEquals(created.json("id"), there.json("id"));
  }

  @Test
  void fieldNamesShouldBeTakenInLowerCase() {
    desk.register(Form.howTo().spelled(name -> name.toLowerCase(Locale.ROOT)), "alice").created();
  }

  @Test
  void allRequiredFieldsThatAreMissingShouldBeNamedAtOnce() {
    desk.register(Form.empty().and("Unknown", "x"), "alice").refuses(RegisterRules.ALL_REQUIRED);
    assertEquals(7, RegisterRules.ALL_REQUIRED.size());
  }

  @Test
  void aTitleShouldHaveAtMost255Characters() {
    String longest = "é".repeat(255);

    Answer created = desk.registerWith("Title", longest).created();

    assertEquals(longest, created.json("title").asText());
    desk.registerWith("Title", longest + "x")
        .refuses("Title", "The field Title must be a string with a maximum length of 255.");
  }

  @ParameterizedTest
  @CsvSource({
    "abc,The value 'abc' is not valid for SiteId.",
    "'',The SiteId field is required.",
    "999,Invalid SiteId."
  })
  void aSiteThatIsNoneShouldBeRefused(String value, String sentence) {
    desk.registerWith("SiteId", value).refuses("SiteId", sentence);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ticket", "1"})
  void aTicketTypeShouldBeTakenByNameAndNumber(String value) {
    assertEquals(1, desk.registerWith("TicketType", value).created().json("ticketType").asInt());
  }

  @Test
  void aTicketTypeThatIsNoneShouldBeRefused() {
    desk.registerWith("TicketType", "99").refuses("TicketType", "The value '99' is invalid.");
    desk.register(Form.howTo().without("TicketType"), "alice")
        .refuses("TicketType", "The TicketType field is required.");
  }

  @Test
  void aMissingTokenShouldBeAskedFor() {
    Answer answer = desk.ask("GET", DemoDesk.METADATA, null).has(401);

    assertEquals("", answer.body());
    assertEquals("Bearer", answer.header("WWW-Authenticate"));
  }

  @Test
  void aTokenThatWasTamperedWithShouldBeRefused() {
    String[] parts = desk.tokenOf("alice").split("\\.");
    String claims = Segments.encoded(Segments.decoded(parts[1]).replace("alice", "admin"));
    assertNotEquals(parts[1], claims);

    refusesToken(String.join(".", parts[0], claims, parts[2]));
  }

  @Test
  void aTokenWithoutASignatureShouldBeRefused() {
    String[] parts = desk.tokenOf("alice").split("\\.");
    String header = Segments.encoded("{\"alg\":\"none\",\"typ\":\"JWT\"}");

    refusesToken(String.join(".", header, parts[1], ""));
    refusesToken(String.join(".", header, parts[1], parts[2]));
  }

  @Test
  void aChangedPasswordShouldEndATokenAtOnce() {
    String token = desk.logIn("svc", "svc-demo").ok().json("Token").asText();
    desk.ask("GET", DemoDesk.METADATA, "Bearer " + token).ok();

    Visitor.helpdesk(desk, "admin").form("UpdateUser", "userId", "8", "password", "another").ok();

    refusesToken(token);
    desk.logIn("svc", "svc-demo").has(401);
    String next = desk.logIn("svc", "another").ok().json("Token").asText();
    desk.ask("GET", DemoDesk.METADATA, "Bearer " + next).ok();
  }

  @Test
  @Order(Integer.MAX_VALUE)
  void aTokenShouldEndAfterSevenDays() {
    String token = desk.logIn("alice", "alice-demo").ok().json("Token").asText();

    pass(Duration.ofDays(7).minusSeconds(1));
    desk.ask("GET", DemoDesk.METADATA, "Bearer " + token).ok();
    pass(Duration.ofSeconds(1));
    refusesToken(token);
  }

  @Test
  void registeringWithoutPermissionShouldBeABadRequest() {
    Form form = Form.howTo().with("CreatorId", desk.idOf("dave"));

    Answer refusal = desk.register(form, "dave").has(400);

    assertEquals("Permission denied.", refusal.json("detail").asText());
    assertTrue(refusal.json("errors").isMissingNode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"update", "forward", "reply", "close", "resolve", "pickup", "delete"})
  void aMissingPermissionShouldBeToldWhetherTheTicketExistsOrNot(String verb) {
    for (String id : List.of(tickets.openFor("carol"), Tickets.MISSING)) {
      assertEquals("", tickets.call(verb, id, "carol").has(403).body());
    }
  }

  @Test
  void closingTwiceShouldLeaveOneEntry() {
    String id = tickets.openFor("carol");
    Form closing = Tickets.closing(id).and("Comments", "The end.");

    tickets.act("close", id, closing, "alice").has(204);
    JsonNode once = activities(id);
    assertEquals("", tickets.act("close", id, closing, "alice").has(200).body());

    assertEquals(once, activities(id));
    assertEquals(1, Collections.frequency(texts(once, "comment"), "The end."), once.toString());
    assertEquals(1, Collections.frequency(texts(once, "action"), "closed"), once.toString());
  }

  @Test
  void resolvingShouldSendItsMailAndItsCallbackThoughNobodyListensAtFirst() throws Exception {
    observed.receiver().answerWith(0);
    String id = tickets.openFor("carol");

    assertEquals("", tickets.resolve(id, "alice").ok().body());
    pass(Duration.ofSeconds(1));

    assertTrue(desk.until(() -> observed.calls(id).size() == 1));
    assertTrue(desk.until(() -> observed.mails(id, "RESOLVED").size() == 1));
    MimeMessage told = observed.mails(id, "RESOLVED").get(0);
    assertEquals("Carol Demo <carol@acme.test>", told.getAllRecipients()[0].toString());
    desk.ask("GET", CloseLink.in(told), null).ok();
    assertEquals("3", tickets.field(id, "ticketStatusId"));

    observed.receiver().answerWith(200);
    pass(Duration.ofSeconds(61));
    pass(Duration.ofHours(1));
    List<Call> calls = observed.calls(id);
    assertEquals(List.of(0, 200), calls.stream().map(Call::status).toList());
    assertEquals(1, calls.stream().map(Call::delivery).distinct().count());
    assertEquals("resolved", calls.get(1).json().path("event").asText());
    assertEquals(1, observed.mails(id, "RESOLVED").size());
  }

  @Test
  void aFileThatIsNotAllowedShouldBeSkipped() {
    String id = tickets.open();
    Form files = Form.empty().file("a.pdf", Tickets.PDF).file("b.exe", Tickets.PDF);

    Answer answer = tickets.act("addfiles", id, files, "alice").ok();

    assertEquals("1", answer.header("X-Skipped-Files"));
    JsonNode stored = tickets.find(id, "alice").ok().json("attachments");
    assertEquals(List.of("a.pdf"), texts(stored, "fileName"));
  }

  @Test
  void aDeletedTicketShouldBeGone() {
    String id = tickets.openFor("carol");
    assertTrue(texts(list(1, 500, "#" + id).json(), "id").contains(id));

    Answer deleted = tickets.delete(id, "admin").ok();

    assertTrue(deleted.json("isDeleted").asBoolean());
    tickets.find(id, "admin").has(404);
    assertFalse(texts(list(1, 500, "#" + id).json(), "id").contains(id));
    assertFalse(texts(ofRequester("carol", 1).json(), "id").contains(id));
    tickets.delete(id, "admin").has(404);
  }

  @Test
  void theListsOfATicketShouldBeScopedToIt() {
    String id = tickets.open();

    Answer scoped = desk.get(Tickets.BASE + "metadata/" + id, "alice").ok();

    assertFalse(scoped.keys().contains("requesters"));
    assertTrue(desk.get(Tickets.BASE + "metadata", "alice").ok().keys().contains("requesters"));
    assertEquals(List.of("100", "101"), texts(scoped.json("sub_categories"), "id"));
    desk.get(Tickets.BASE + "metadata/" + Tickets.MISSING, "alice").has(400);
  }

  private Answer ofRequester(String userName, int page) {
    Form form = Form.empty().and("username", userName).and("page", Integer.toString(page));
    return desk.post(Tickets.BASE + "list", form, "Bearer " + desk.tokenOf("admin")).ok();
  }

  @Test
  void theTicketsOfARequesterShouldComeInPagesOf25NewestFirst() {
    List<String> opened = new ArrayList<>();
    for (int i = 0; i < 26; i++) {
      opened.add(0, tickets.openFor("mona"));
    }

    assertEquals(opened.subList(0, 25), texts(ofRequester("mona", 1).json(), "id"));
    assertEquals(opened.subList(25, 26), texts(ofRequester("MONA", 2).json(), "id"));
    assertEquals("[]", ofRequester("mona", 3).body());
  }

  @Test
  void aSearchShouldTakeNoCharacterForOthers() {
    for (String title : List.of("qz 100% done", "qz 1000 done", "qz a_b", "qz axb")) {
      desk.registerWith("Title", title).created();
    }

    assertEquals(List.of("qz 100% done"), found("100%"));
    assertEquals(List.of("qz a_b"), found("a_b"));
  }

  @Test
  void pagesShouldKeepTheirOrderWhileTicketsAreOpened() throws Exception {
    List<String> before =
        Rushes.of(35, i -> desk.register(Form.howTo(), "alice").created()).stream()
            .map(answer -> answer.json("id").asText())
            .toList();
    AtomicInteger opened = new AtomicInteger();
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      Future<?> opening =
          other.submit(
              () -> {
                while (opened.get() < 60) {
                  desk.register(Form.howTo(), "alice").created();
                  opened.incrementAndGet();
                }
              });
      do {
        assertTrue(walk().containsAll(before));
      } while (!opening.isDone());
      opening.get();
    } finally {
      other.shutdownNow();
    }
  }

  /** Every ticket that is met from the first page to the last. */
  private Set<String> walk() {
    Set<String> met = new HashSet<>();
    List<Long> ids;
    for (int page = 1; ; page++) {
      ids = texts(list(page, 10, "").json(), "id").stream().map(Long::valueOf).toList();
      if (ids.isEmpty()) {
        return met;
      }
      assertEquals(ids.stream().distinct().sorted(Collections.reverseOrder()).toList(), ids);
      ids.forEach(id -> met.add(id.toString()));
    }
  }

  @Test
  void pickupsAtOnceShouldFollowEachOtherAndLeaveOneTechnician() throws Exception {
    String id = tickets.openFor("carol");
    List<String> technicians = List.of("alice", "bob", "admin");
    technicians.forEach(desk::tokenOf);

    Rushes.assertAll(
        200, Rushes.of(200, i -> tickets.act("pickup", id, Form.empty(), technicians.get(i % 3))));

    JsonNode now = tickets.find(id, "admin").ok().json("assignee");
    assertTrue(technicians.contains(now.path("userName").asText()), now.toString());
    List<JsonNode> steps = new ArrayList<>();
    activities(id).forEach(activity -> activity.path("changes").forEach(steps::add));
    assertTrue(steps.size() > 2, "nobody took it over");
    assertEquals(now.path("fullName"), steps.get(0).path("newValue"));
    for (int i = 1; i < steps.size(); i++) {
      assertEquals(
          steps.get(i).path("newValue"), steps.get(i - 1).path("oldValue"), steps.toString());
    }
    if (store == Store.POSTGRESQL) {
      assertEquals(now.path("id").asText(), tickets.lastOfChain(id).get("technician"));
      assertEquals(steps.size(), tickets.changes(id).size());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "get,404,404", "delete,403,403", "metadata,400,400", "update,400,403", "forward,400,403",
    "reply,400,403", "close,404,403", "resolve,400,403", "pickup,404,403", "read,404,404",
    "addfiles,404,404", "reqreply,400,400"
  })
  void anothersTicketShouldAnswerAsAMissingOne(String verb, int toRita, int toCarol) {
    String hidden = tickets.open();
    String version = tickets.find(hidden, "admin").ok().header("ETag");

    Map.of("rita", toRita, "carol", toCarol)
        .forEach(
            (userName, status) -> {
              Answer missing = tickets.call(verb, Tickets.MISSING, userName).has(status);
              Answer answer = tickets.call(verb, hidden, userName).has(status);

              assertEquals(missing.bodyWithoutTrace(), answer.bodyWithoutTrace());
              assertEquals(missing.headers().keySet(), answer.headers().keySet());
            });
    assertEquals(version, tickets.find(hidden, "admin").ok().header("ETag"));
  }

  @Test
  void whatThereIsNoneOfShouldBeWritten() {
    String body = tickets.find(tickets.open(), "alice").ok().body();

    for (String member :
        List.of("cc", "assignedUser", "groupId", "resolvedOn", "assignee", "group", "resolution")) {
      assertTrue(body.contains("\"%s\":null".formatted(member)), body);
    }
    assertTrue(body.contains("\"tags\":[]") && body.contains("\"attachments\":[]"), body);
  }

  @Test
  void pathsShouldBeTakenInAnyCase() {
    Answer usual = desk.get(DemoDesk.METADATA, "alice").ok();

    assertEquals(usual.body(), desk.get("/API/ticketsapi/APPMETADATA", "alice").ok().body());
  }

  /** Tried again at once, and after the desk had every chance to do what it had been asked for. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aRequestWhoseConnectionWasCutShouldCountOnce(boolean atOnce) throws IOException {
    String key = UUID.randomUUID().toString();
    Form form = Form.howTo().with("Title", "Cut " + key);
    Retries.sendAndHangUp(desk, DemoDesk.REGISTER, form, key, "alice");
    if (!atOnce) {
      assertTrue(desk.until(() -> found(key).size() == 1));
    }

    Answer answer = Retries.send(desk, DemoDesk.REGISTER, form, key, "alice").created();
    Answer again = Retries.send(desk, DemoDesk.REGISTER, form, key, "alice").created();

    assertEquals(answer.body(), again.body());
    assertEquals("true", again.header("Idempotent-Replay"));
    if (!atOnce) {
      assertEquals("true", answer.header("Idempotent-Replay"));
    }
    assertEquals(List.of("Cut " + key), found(key));
  }
}
