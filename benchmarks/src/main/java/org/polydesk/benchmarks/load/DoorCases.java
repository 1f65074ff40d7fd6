package org.polydesk.benchmarks.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is measured of a door: requests as its usual clients send them. */
final class DoorCases {
  private static final int PAGES_FOLLOWED = 100;
  private static final Pattern CONTINUATION = Pattern.compile("\"continuationToken\":\"([^\"]+)\"");

  private static final List<String> TAAS_ORDERS =
      List.of(
          "ticketId",
          "title",
          "requestorName",
          "requestorEmail",
          "assigneeName",
          "assigneeEmail",
          "status",
          "expectedDate",
          "priority",
          "createdDateTime",
          "lastInteraction");

  private final URI server;
  private final String secret;
  private final Numbers numbers;
  private final List<Long> closed;

  /**
   * A thing to measure.
   *
   * @param writes whether it changes the desk
   * @param number of the ticket that the next request is about, if it is about one
   */
  record Case(String name, boolean writes, Operation operation, Supplier<Long> number) {}

  /** Tickets in no order; every 200th of a filled desk is deleted. */
  static final class Numbers {
    private final Random random = new Random(1);
    private final long highest;
    private final long only;
    private long last;

    /**
     * @param only the only number there is; 0 for all
     */
    Numbers(long highest, long only) {
      this.highest = highest;
      this.only = only;
    }

    long next() {
      long drawn = 1 + (long) (random.nextDouble() * (highest - 1));
      last = only > 0 ? only : drawn % 200 == 0 ? drawn - 1 : drawn;
      return last;
    }

    long last() {
      return last;
    }
  }

  private DoorCases(URI server, String secret, Numbers numbers, List<Long> closed) {
    this.server = server;
    this.secret = secret;
    this.numbers = numbers;
    this.closed = closed;
  }

  /**
   * The cases of a door.
   *
   * @param given {@code door}: {@code tikting}, {@code helpdesk}, {@code taas} or {@code panel};
   *     {@code server}; {@code secret}, a token or key, or a password of {@code admin}; {@code
   *     tickets}, the highest number; {@code own}, a number of the token's user for the panel;
   *     {@code closed}, a file of numbers of closed tickets
   * @param only the only ticket that is read and answered; 0 for any
   */
  static List<Case> of(Map<String, String> given, long only)
      throws IOException, InterruptedException {
    List<Long> closed =
        given.containsKey("closed")
            ? Files.readAllLines(Path.of(given.get("closed"))).stream().map(Long::valueOf).toList()
            : List.of();
    DoorCases cases =
        new DoorCases(
            URI.create(given.get("server")),
            given.get("secret"),
            new Numbers(Long.parseLong(given.get("tickets")), only),
            closed);
    return switch (given.get("door")) {
      case "tikting" -> cases.tikting();
      case "helpdesk" -> cases.helpdesk();
      case "taas" -> cases.taas();
      case "panel" -> cases.panel(Long.parseLong(given.get("own")));
      default -> throw new IllegalArgumentException("no such door: " + given.get("door"));
    };
  }

  private List<Case> tikting() throws IOException, InterruptedException {
    Session session = Session.open(server, "admin", secret);
    return List.of(
        writing("register", Operation.register(session)),
        new Case("get", false, Operation.get(session, numbers::next), numbers::last));
  }

  private List<Case> helpdesk() {
    List<Case> cases = new ArrayList<>();
    for (String query :
        List.of(
            "",
            "mode=unanswered",
            "mode=unclosed",
            "mode=updated",
            "handledByUserID=1001",
            "statusId=1",
            "statusId=3",
            "categoryId=11",
            "fromUserId=10001",
            "fromUserId=10002",
            "updatedByType=cust",
            "tagName=vip",
            "dueInDays=1",
            "dateFrom=2020-01-01",
            "updatedFrom=2020-01-01&mode=unclosed",
            "offset=1000")) {
      cases.add(helpdeskGet("Tickets" + (query.isEmpty() ? "" : "?" + query)));
    }
    cases.add(
        reading("ticket", () -> bearer("GET", "/helpdesk/api/ticket?id=" + numbers.next(), "")));
    cases.add(
        reading(
            "comments", () -> bearer("GET", "/helpdesk/api/comments?id=" + numbers.next(), "")));
    cases.add(helpdeskGet("Search?query=zeppelin"));
    cases.add(helpdeskGet("Search?query=printer"));
    cases.add(helpdeskGet("Search?query=printer+zeppelin"));
    cases.add(helpdeskGet("Stats"));
    cases.add(
        writing(
            "ticket POST",
            Operation.of(
                200,
                () ->
                    bearer(
                        "POST",
                        "/helpdesk/api/ticket",
                        "categoryId=11&subject=Printer&body=It+burns.&priorityId=1"))));
    cases.add(
        new Case(
            "comment",
            true,
            Operation.of(
                200,
                () ->
                    bearer(
                        "POST",
                        "/helpdesk/api/comment",
                        "id=%d&body=We+are+on+it.".formatted(numbers.next()))),
            numbers::last));
    return cases;
  }

  private Case helpdeskGet(String call) {
    String request = bearer("GET", "/helpdesk/api/" + call, "");
    return new Case(call, false, Operation.of(200, () -> request), () -> 0L);
  }

  private Case reading(String name, Supplier<String> request) {
    return new Case(name, false, Operation.of(200, request), numbers::last);
  }

  private static Case writing(String name, Operation operation) {
    return new Case(name, true, operation, () -> 0L);
  }

  private String bearer(String method, String path, String form) {
    return request(
        method,
        path,
        "Authorization: Bearer " + secret + "\r\n",
        "application/x-www-form-urlencoded",
        form);
  }

  private String request(
      String method, String path, String headers, String mediaType, String body) {
    String content =
        body.isEmpty()
            ? ""
            : "Content-Type: %s\r\nContent-Length: %d\r\n".formatted(mediaType, body.length());
    return "%s %s HTTP/1.1\r\nHost: %s\r\nAccept: */*\r\n%s%s\r\n%s"
        .formatted(method, path, server.getAuthority(), headers, content, body);
  }

  private List<Case> taas() throws IOException, InterruptedException {
    List<Case> cases = new ArrayList<>();
    for (String order : TAAS_ORDERS) {
      for (String direction : List.of("DESC", "ASC")) {
        String query = "orderBy=%s&order=%s".formatted(order, direction);
        cases.add(taasList(query, query, Optional.empty()));
      }
    }
    for (String order : List.of("createdDateTime", "title", "assigneeName")) {
      String query = "orderBy=" + order;
      cases.add(taasList(query + ", page " + (PAGES_FOLLOWED + 1), query, continuation(query)));
    }
    cases.add(taasList("status=Open", "status=Open", Optional.empty()));
    cases.add(taasList("search=zeppelin", "search=zeppelin", Optional.empty()));
    cases.add(reading("get", () -> keyed("GET", "/" + numbers.next(), "", "")));
    cases.add(
        reading("activities", () -> keyed("GET", "/" + numbers.next() + "/activities", "", "")));
    String someone = "{\"id\":\"u-2\",\"name\":\"Bo\",\"email\":\"bo@example.test\"}";
    cases.add(
        writing(
            "create",
            Operation.of(
                201,
                () ->
                    keyed(
                        "POST",
                        "",
                        "",
                        ("{\"ticket\":{\"title\":\"Printer down\",\"requestor\":{\"id\":\"u-1\","
                                + "\"name\":\"Ann\",\"email\":\"ann@example.test\"},"
                                + "\"priority\":\"Urgent\"},\"user\":%s}")
                            .formatted(someone)))));
    cases.add(
        new Case(
            "comment",
            true,
            Operation.of(
                201,
                () ->
                    keyed(
                        "POST",
                        "/" + numbers.next() + "/activities",
                        "",
                        "{\"comment\":\"We are on it.\",\"user\":%s}".formatted(someone))),
            numbers::last));
    Supplier<Turn> turns = new Turns(closed);
    Turn[] last = new Turn[1];
    cases.add(
        new Case(
            "status",
            true,
            Operation.of(
                200,
                () -> {
                  last[0] = turns.get();
                  return keyed(
                      "PUT",
                      "/" + last[0].number() + "/status",
                      "",
                      "{\"status\":\"%s\",\"user\":%s}".formatted(last[0].state(), someone));
                }),
            () -> last[0].number()));
    return cases;
  }

  /** A ticket and the state it is to have. */
  private record Turn(long number, String state) {}

  /** Reopens all closed tickets, then closes them, and so on. */
  private static final class Turns implements Supplier<Turn> {
    private final List<Long> closed;
    private int given;

    Turns(List<Long> closed) {
      this.closed = closed;
    }

    @Override
    public Turn get() {
      int round = given / closed.size();
      return new Turn(closed.get(given++ % closed.size()), round % 2 == 0 ? "Reopened" : "Closed");
    }
  }

  private Case taasList(String name, String query, Optional<String> continuation) {
    String header = continuation.map("continuationToken: %s\r\n"::formatted).orElse("");
    String request = keyed("GET", "?" + query, header, "");
    return new Case(name, false, Operation.of(200, () -> request), () -> 0L);
  }

  private String keyed(String method, String path, String headers, String json) {
    return request(
        method,
        "/ticketing/v1/tickets" + path,
        "Ocp-Apim-Subscription-Key: " + secret + "\r\n" + headers,
        "application/json",
        json);
  }

  /** Where the page after the first hundred begins. */
  private Optional<String> continuation(String query) throws IOException, InterruptedException {
    HttpClient client = HttpClient.newHttpClient();
    Optional<String> token = Optional.empty();
    for (int page = 0; page < PAGES_FOLLOWED; page++) {
      HttpRequest.Builder next =
          HttpRequest.newBuilder(server.resolve("/ticketing/v1/tickets?select=id&" + query))
              .header("Ocp-Apim-Subscription-Key", secret);
      token.ifPresent(from -> next.header("continuationToken", from));
      String body = client.send(next.build(), HttpResponse.BodyHandlers.ofString()).body();
      Matcher found = CONTINUATION.matcher(body);
      if (!found.find()) {
        throw new IOException("a list ends too soon: " + query);
      }
      token = Optional.of(found.group(1));
    }
    return token;
  }

  private List<Case> panel(long own) {
    return List.of(
        panelGet("tickets", "/support/tickets"),
        panelGet("ticket", "/support/tickets/" + own),
        panelGet("comments", "/support/tickets/" + own + "/comments"),
        writing(
            "ticket POST",
            Operation.of(
                200,
                () ->
                    token(
                        "POST",
                        "/support/tickets",
                        "{\"summary\":\"Disk alert\",\"comment_body\":\"It is full.\"}"))));
  }

  private Case panelGet(String name, String path) {
    String request = token("GET", path, "");
    return new Case(name, false, Operation.of(200, () -> request), () -> 0L);
  }

  private String token(String method, String path, String json) {
    return request(method, path, "X-Token: " + secret + "\r\n", "application/json", json);
  }
}
