package org.polydesk.benchmarks.load;

import java.util.Arrays;

/** How long requests took, each of them, in nanoseconds. Not thread-safe. */
final class Latencies {
  private long[] nanos = new long[1 << 16];
  private int count;
  private boolean sorted;

  void add(long elapsedNanos) {
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, 2 * count);
    }
    nanos[count++] = elapsedNanos;
    sorted = false;
  }

  void addAll(Latencies others) {
    for (int i = 0; i < others.count; i++) {
      add(others.nanos[i]);
    }
  }

  int count() {
    return count;
  }

  /**
   * The time within which a share of the requests were answered, in milliseconds; 0 when there were
   * none.
   *
   * @param share 0 to 1; 0.5 is the median
   */
  double millisOf(double share) {
    if (count == 0) {
      return 0;
    }
    if (!sorted) {
      Arrays.sort(nanos, 0, count);
      sorted = true;
    }
    int rank = (int) Math.ceil(share * count);
    return nanos[Math.max(rank, 1) - 1] / 1e6;
  }
}
