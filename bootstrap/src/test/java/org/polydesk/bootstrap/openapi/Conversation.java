package org.polydesk.bootstrap.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Asks a desk for everything that its Tikting door can answer. */
final class Conversation {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TICKETS = "/api/TicketsApi";
  private static final String ALICE = "a1b2c3d4-e5f6-7890-abcd-ef1234567890";
  private static final String CAROL = "d0000000-0000-4000-8000-000000000005";
  private static final String BOB = "d0000000-0000-4000-8000-000000000003";
  private static final Payload TOO_LARGE =
      Payload.form("Description", "x".repeat(RecordedDesk.MAX_REQUEST_BYTES + 1));
  private static final String NOBODY = "999999";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final RecordedDesk desk;
  private final String alice;
  private final String carol;

  Conversation(RecordedDesk desk) {
    this.desk = desk;
    this.alice = tokenOf("alice");
    this.carol = tokenOf("carol");
  }

  private String tokenOf(String name) {
    return read(desk.ask("/api/Users/authenticate", logIn(name, name + "-demo")), "Token");
  }

  private static Question logIn(String name, String password) {
    return Question.post(
        "/api/Users/authenticate",
        Payload.json(
            "{\"Email\":\"%s\",\"Password\":\"%s\",\"RememberMe\":false,\"Domain\":\"\"}"
                .formatted(name, password)));
  }

  void hold() {
    logIns();
    opening();
    lists();
    reading();
    updating();
    mails();
    closing();
    resolving();
    upkeep();
    deleting();
    racing();
    failing();
    goingDown();
  }

  private void logIns() {
    String path = "/api/Users/authenticate";
    desk.ask(path, logIn("alice", "wrong"));
    desk.ask(path, Question.post(path, Payload.json("{}")));
    desk.ask(path, Question.post(path, TOO_LARGE.as("application/json")));
    desk.ask(path, Question.post(path, Payload.text("text/plain", "alice")));
    for (int i = 0; i < 5; i++) {
      desk.ask(path, logIn("dave", "wrong"));
    }
    desk.ask(path, logIn("dave", "dave-demo"));
  }

  private void opening() {
    String register = TICKETS + "/register";
    refusals(register, register, true);
    desk.ask(register, as(alice, Question.post(register, Payload.form("SiteId", "abc"))));
    desk.ask(register, as(alice, Question.post(register, fullTicket())));
    retried(register, register, ticket("One key"), ticket("Another request"));
    String raise = TICKETS + "/new";
    refusals(raise, raise, true);
    desk.ask(
        raise, as(alice, Question.post(raise, raised("Somebody unknown", "nobody", "report.txt"))));
    desk.ask(raise, as(alice, Question.post(raise, raised("Carol's", "carol", "report.txt"))));
    retried(raise, raise, raised("One key", "carol", "a.txt"), raised("Another", "carol", "a.txt"));
  }

  private static Payload fullTicket() {
    return Payload.multipart(
        "Title", "Laptop screen is broken",
        "Description", "The screen <b>cracked</b> after a fall.",
        "CreatorId", CAROL,
        "SiteId", "1",
        "DepartmentId", "1",
        "TicketStatusId", "1",
        "TicketType", "1",
        "Cc", "a@example.com;b@example.com",
        "Guid", "7b1f0a52-6f0e-4b57-9a3c-5d1f4c0e2a99",
        "TicketCategoryId", "10",
        "DueDate", "2099-01-01",
        "GroupId", "1",
        "TicketPriorityId", "3",
        "SelectedTags", "1",
        "SelectedTags", "2",
        "AssignedUser", BOB,
        "Uploads", "report.txt",
        "Uploads", "virus.exe");
  }

  private static Payload ticket(String title) {
    return Payload.form(
        "Title", title,
        "Description", "Words.",
        "CreatorId", ALICE,
        "SiteId", "1",
        "DepartmentId", "1",
        "TicketStatusId", "1",
        "TicketType", "2");
  }

  private static Payload raised(String title, String requester, String file) {
    return Payload.multipart(
        "Title", title,
        "Description", "Words.",
        "Requester", requester,
        "Email", "somebody@example.com",
        "TicketPriorityId", "1",
        "Uploads", file,
        "Uploads", "no-extension");
  }

  private void lists() {
    refusals(TICKETS, TICKETS, true);
    desk.ask(
        TICKETS, as(alice, Question.post(TICKETS, Payload.json("{\"listType\":\"Everything\"}"))));
    Reply page =
        desk.ask(
            TICKETS,
            as(
                alice,
                Question.post(
                    TICKETS,
                    Payload.json(
                        "{\"page\":1,\"length\":2,\"search\":\"e\",\"listType\":\"AllTickets\","
                            + "\"filterBy\":\"Subject,Requester\"}"))));
    desk.ask(
        TICKETS,
        as(alice, Question.post(TICKETS, Payload.json("{\"page\":2,\"length\":1}")))
            .with("X-Cursor", page.headers().get("x-next-cursor").get(0)));
    String list = TICKETS + "/list";
    refusals(list, list, true);
    desk.ask(list, as(alice, Question.post(list, Payload.form("username", "carol", "page", "1"))));
    desk.ask(list, as(carol, Question.post(list, Payload.multipart("username", "alice"))));
    desk.ask(list, as(alice, Question.post(list, Payload.form("page", "1"))));
  }

  private void reading() {
    String number = opened();
    String path = TICKETS + "/{id}";
    refusals(path, TICKETS + "/1", false);
    desk.ask(path, as(alice, Question.get(TICKETS + "/" + number)));
    desk.ask(path, as(alice, Question.get(TICKETS + "/" + NOBODY)));
    desk.ask(path, as(alice, Question.get(TICKETS + "/abc")));
    String lists = TICKETS + "/metadata";
    desk.ask(lists, Question.get(lists));
    desk.ask(lists, as(alice, Question.get(lists)));
    desk.askBrokenly(lists, as(alice, Question.get(lists)));
    String scoped = lists + "/{id}";
    desk.ask(scoped, Question.get(lists + "/1"));
    desk.ask(scoped, as(alice, Question.get(lists + "/" + number)));
    desk.ask(scoped, as(alice, Question.get(lists + "/" + NOBODY)));
    String fixed = TICKETS + "/appmetadata";
    desk.ask(fixed, Question.get(fixed));
    desk.ask(fixed, as(alice, Question.get(fixed)));
    desk.askBrokenly(fixed, as(alice, Question.get(fixed)));
  }

  private void updating() {
    String number = opened();
    Payload change =
        Payload.form(
            "Id", number,
            "CreatorId", ALICE,
            "TicketType", "0",
            "TicketPriorityId", "2",
            "SiteId", "0",
            "DueDate", "2099-01-01T10:00:00Z");
    acting("update", number, change, Payload.form("Id", number));
  }

  private void mails() {
    String number = opened();
    Payload mail =
        Payload.multipart(
            "Id", number,
            "Title", "Re: it",
            "SendTo", "a@example.com",
            "CcTo", "b@example.com",
            "Message", "Words.",
            "HasDraft", "false",
            "Uploads", "a.txt",
            "Uploads", "b.exe");
    Payload other = Payload.form("Id", number, "Title", "Another", "SendTo", "a@example.com");
    for (String verb : List.of("forward", "reply")) {
      acting(verb, number, mail, Payload.form("Id", number));
      retried(TICKETS + "/" + verb + "/{id}", TICKETS + "/" + verb + "/" + number, mail, other);
    }
    Payload word =
        Payload.multipart(
            "Id",
            number,
            "Username",
            "alice",
            "Title",
            "Re: it",
            "Message",
            "Words.",
            "Uploads",
            "a.txt",
            "Uploads",
            "b.txt");
    acting("reqreply", number, word, Payload.form("Id", number));
    retried(
        TICKETS + "/reqreply/{id}",
        TICKETS + "/reqreply/" + number,
        word,
        Payload.form("Id", number, "Username", "alice", "Title", "Another"));
    desk.ask(
        TICKETS + "/reqreply/{id}",
        as(carol, Question.post(TICKETS + "/reqreply/" + number, word)));
  }

  private void closing() {
    String number = opened();
    Payload closing =
        Payload.multipart(
            "TicketId", number,
            "CloseBy", ALICE,
            "Acknowledged", "true",
            "Comments", "Done.",
            "Status", "1",
            "ClosureComments", "Really.",
            "Uploads", "a.txt",
            "Uploads", "b.exe");
    acting("close", number, closing, Payload.form("TicketId", number));
    desk.ask(
        TICKETS + "/close/{id}", as(alice, Question.post(TICKETS + "/close/" + number, closing)));
    desk.ask(
        TICKETS + "/close/{id}",
        as(
            alice,
            Question.post(
                TICKETS + "/close/" + NOBODY, Payload.form("TicketId", NOBODY, "CloseBy", ALICE))));
    desk.ask(TICKETS + "/{id}", as(alice, Question.get(TICKETS + "/" + number)));
  }

  private void resolving() {
    String number = opened();
    Payload resolution =
        Payload.form("TicketId", number, "Details", "Replaced.", "SubmitBy", ALICE);
    acting("resolve", number, resolution, Payload.form("TicketId", number));
    desk.ask(TICKETS + "/{id}", as(alice, Question.get(TICKETS + "/" + number)));
  }

  private void upkeep() {
    String number = opened();
    String files = TICKETS + "/addfiles/";
    Payload two = Payload.multipart("Uploads", "a.txt", "Uploads", "b.exe").declaredMultipart();
    acting("addfiles", number, two, Payload.multipart().declaredMultipart());
    retried(
        files + "{id}",
        files + number,
        two,
        Payload.multipart("Uploads", "c.txt").declaredMultipart());
    desk.ask(files + "{id}", as(alice, Question.post(files + NOBODY, two)));
    for (String verb : List.of("pickup", "read")) {
      String path = TICKETS + "/" + verb + "/{id}";
      String at = TICKETS + "/" + verb + "/";
      desk.ask(path, Question.post(at + number, Payload.NONE));
      desk.ask(path, as(carol, Question.post(at + number, Payload.NONE)));
      desk.ask(path, as(alice, Question.post(at + NOBODY, Payload.NONE)));
      desk.ask(path, as(alice, Question.post(at + "abc", Payload.NONE)));
      desk.ask(path, as(alice, Question.post(at + number, Payload.NONE)));
      desk.ask(path, as(alice, Question.post(at + number, Payload.NONE)).with("If-Match", "\"0\""));
    }
  }

  private void deleting() {
    String number = opened();
    String path = TICKETS + "/{id}";
    String admin = tokenOf("admin");
    desk.ask(path, Question.delete(TICKETS + "/" + number));
    desk.ask(path, as(carol, Question.delete(TICKETS + "/" + number)));
    desk.ask(path, as(admin, Question.delete(TICKETS + "/abc")));
    desk.ask(path, as(admin, Question.delete(TICKETS + "/" + NOBODY)));
    desk.ask(path, as(admin, Question.delete(TICKETS + "/" + number)).with("If-Match", "\"99\""));
    desk.ask(path, as(admin, Question.delete(TICKETS + "/" + number)));
  }

  /** Somebody else is always faster. */
  private void racing() {
    String number = opened();
    String admin = tokenOf("admin");
    desk.loseRaces(true);
    changes(number).forEach((verb, form) -> act(verb, number, form));
    desk.ask(TICKETS + "/{id}", as(admin, Question.delete(TICKETS + "/" + number)));
    desk.loseRaces(false);
  }

  /** The store takes nothing any more, and then gives nothing: it says no more than that. */
  private void failing() {
    String number = opened();
    String admin = tokenOf("admin");
    desk.failToWrite();
    desk.ask("/api/Users/authenticate", logIn("alice", "alice-demo"));
    openings().forEach((verb, form) -> open(verb, form));
    changes(number).forEach((verb, form) -> act(verb, number, form));
    desk.ask(TICKETS + "/{id}", as(admin, Question.delete(TICKETS + "/" + number)));
    desk.failToRead();
    waitUntilNothingIsRemembered();
    readings(number);
  }

  /** What the desk is set up as is remembered for two seconds. */
  private void waitUntilNothingIsRemembered() {
    Question question = as(alice, Question.get(TICKETS + "/appmetadata"));
    long until = System.nanoTime() + PATIENCE.toNanos();
    boolean remembered = true;
    while (remembered && System.nanoTime() < until) {
      remembered = desk.send(question).status() == 200;
    }
  }

  private void goingDown() {
    desk.goDown();
    desk.ask("/api/Users/authenticate", logIn("alice", "alice-demo"));
    openings().forEach((verb, form) -> open(verb, form));
    changes("1").forEach((verb, form) -> act(verb, "1", form));
    desk.ask(TICKETS + "/{id}", as(alice, Question.delete(TICKETS + "/1")));
    readings("1");
  }

  private static Map<String, Payload> openings() {
    return Map.of("register", ticket("T"), "new", raised("T", "carol", "a.txt"));
  }

  private void open(String verb, Payload form) {
    desk.ask(TICKETS + "/" + verb, as(alice, Question.post(TICKETS + "/" + verb, form)));
  }

  private static Map<String, Payload> changes(String number) {
    Payload mail = Payload.form("Id", number, "Title", "Re: it", "SendTo", "a@example.com");
    return Map.of(
        "update", Payload.form("CreatorId", ALICE, "SiteId", "2"),
        "forward", mail,
        "reply", mail,
        "reqreply", Payload.form("Id", number, "Username", "alice", "Title", "Re: it"),
        "close", Payload.form("TicketId", number, "CloseBy", ALICE),
        "resolve", Payload.form("TicketId", number, "Details", "Done.", "SubmitBy", ALICE),
        "pickup", Payload.NONE,
        "addfiles", Payload.multipart("Uploads", "a.txt").declaredMultipart());
  }

  private void act(String verb, String number, Payload form) {
    desk.ask(
        TICKETS + "/" + verb + "/{id}",
        as(alice, Question.post(TICKETS + "/" + verb + "/" + number, form)));
  }

  /** Whatever looks at tickets or lists and leaves nothing but a mark behind. */
  private void readings(String number) {
    desk.ask(TICKETS, as(alice, Question.post(TICKETS, Payload.json("{}"))));
    desk.ask(
        TICKETS + "/list",
        as(alice, Question.post(TICKETS + "/list", Payload.form("username", "carol"))));
    act("read", number, Payload.NONE);
    desk.ask(TICKETS + "/{id}", as(alice, Question.get(TICKETS + "/" + number)));
    desk.ask(TICKETS + "/metadata/{id}", as(alice, Question.get(TICKETS + "/metadata/" + number)));
    for (String lists : List.of("/metadata", "/appmetadata")) {
      desk.ask(TICKETS + lists, as(alice, Question.get(TICKETS + lists)));
    }
  }

  /** A call that changes a ticket, with everything that goes wrong before it goes right. */
  private void acting(String verb, String number, Payload right, Payload wrong) {
    String path = TICKETS + "/" + verb + "/{id}";
    String at = TICKETS + "/" + verb + "/" + number;
    refusals(path, at, true);
    desk.ask(path, as(carol, Question.post(at, right)));
    desk.ask(path, as(alice, Question.post(at, wrong)));
    desk.ask(path, as(alice, Question.post(at, right)).with("If-Match", "\"99\""));
    desk.ask(path, as(alice, Question.post(at, right)).with("X-Request-Id", "mine"));
  }

  /** What is told before anything is looked up. */
  private void refusals(String path, String at, boolean takesBody) {
    desk.ask(path, takesBody ? Question.post(at, Payload.NONE) : Question.get(at));
    if (takesBody) {
      Payload large = path.equals(TICKETS) ? TOO_LARGE.as("application/json") : TOO_LARGE;
      desk.ask(path, as(alice, Question.post(at, large)));
      desk.ask(path, as(alice, Question.post(at, Payload.text("text/plain", "words"))));
    }
  }

  /** The same key with the same request and with another one. */
  private void retried(String path, String at, Payload one, Payload other) {
    String key = "key-" + path + desk.exchanges().size();
    List<Payload> bodies = new ArrayList<>(List.of(one, one, other));
    bodies.forEach(
        body -> desk.ask(path, as(alice, Question.post(at, body)).with("Idempotency-Key", key)));
  }

  /** The number of a new ticket. */
  private String opened() {
    return read(
        desk.ask(
            TICKETS + "/register", as(alice, Question.post(TICKETS + "/register", ticket("New")))),
        "id");
  }

  private static Question as(String token, Question question) {
    return question.as(token);
  }

  private static String read(Reply reply, String member) {
    try {
      return JSON.readTree(reply.body()).get(member).asText();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(reply.body(), e);
    }
  }
}
