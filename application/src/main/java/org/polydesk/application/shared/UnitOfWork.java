package org.polydesk.application.shared;

import java.util.function.Supplier;

/** One use case, one transaction. */
public interface UnitOfWork {

  /**
   * Runs {@code work} in one transaction: everything it writes is there and on disk when this
   * returns, and nothing of it when this throws. Work that loses against a concurrent change is run
   * again a few times, so it must not do anything that cannot be taken back.
   *
   * @throws org.polydesk.domain.error.DeskException what the work threw, or {@code STALE_VERSION}
   *     when it lost every time, or {@code UNAVAILABLE} when the store cannot be reached
   */
  <T> T run(Supplier<T> work);

  /** Runs {@code work}, which only reads, over one connection. */
  <T> T read(Supplier<T> work);
}
