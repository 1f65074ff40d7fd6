package org.polydesk.bootstrap.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polydesk.adapter.persistence.testing.TestDatabase;

/**
 * Two nodes of the jar deliver 2,000 callbacks from one PostgreSQL; the one that is at it is killed
 * half way and the other one takes over. What the first one held is due again when its hold ends,
 * which the test brings about.
 */
final class TwoNodesIT {
  private static final int MESSAGES = 2_000;
  private static final int KILL_AFTER = 800;
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @TempDir private Path directory;

  private final Map<String, AtomicInteger> arrivals = new ConcurrentHashMap<>();
  private final Set<String> under = ConcurrentHashMap.newKeySet();
  private final AtomicInteger together = new AtomicInteger();
  private final CountDownLatch halfWay = new CountDownLatch(KILL_AFTER);
  private String database;
  private HttpServer receiver;

  @BeforeEach
  void listen() throws IOException {
    database = TestDatabase.postgres().url();
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    receiver.setExecutor(Executors.newCachedThreadPool());
    receiver.createContext("/", this::take);
    receiver.start();
  }

  @AfterEach
  void stop() {
    receiver.stop(0);
  }

  private void take(HttpExchange exchange) throws IOException {
    String delivery = exchange.getRequestHeaders().getFirst("X-TPI-Delivery");
    if (!under.add(delivery)) {
      together.incrementAndGet();
    }
    exchange.getRequestBody().readAllBytes();
    arrivals.computeIfAbsent(delivery, first -> new AtomicInteger()).incrementAndGet();
    halfWay.countDown();
    under.remove(delivery);
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }

  private DeskProcess node(String name) throws IOException {
    return DeskProcess.start(
        directory.resolve(name),
        Map.of(
            "POLYDESK_DATABASE_URL",
            database,
            "POLYDESK_JWT_KEY",
            "0123456789abcdef".repeat(4),
            "POLYDESK_SECRET_KEY",
            "fedcba9876543210".repeat(4),
            "POLYDESK_TPI_URL",
            "http://127.0.0.1:%d/".formatted(receiver.getAddress().getPort()),
            "POLYDESK_TPI_SECRET",
            "a secret of 16 or more",
            "POLYDESK_TPI_ALLOW_PRIVATE",
            "true"));
  }

  private long number(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(database);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  private int execute(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(database);
        Statement statement = connection.createStatement()) {
      return statement.executeUpdate(sql);
    }
  }

  @Test
  void everyMessageShouldArriveThoughANodeIsKilled() throws Exception {
    try (DeskProcess first = node("first");
        DeskProcess second = node("second")) {
      long ticket = second.logIn().register("Told to others");
      execute(
          """
          insert into outbox (outbox_id, desk_id, delivery_id, channel, event, ticket_id,
            to_addresses, created_at, state, attempts, due_at)
          select 1000000 + n, 1, gen_random_uuid(), 'CALLBACK', 'RESOLVED',
            (select ticket_id from ticket where ticket_number = %d), '', now(), 'WAITING', 0, now()
          from generate_series(1, %d) n
          """
              .formatted(ticket, MESSAGES));

      assertTrue(halfWay.await(PATIENCE.toSeconds(), TimeUnit.SECONDS), "half are never there");
      List<DeskProcess> nodes = List.of(first, second);
      DeskProcess busy = nodes.get(nodes.get(0).hasPid(pidOfTheBusyNode()) ? 0 : 1);
      busy.kill();
      waitForNone("and due_at <= now()");
      int held =
          execute("update outbox set due_at = now() where state = 'WAITING' and attempts > 0");
      waitForNone("");

      int repeated = arrivals.values().stream().mapToInt(count -> count.get() - 1).sum();
      System.out.println(
          "two nodes: %d messages arrived, %d held by the killed node, %d twice"
              .formatted(arrivals.size(), held, repeated));
      assertEquals(MESSAGES, arrivals.size());
      assertEquals(0, together.get());
      assertTrue(repeated <= held, repeated + " of " + held);
      assertEquals(MESSAGES, number("select count(*) from outbox where state = 'DELIVERED'"));
    }
  }

  /** A task is picked for as long as a round takes, and all but always while much is due. */
  private String pidOfTheBusyNode() throws SQLException {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try (Connection connection = DriverManager.getConnection(database);
          Statement statement = connection.createStatement();
          ResultSet row =
              statement.executeQuery(
                  "select picked_by from scheduled_tasks"
                      + " where task_name = 'deliver-callback' and picked")) {
        if (row.next()) {
          return row.getString(1).split("@")[0];
        }
      }
      assertTrue(System.nanoTime() < until, "nobody delivers");
    }
  }

  private void waitForNone(String more) throws Exception {
    String waiting =
        "select count(*) from outbox where channel = 'CALLBACK' and state = 'WAITING' " + more;
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (number(waiting) > 0) {
      assertTrue(System.nanoTime() < until, "messages are never delivered");
    }
  }
}
