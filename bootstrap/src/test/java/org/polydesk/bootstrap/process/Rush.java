package org.polydesk.bootstrap.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sixteen threads that open tickets and speak in those of all others, each through one of the four
 * doors of a demo, before and after the server is killed; then every word that was acknowledged is
 * looked for in its ticket.
 */
final class Rush {
  private static final int THREADS = 16;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CAROL = "d0000000-0000-4000-8000-000000000005";
  private static final String PEOPLE =
      "{\"id\":\"c\",\"name\":\"Carol\",\"email\":\"carol@acme.test\"}";

  private final Path directory;
  private final Map<String, String> settings;
  private final Duration halfTime;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** The words that each ticket must have, by its number. */
  private final ConcurrentMap<Long, Queue<String>> acknowledged = new ConcurrentHashMap<>();

  private final Map<Door, AtomicInteger> byDoor = new EnumMap<>(Door.class);
  private final Queue<String> serverErrors = new ConcurrentLinkedQueue<>();
  private final AtomicInteger words = new AtomicInteger();

  /**
   * @param time how long they write, the kill being in the middle
   */
  Rush(Path directory, Map<String, String> settings, Duration time) {
    this.directory = directory;
    this.settings = settings;
    this.halfTime = time.dividedBy(2);
    for (Door door : Door.values()) {
      byDoor.put(door, new AtomicInteger());
    }
  }

  /** The doors, and how a ticket is opened and spoken in through each. */
  private enum Door {
    TIKTING,
    HELPDESK,
    TAAS,
    PANEL
  }

  /**
   * What came of it.
   *
   * @param acknowledgedByDoor how many words each door acknowledged
   * @param serverErrors answers of 500 and more
   * @param lost words that are not in their tickets
   */
  record Outcome(
      Map<String, Integer> acknowledgedByDoor, List<String> serverErrors, List<String> lost) {}

  Outcome run() throws IOException, InterruptedException, ExecutionException {
    try (DeskProcess desk = DeskProcess.demo(directory, settings)) {
      write(desk, true);
    }
    List<String> lost;
    try (DeskProcess desk = DeskProcess.demo(directory, settings)) {
      lost = new ArrayList<>(lost(desk.address()));
      write(desk, false);
      lost.addAll(lost(desk.address()));
    }
    Map<String, Integer> counts = new ConcurrentHashMap<>();
    byDoor.forEach((door, count) -> counts.put(door.name(), count.get()));
    return new Outcome(counts, List.copyOf(serverErrors), lost.stream().distinct().toList());
  }

  private void write(DeskProcess desk, boolean kill)
      throws IOException, InterruptedException, ExecutionException {
    String token = tokenOfAlice(desk.address());
    long until = System.nanoTime() + halfTime.toNanos();
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    ScheduledExecutorService killer = Executors.newSingleThreadScheduledExecutor();
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        Door door = Door.values()[i % Door.values().length];
        running.add(
            threads.submit(
                () -> {
                  writeOnAndOn(new Client(desk.address(), door, token), kill, until);
                  return null;
                }));
      }
      if (kill) {
        killer.schedule(desk::close, halfTime.toMillis(), TimeUnit.MILLISECONDS);
      }
      for (Future<?> thread : running) {
        thread.get();
      }
    } finally {
      killer.shutdown();
      threads.shutdown();
      threads.awaitTermination(1, TimeUnit.MINUTES);
    }
  }

  /** Until the time is over, or until the server does not answer any more if it is to be killed. */
  private void writeOnAndOn(Client at, boolean killed, long until)
      throws IOException, InterruptedException {
    while (killed || System.nanoTime() < until) {
      String word = "word" + words.incrementAndGet() + "x";
      try {
        List<Long> known = List.copyOf(acknowledged.keySet());
        boolean opens = known.size() < THREADS || ThreadLocalRandom.current().nextInt(4) == 0;
        long ticket = opens ? -1 : known.get(ThreadLocalRandom.current().nextInt(known.size()));
        HttpResponse<String> answer = opens ? at.open(word) : at.say(ticket, word);
        note(at.door, opens, ticket, word, answer);
      } catch (IOException e) {
        if (!killed) {
          throw e;
        }
        return;
      }
    }
  }

  private void note(
      Door door, boolean opened, long ticket, String word, HttpResponse<String> answer)
      throws IOException {
    int status = answer.statusCode();
    if (status >= 500) {
      serverErrors.add(door + " " + status + " " + answer.body());
    } else if (status < 300) {
      long number = opened ? numberIn(door, answer.body()) : ticket;
      acknowledged.computeIfAbsent(number, n -> new ConcurrentLinkedQueue<>()).add(word);
      byDoor.get(door).incrementAndGet();
    } else if (status != 409) {
      throw new IOException(door + " " + status + " " + answer.body());
    }
  }

  private static long numberIn(Door door, String body) throws IOException {
    return switch (door) {
      case TIKTING -> JSON.readTree(body).path("id").asLong();
      case HELPDESK -> Long.parseLong(body);
      case TAAS -> JSON.readTree(body).path("item").path("ticketNo").asLong();
      case PANEL -> JSON.readTree(body).path("number").asLong();
    };
  }

  /** Acknowledged words that the tickets do not show. */
  private List<String> lost(URI address) throws IOException, InterruptedException {
    List<String> lost = new ArrayList<>();
    for (Map.Entry<Long, Queue<String>> ticket : acknowledged.entrySet()) {
      String path = "/ticketing/v1/tickets/" + ticket.getKey();
      String key = "?key=demo-primary-key";
      String shown =
          get(address.resolve(path + key)) + get(address.resolve(path + "/activities" + key));
      ticket.getValue().stream()
          .filter(word -> !shown.contains(word))
          .map(word -> ticket.getKey() + ": " + word)
          .forEach(lost::add);
    }
    return lost;
  }

  private String get(URI uri) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(60)).build();
    return client.send(request, BodyHandlers.ofString()).body();
  }

  private String tokenOfAlice(URI address) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address.resolve("/api/Users/authenticate"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"Email\":\"alice\",\"Password\":\"alice-demo\"}"))
            .build();
    JsonNode account = JSON.readTree(client.send(request, BodyHandlers.ofString()).body());
    return account.path("Token").asText();
  }

  /** One thread's way in. */
  private final class Client {
    private final URI address;
    private final Door door;
    private final String token;

    Client(URI address, Door door, String token) {
      this.address = address;
      this.door = door;
      this.token = token;
    }

    HttpResponse<String> open(String word) throws IOException, InterruptedException {
      return switch (door) {
        case TIKTING ->
            form(
                "/api/TicketsApi/register",
                "Bearer " + token,
                "Title",
                word,
                "Description",
                word,
                "CreatorId",
                CAROL,
                "SiteId",
                "1",
                "DepartmentId",
                "1",
                "TicketStatusId",
                "1",
                "TicketType",
                "1",
                "TicketPriorityId",
                "3");
        case HELPDESK ->
            form("/api/ticket", carol(), "categoryId", "11", "subject", word, "body", word);
        case TAAS ->
            json(
                "/ticketing/v1/tickets",
                "{\"ticket\":{\"title\":\"%1$s\",\"description\":\"%1$s\",\"requestor\":%2$s},\"user\":%2$s}"
                    .formatted(word, PEOPLE));
        case PANEL ->
            json(
                "/support/tickets",
                "{\"summary\":\"%1$s\",\"comment_body\":\"%1$s\"}".formatted(word));
      };
    }

    HttpResponse<String> say(long ticket, String word) throws IOException, InterruptedException {
      return switch (door) {
        case TIKTING ->
            form(
                "/api/TicketsApi/reply/" + ticket,
                "Bearer " + token,
                "Id",
                Long.toString(ticket),
                "Title",
                "t",
                "SendTo",
                "carol@acme.test",
                "Message",
                word);
        case HELPDESK -> form("/api/comment", carol(), "id", Long.toString(ticket), "body", word);
        case TAAS ->
            json(
                "/ticketing/v1/tickets/" + ticket + "/activities",
                "{\"comment\":\"%s\",\"user\":%s}".formatted(word, PEOPLE));
        case PANEL ->
            json("/support/tickets/" + ticket + "/comments", "{\"body\":\"%s\"}".formatted(word));
      };
    }

    private static String carol() {
      return "Basic "
          + Base64.getEncoder().encodeToString("carol:carol-demo".getBytes(StandardCharsets.UTF_8));
    }

    private HttpResponse<String> form(String path, String authorization, String... pairs)
        throws IOException, InterruptedException {
      StringBuilder body = new StringBuilder();
      for (int i = 0; i < pairs.length; i += 2) {
        body.append(i == 0 ? "" : "&")
            .append(pairs[i])
            .append('=')
            .append(URLEncoder.encode(pairs[i + 1], StandardCharsets.UTF_8));
      }
      return send(
          path,
          body.toString(),
          "Content-Type",
          "application/x-www-form-urlencoded",
          "Authorization",
          authorization);
    }

    private HttpResponse<String> json(String path, String body)
        throws IOException, InterruptedException {
      return send(
          path,
          body,
          "Content-Type",
          "application/json",
          door == Door.PANEL ? "X-Token" : "Ocp-Apim-Subscription-Key",
          door == Door.PANEL ? "demo-panel-token" : "demo-primary-key");
    }

    private HttpResponse<String> send(String path, String body, String... headers)
        throws IOException, InterruptedException {
      HttpRequest request =
          HttpRequest.newBuilder(address.resolve(path))
              .timeout(Duration.ofSeconds(60))
              .headers(headers)
              .POST(BodyPublishers.ofString(body))
              .build();
      return client.send(request, BodyHandlers.ofString());
    }
  }
}
