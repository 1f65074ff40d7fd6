package org.polydesk.benchmarks.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Many connections, each of which sends its next request as soon as the last one is answered. */
final class Load implements AutoCloseable {
  private final Selector selector = Selector.open();
  private final List<Connection> connections = new ArrayList<>();
  private final Operation operation;

  Load(InetSocketAddress server, int connectionCount, Operation operation) throws IOException {
    this.operation = operation;
    for (int i = 0; i < connectionCount; i++) {
      connections.add(new Connection(server, selector));
    }
  }

  /**
   * What came of it.
   *
   * @param errors answers with another status than the wanted one; their times are not counted
   */
  record Outcome(Latencies latencies, int errors, double seconds) {}

  /**
   * Sends until the time is over or enough has been sent, then waits for the answers to come.
   *
   * @param most how many requests are sent at most
   * @throws IOException when a connection breaks
   */
  Outcome run(Duration time, long most) throws IOException {
    Latencies latencies = new Latencies();
    int errors = 0;
    long begun = System.nanoTime();
    long end = begun + time.toNanos();
    long sent = 0;
    int waiting = 0;
    for (Connection connection : connections) {
      if (sent < most) {
        connection.send(operation.requests().get());
        sent++;
        waiting++;
      }
    }
    while (waiting > 0) {
      selector.select();
      for (SelectionKey key : selector.selectedKeys()) {
        Connection connection = (Connection) key.attachment();
        if (connection.proceed()) {
          if (connection.status() == operation.expectedStatus()) {
            latencies.add(connection.elapsedNanos());
          } else {
            errors++;
          }
          if (sent < most && System.nanoTime() < end) {
            connection.send(operation.requests().get());
            sent++;
          } else {
            waiting--;
          }
        }
      }
      selector.selectedKeys().clear();
    }
    return new Outcome(latencies, errors, (System.nanoTime() - begun) / 1e9);
  }

  @Override
  public void close() throws IOException {
    for (Connection connection : connections) {
      connection.close();
    }
    selector.close();
  }
}
