package org.polydesk.benchmarks.load;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.polydesk.benchmarks.load.DoorCases.Numbers;

/**
 * Measures every list, searches, reading and writing on a desk with many tickets and on one with
 * few, in turns, so that both meet the same machine. Prints one line of tab-separated figures for
 * each operation: viewer and name; list, read or write; requests a second, median and 99th
 * percentile in milliseconds and errors of the large desk; the median of the small one.
 *
 * <p>Takes words of the form {@code name=value}: {@code large} and {@code small}, the addresses;
 * {@code password} of everybody; {@code connections}; {@code warm-up}, {@code seconds} and {@code
 * rounds} of each operation on each desk; {@code tickets} and {@code few}, how many there are;
 * {@code once}, the number of a ticket: then each operation is sent once to the large desk, see
 * {@link Once}.
 */
public final class ListsBenchmark {
  private static final List<String> LISTS =
      List.of(
          "AllMyGroups",
          "MyOpenOrUnassigned",
          "UnassignedTickets",
          "MyOpenTickets",
          "MyTicketsOnhold",
          "MyOverdueTickets",
          "MyPendingTickets",
          "MyTicketsDueToday",
          "MyEscalated",
          "AllEscalated",
          "MyCompletedTickets",
          "AllMyTickets",
          "MyOpenTasks",
          "MyCompletedTasks",
          "TicketsOnHold",
          "OverdueTickets",
          "TicketsDueToday",
          "PendingTickets",
          "CompletedTickets",
          "AllTickets");

  private static final int PAGES_FOLLOWED = 100;

  private final Map<String, String> given;
  private final PrintStream out;

  private ListsBenchmark(Map<String, String> given, PrintStream out) {
    this.given = given;
    this.out = out;
  }

  /** What is measured; the name is also what the figures are told under. */
  private record Case(String viewer, String name, Kind kind, String question) {}

  private enum Kind {
    LIST,
    FOLLOWED,
    GET,
    REGISTER,
    REPLY;

    /** What the aims depend on. */
    String word() {
      return switch (this) {
        case LIST, FOLLOWED -> "list";
        case GET -> "read";
        case REGISTER, REPLY -> "write";
      };
    }
  }

  /** One desk and who is signed in to it. */
  private record Desk(URI address, Map<String, Session> sessions, Numbers numbers) {}

  /** Measures. Ends with 1 when an operation cannot be sent at all. */
  public static void main(String[] words) throws IOException, InterruptedException {
    new ListsBenchmark(DoorBenchmark.arguments(words), System.out).run();
  }

  private void run() throws IOException, InterruptedException {
    if (given.containsKey("once")) {
      long number = Long.parseLong(given.get("once"));
      Desk desk = open("large", new Numbers(number, number));
      sendOnce(desk);
      return;
    }
    Desk large = open("large", new Numbers(Long.parseLong(given.get("tickets")), 0));
    Desk small = open("small", new Numbers(Long.parseLong(given.get("few")), 0));
    for (Case each : cases()) {
      compare(each, large, small);
    }
  }

  /** Pages are followed before, so that what is sent last is one request for each operation. */
  private void sendOnce(Desk desk) throws IOException, InterruptedException {
    Map<Case, Operation> operations = new LinkedHashMap<>();
    for (Case each : cases()) {
      operations.put(each, operation(desk, each));
    }
    Once once = new Once(out);
    for (Map.Entry<Case, Operation> each : operations.entrySet()) {
      once.send(
          desk.address(),
          each.getValue(),
          desk.numbers()::last,
          each.getKey().viewer() + " " + each.getKey().name());
    }
  }

  private Desk open(String name, Numbers numbers) throws IOException, InterruptedException {
    URI address = URI.create(given.get(name));
    Map<String, Session> sessions = new HashMap<>();
    for (String user : List.of("admin", "tech1", "member1")) {
      sessions.put(user, Session.open(address, user, given.get("password")));
    }
    return new Desk(address, sessions, numbers);
  }

  private static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (String viewer : List.of("admin", "tech1", "member1")) {
      for (String list : LISTS) {
        cases.add(new Case(viewer, list, Kind.LIST, "{\"listType\":\"%s\"}".formatted(list)));
      }
    }
    cases.add(followed("admin", "AllTickets"));
    cases.add(followed("tech1", "AllMyTickets"));
    cases.add(search("admin", "zeppelin"));
    cases.add(search("admin", "printer"));
    cases.add(search("tech1", "printer"));
    cases.add(search("member1", "printer"));
    cases.add(new Case("admin", "get", Kind.GET, ""));
    cases.add(new Case("admin", "register", Kind.REGISTER, ""));
    cases.add(new Case("admin", "reply", Kind.REPLY, ""));
    return cases;
  }

  private static Case followed(String viewer, String list) {
    return new Case(
        viewer,
        list + ", page " + (PAGES_FOLLOWED + 1),
        Kind.FOLLOWED,
        "{\"listType\":\"%s\"}".formatted(list));
  }

  private static Case search(String viewer, String text) {
    return new Case(viewer, "search " + text, Kind.LIST, "{\"search\":\"%s\"}".formatted(text));
  }

  private static Operation operation(Desk desk, Case each)
      throws IOException, InterruptedException {
    Session session = desk.sessions().get(each.viewer());
    return switch (each.kind()) {
      case LIST -> Operation.list(session, each.question(), Optional.empty());
      case FOLLOWED ->
          Operation.list(
              session,
              each.question(),
              session.cursorAfter(desk.address(), each.question(), PAGES_FOLLOWED));
      case GET -> Operation.get(session, desk.numbers()::next);
      case REGISTER -> Operation.register(session);
      case REPLY -> Operation.reply(session, desk.numbers()::next);
    };
  }

  private void compare(Case each, Desk large, Desk small) throws IOException, InterruptedException {
    int connections = Integer.parseInt(given.getOrDefault("connections", "16"));
    Duration warmUp = DoorBenchmark.millis(given, "warm-up", "0.3");
    Duration time = DoorBenchmark.millis(given, "seconds", "1");
    Operation many = operation(large, each);
    Operation few = operation(small, each);
    measure(large, many, connections, warmUp, Long.MAX_VALUE);
    measure(small, few, connections, warmUp, Long.MAX_VALUE);
    Figures ofLarge = new Figures();
    Figures ofSmall = new Figures();
    for (int round = 0; round < Integer.parseInt(given.getOrDefault("rounds", "2")); round++) {
      ofLarge.add(measure(large, many, connections, time, Long.MAX_VALUE));
      ofSmall.add(measure(small, few, connections, time, Long.MAX_VALUE));
    }
    out.printf(
        Locale.ROOT,
        "%s %s\t%s\t%.0f\t%.2f\t%.2f\t%d\t%.2f%n",
        each.viewer(),
        each.name(),
        each.kind().word(),
        ofLarge.perSecond(),
        ofLarge.latencies.millisOf(0.5),
        ofLarge.latencies.millisOf(0.99),
        ofLarge.errors,
        ofSmall.latencies.millisOf(0.5));
    out.flush();
  }

  private static Load.Outcome measure(
      Desk desk, Operation operation, int connections, Duration time, long most)
      throws IOException {
    InetSocketAddress address =
        new InetSocketAddress(desk.address().getHost(), desk.address().getPort());
    try (Load load = new Load(address, connections, operation)) {
      return load.run(time, most);
    }
  }

  /** The rounds of an operation taken together. */
  private static final class Figures {
    private final Latencies latencies = new Latencies();
    private int errors;
    private double seconds;

    void add(Load.Outcome round) {
      latencies.addAll(round.latencies());
      errors += round.errors();
      seconds += round.seconds();
    }

    double perSecond() {
      return latencies.count() / seconds;
    }
  }
}
