package org.polydesk.adapter.persistence.shared;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * Hands out keys that nobody sees, from blocks that a sequence gives away: keys are unique over all
 * nodes, and rise on one node only. Those left over at shutdown are never used.
 */
public final class KeyBlocks {
  private static final int BLOCK = 64;

  private final LongSupplier sequence;
  private final ReentrantLock lock = new ReentrantLock();
  private long next;
  private long end;

  /**
   * @param sequence gives the first key of another block of 64
   */
  private KeyBlocks(LongSupplier sequence) {
    this.sequence = sequence;
  }

  /** Keys from the sequence of this name, which is ours and not a client's. */
  public static KeyBlocks of(Database database, String sequenceName) {
    String sql = "select nextval('" + sequenceName + "') as first_key";
    return new KeyBlocks(
        () -> database.find(sql, none -> {}, row -> row.number("first_key")).orElseThrow());
  }

  /** A key that nobody else gets. */
  public long next() {
    lock.lock();
    try {
      if (next == end) {
        next = sequence.getAsLong();
        end = next + BLOCK;
      }
      return next++;
    } finally {
      lock.unlock();
    }
  }
}
