package org.polydesk.adapter.persistence.shared;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Answers of this node that took long to find, for a while each. Safe for use by several threads,
 * who may find the same answer at once.
 */
public final class RecentAnswers<K, V> {
  private static final int MOST = 1_000;

  private final Map<K, Known<V>> answers = new ConcurrentHashMap<>();

  /** How much longer an answer does while somebody looks anew. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Set<K> lookedFor = ConcurrentHashMap.newKeySet();
  private final long freshNanos;
  private final Predicate<V> costly;
  private final LongSupplier nanoTime;

  /**
   * @param fresh how long answers are remembered
   * @param costly which ones are; the others are looked for each time
   * @param nanoTime of a clock that nobody sets
   */
  public RecentAnswers(Duration fresh, Predicate<V> costly, LongSupplier nanoTime) {
    this.freshNanos = fresh.toNanos();
    this.costly = costly;
    this.nanoTime = nanoTime;
  }

  private record Known<V>(V answer, long at) {}

  /** Whether the answer is known from a while ago. */
  public boolean has(K question) {
    Known<V> known = answers.get(question);
    return known != null && nanoTime.getAsLong() - known.at() < freshNanos;
  }

  /**
   * What {@code looking} finds, or found for an equal question a while ago. While somebody looks
   * anew, others are told what was found before, unless that is long ago: many who ask at once must
   * not all look.
   */
  public V get(K question, Supplier<V> looking) {
    long now = nanoTime.getAsLong();
    Known<V> known = answers.get(question);
    if (known != null && now - known.at() < freshNanos) {
      return known.answer();
    }
    boolean alone = lookedFor.add(question);
    if (known != null && !alone && now - known.at() < freshNanos + PATIENCE.toNanos()) {
      return known.answer();
    }
    try {
      return look(question, looking);
    } finally {
      lookedFor.remove(question);
    }
  }

  private V look(K question, Supplier<V> looking) {
    V answer = looking.get();
    if (costly.test(answer)) {
      if (answers.size() >= MOST) {
        answers.clear();
      }
      answers.put(question, new Known<>(answer, nanoTime.getAsLong()));
    } else {
      answers.remove(question);
    }
    return answer;
  }
}
