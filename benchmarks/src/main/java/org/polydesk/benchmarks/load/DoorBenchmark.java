package org.polydesk.benchmarks.load;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.polydesk.benchmarks.load.DoorCases.Case;

/**
 * Measures the operations of one door, one after the other. Prints one line of tab-separated
 * figures for each: name; read or write; requests a second, median and 99th percentile in
 * milliseconds; errors.
 *
 * <p>Takes words of the form {@code name=value}: those of {@link DoorCases#of}; {@code
 * connections}; {@code warm-up} and {@code seconds}, not whole ones either; {@code once}, the
 * number of a ticket: then each operation is sent once, see {@link Once}.
 */
public final class DoorBenchmark {
  private DoorBenchmark() {}

  /** Measures. Fails when an operation cannot be sent at all. */
  public static void main(String[] words) throws IOException, InterruptedException {
    Map<String, String> given = arguments(words);
    long only = Long.parseLong(given.getOrDefault("once", "0"));
    List<Case> cases = DoorCases.of(given, only);
    URI server = URI.create(given.get("server"));
    if (only > 0) {
      Once once = new Once(System.out);
      for (Case each : cases) {
        once.send(server, each.operation(), () -> each.number().get(), each.name());
      }
      return;
    }
    for (Case each : cases) {
      measure(each, server, given, System.out);
    }
  }

  /** Words of the form {@code name=value}. */
  static Map<String, String> arguments(String[] words) {
    Map<String, String> given = new HashMap<>();
    for (String word : words) {
      int equals = word.indexOf('=');
      if (equals < 1) {
        throw new IllegalArgumentException("not name=value: " + word);
      }
      given.put(word.substring(0, equals), word.substring(equals + 1));
    }
    return given;
  }

  /** A time in seconds with a fraction. */
  static Duration millis(Map<String, String> given, String name, String otherwise) {
    return Duration.ofMillis(
        (long) (1000 * Double.parseDouble(given.getOrDefault(name, otherwise))));
  }

  private static void measure(Case each, URI server, Map<String, String> given, PrintStream out)
      throws IOException {
    int connections = Integer.parseInt(given.getOrDefault("connections", "16"));
    InetSocketAddress address = new InetSocketAddress(server.getHost(), server.getPort());
    Load.Outcome outcome;
    try (Load load = new Load(address, connections, each.operation())) {
      load.run(millis(given, "warm-up", "1"), Long.MAX_VALUE);
      outcome = load.run(millis(given, "seconds", "2"), Long.MAX_VALUE);
    }
    out.printf(
        Locale.ROOT,
        "%s\t%s\t%.0f\t%.2f\t%.2f\t%d%n",
        each.name(),
        each.writes() ? "write" : "read",
        outcome.latencies().count() / outcome.seconds(),
        outcome.latencies().millisOf(0.5),
        outcome.latencies().millisOf(0.99),
        outcome.errors());
    out.flush();
  }
}
