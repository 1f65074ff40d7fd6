package org.polydesk.adapter.rest.shared;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.polydesk.domain.error.DeskException;

/**
 * The memory that long texts of requests may take together. Who sends one while there is no room
 * left waits for those before him, so that many at once are slow and not the end of the server.
 * Safe for use by many threads.
 */
@Singleton
final class TextRoom {
  /** What every request may send without asking, in bytes. */
  static final int SHORT = 64 * 1024;

  /** How often a text is in memory: as bytes, as text, taken apart, folded, and answered. */
  private static final int COPIES = 8;

  private static final int KIB = 1024;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** For which one request may have room. */
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private final Duration patience;
  private final int kibibytes;
  private final Semaphore free;

  @Inject
  TextRoom() {
    this(Runtime.getRuntime().maxMemory() / 4 / COPIES, PATIENCE);
  }

  /**
   * @param bytes of texts as they come
   * @param patience how long to wait for room
   */
  TextRoom(long bytes, Duration patience) {
    this.patience = patience;
    kibibytes = (int) Math.max(1, Math.min(bytes / KIB, Integer.MAX_VALUE));
    free = new Semaphore(kibibytes, true);
  }

  /** Room for one request that has not asked for any yet. */
  Place place(long bytes) {
    return new Place((int) Math.min(kibibytes, (bytes + KIB - 1) / KIB));
  }

  private enum State {
    NOTHING,
    TAKEN,
    CLOSED
  }

  /** The room of one request. Taken by the thread that reads, given back by any other. */
  final class Place implements AutoCloseable {
    private final int size;
    private final AtomicReference<State> state = new AtomicReference<>(State.NOTHING);
    private long takenAt;

    private Place(int size) {
      this.size = size;
    }

    /**
     * Waits for the room when what has come is long, unless there is some already.
     *
     * @param bytes of text that have come so far
     * @throws DeskException {@code UNAVAILABLE} when there is none for long, when nobody waits for
     *     an answer any more, or when the text has been coming for five minutes
     */
    void reached(long bytes) {
      if (bytes <= SHORT) {
        return;
      }
      if (state.get() == State.TAKEN) {
        if (System.nanoTime() - takenAt > LONGEST.toNanos()) {
          throw DeskException.unavailable(new TimeoutException("a text that does not end"));
        }
        return;
      }
      boolean acquired = tryAcquire();
      takenAt = System.nanoTime();
      if (acquired && !state.compareAndSet(State.NOTHING, State.TAKEN)) {
        free.release(size);
        acquired = false;
      }
      if (!acquired) {
        throw DeskException.unavailable(new TimeoutException("no room for a long text"));
      }
    }

    /** The same text, which waits for the room when it turns out to be long. */
    InputStream within(InputStream text) {
      return new FilterInputStream(text) {
        private long bytes;

        @Override
        public int read() throws IOException {
          int read = in.read();
          reached(read < 0 ? bytes : ++bytes);
          return read;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
          int read = in.read(target, offset, length);
          bytes += Math.max(read, 0);
          reached(bytes);
          return read;
        }
      };
    }

    private boolean tryAcquire() {
      try {
        return free.tryAcquire(size, patience.toMillis(), TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }

    /** Gives the room back. Closing twice is harmless. */
    @Override
    public void close() {
      if (state.getAndSet(State.CLOSED) == State.TAKEN) {
        free.release(size);
      }
    }
  }
}
