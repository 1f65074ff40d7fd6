package org.polydesk.bootstrap.cli;

import java.util.concurrent.CountDownLatch;
import org.polydesk.bootstrap.server.DeskServer;

/** Keeps a server running until the process is told to end. */
final class UntilStopped {
  private UntilStopped() {}

  /** Waits for the signal that ends the process and then lets {@code server} finish its work. */
  static int serve(DeskServer server) throws InterruptedException {
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  server.close();
                  stopped.countDown();
                },
                "stop"));
    stopped.await();
    return 0;
  }
}
