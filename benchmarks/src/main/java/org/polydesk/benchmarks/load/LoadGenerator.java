package org.polydesk.benchmarks.load;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.LongSupplier;

/**
 * Measures one operation of a running desk through its Tikting dialect and prints one line: what
 * was asked of it, requests a second, the median and the 99th percentile in milliseconds, errors.
 *
 * <p>Takes words of the form {@code name=value}:
 *
 * <ul>
 *   <li>{@code operation}: {@code register} or {@code get}
 *   <li>{@code server}: {@code http://127.0.0.1:8080} unless given
 *   <li>{@code user}, {@code password}: who logs in
 *   <li>{@code connections}: 16 unless given
 *   <li>{@code warm-up}, {@code seconds}: 20 and 30 unless given
 *   <li>{@code count}: the most requests of the measured time
 *   <li>{@code lowest}, {@code highest}: numbers of the tickets that {@code get} reads
 * </ul>
 */
public final class LoadGenerator {
  private LoadGenerator() {}

  /** Measures. Ends with 1 when a single answer was not what it should be. */
  public static void main(String[] words) throws IOException, InterruptedException {
    System.exit(run(DoorBenchmark.arguments(words), System.out) ? 0 : 1);
  }

  private static boolean run(Map<String, String> given, PrintStream out)
      throws IOException, InterruptedException {
    URI server = URI.create(given.getOrDefault("server", "http://127.0.0.1:8080"));
    Session session = Session.open(server, given.get("user"), given.get("password"));
    String name = given.get("operation");
    Operation operation = operation(name, session, given);
    int connections = Integer.parseInt(given.getOrDefault("connections", "16"));
    long count = number(given, "count", Long.MAX_VALUE);
    InetSocketAddress address = new InetSocketAddress(server.getHost(), server.getPort());
    Load.Outcome outcome;
    try (Load load = new Load(address, connections, operation)) {
      load.run(Duration.ofSeconds(number(given, "warm-up", 20)), Long.MAX_VALUE);
      outcome = load.run(Duration.ofSeconds(number(given, "seconds", 30)), count);
    }
    Latencies latencies = outcome.latencies();
    out.printf(
        Locale.ROOT,
        "operation=%s connections=%d seconds=%.1f requests=%d rps=%.0f p50=%.2f p99=%.2f errors=%d%n",
        name,
        connections,
        outcome.seconds(),
        latencies.count(),
        latencies.count() / outcome.seconds(),
        latencies.millisOf(0.5),
        latencies.millisOf(0.99),
        outcome.errors());
    return outcome.errors() == 0;
  }

  private static Operation operation(String name, Session session, Map<String, String> given) {
    return switch (String.valueOf(name)) {
      case "register" -> Operation.register(session);
      case "get" -> Operation.get(session, numbers(given));
      default -> throw new IllegalArgumentException("operation must be register or get");
    };
  }

  private static long number(Map<String, String> given, String name, long otherwise) {
    String text = given.get(name);
    return text == null ? otherwise : Long.parseLong(text);
  }

  private static LongSupplier numbers(Map<String, String> given) {
    long lowest = number(given, "lowest", 1);
    long highest = number(given, "highest", 1);
    Random random = new Random(1);
    return () -> lowest + (long) (random.nextDouble() * (highest - lowest + 1));
  }
}
