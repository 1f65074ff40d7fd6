package org.polydesk.benchmarks.load;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Sends single requests, with pauses between them, and prints for each when it began and when it
 * ended in milliseconds since 1970, the number of the ticket it was about or 0, and what it is
 * called: so that what the database was asked can be found in its log.
 */
final class Once {
  private final PrintStream out;

  Once(PrintStream out) {
    this.out = out;
  }

  void send(URI server, Operation operation, LongSupplier number, String name)
      throws IOException, InterruptedException {
    InetSocketAddress address = new InetSocketAddress(server.getHost(), server.getPort());
    Thread.sleep(60);
    try (Load load = new Load(address, 1, operation)) {
      long begun = System.currentTimeMillis();
      Load.Outcome outcome = load.run(Duration.ofMinutes(1), 1);
      long ended = System.currentTimeMillis();
      if (outcome.errors() > 0) {
        System.err.println(name + " was refused");
      }
      out.printf("%d\t%d\t%d\t%s%n", begun, ended, number.getAsLong(), name);
    }
  }
}
