package org.polydesk.bootstrap.process;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Registers tickets from several threads, kills the server while they do, starts it again and looks
 * for every ticket it had acknowledged.
 */
final class KillRounds {
  private static final int THREADS = 4;

  private final Path directory;
  private final Map<String, String> settings;
  private final int ticketsBeforeKill;
  private final Map<Long, String> acknowledged = new ConcurrentHashMap<>();
  private Duration slowestKill = Duration.ZERO;

  /**
   * @param ticketsBeforeKill how many acknowledged tickets of a round bring the kill
   */
  KillRounds(Path directory, Map<String, String> settings, int ticketsBeforeKill) {
    this.directory = directory;
    this.settings = settings;
    this.ticketsBeforeKill = ticketsBeforeKill;
  }

  /**
   * What came of it.
   *
   * @param acknowledged how many tickets were acknowledged in all
   * @param lost those of them that were not there, or not whole, after a start
   * @param slowestKill the longest time from the last acknowledgement to a kill
   */
  record Outcome(int acknowledged, List<Long> lost, Duration slowestKill) {}

  Outcome run(int rounds) throws IOException, InterruptedException, ExecutionException {
    Set<Long> lost = new TreeSet<>();
    Map<Long, String> lately = Map.of();
    for (int round = 1; round <= rounds; round++) {
      try (DeskProcess desk = DeskProcess.start(directory, settings)) {
        DeskProcess.Session session = desk.logIn();
        lost.addAll(missing(session, lately));
        lately = registerUntilKilled(desk, session, "round " + round);
        acknowledged.putAll(lately);
      }
    }
    try (DeskProcess desk = DeskProcess.start(directory, settings)) {
      lost.addAll(missing(desk.logIn(), acknowledged));
    }
    return new Outcome(acknowledged.size(), List.copyOf(lost), slowestKill);
  }

  private Map<Long, String> registerUntilKilled(
      DeskProcess desk, DeskProcess.Session session, String label)
      throws IOException, InterruptedException, ExecutionException {
    Map<Long, String> registered = new ConcurrentHashMap<>();
    AtomicInteger count = new AtomicInteger();
    AtomicLong lastAnswerAt = new AtomicLong();
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        running.add(
            threads.submit(
                () -> {
                  registerOnAndOn(session, label, registered, count, lastAnswerAt);
                  return null;
                }));
      }
      while (count.get() < ticketsBeforeKill && running.stream().noneMatch(Future::isDone)) {
        Thread.onSpinWait();
      }
      note(Duration.ofNanos(System.nanoTime() - lastAnswerAt.get()));
      desk.kill();
      for (Future<?> thread : running) {
        thread.get();
      }
    } finally {
      threads.shutdown();
      threads.awaitTermination(1, TimeUnit.MINUTES);
    }
    if (registered.size() < ticketsBeforeKill) {
      throw new IOException("The server stopped answering before it was killed");
    }
    return registered;
  }

  /** Until the server does not answer any more. */
  private static void registerOnAndOn(
      DeskProcess.Session session,
      String label,
      Map<Long, String> registered,
      AtomicInteger count,
      AtomicLong lastAnswerAt)
      throws InterruptedException {
    try {
      while (true) {
        String title =
            label + ", ticket " + count.get() + " of " + Thread.currentThread().getName();
        long number = session.register(title);
        lastAnswerAt.set(System.nanoTime());
        registered.put(number, title);
        count.incrementAndGet();
      }
    } catch (IOException killed) {
      lastAnswerAt.compareAndSet(0, System.nanoTime());
    }
  }

  private void note(Duration kill) {
    slowestKill = kill.compareTo(slowestKill) > 0 ? kill : slowestKill;
  }

  private static List<Long> missing(DeskProcess.Session session, Map<Long, String> expected)
      throws IOException, InterruptedException {
    List<Long> missing = new ArrayList<>();
    for (Map.Entry<Long, String> ticket : expected.entrySet()) {
      JsonNode found = session.find(ticket.getKey());
      boolean whole =
          found.path("title").asText().equals(ticket.getValue())
              && found.path("description").asText().equals("Of " + ticket.getValue())
              && found.path("attachments").size() == 1;
      if (!whole) {
        System.out.printf("%s was \"%s\" and is %s%n", ticket.getKey(), ticket.getValue(), found);
        missing.add(ticket.getKey());
      }
    }
    return missing;
  }

  /**
   * Kills as often as it is told: {@code KillRounds ROUNDS DIRECTORY [DATABASE-URL]}. Prints what
   * came of it and fails when a ticket is lost.
   */
  public static void main(String[] args) throws Exception {
    Map<String, String> settings = new HashMap<>();
    if (args.length > 2) {
      settings.put("POLYDESK_DATABASE_URL", args[2]);
    }
    int rounds = Integer.parseInt(args[0]);
    Outcome outcome = new KillRounds(Path.of(args[1]), settings, 100).run(rounds);
    System.out.printf(
        "%d kills, %d tickets acknowledged, lost %s, kills at most %d ms after the last answer%n",
        rounds, outcome.acknowledged(), outcome.lost(), outcome.slowestKill().toMillis());
    System.exit(outcome.lost().isEmpty() ? 0 : 1);
  }
}
