package org.polydesk.adapter.persistence.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class RecentAnswersTest {
  private static final String ALL = "all";

  private final AtomicLong nanos = new AtomicLong();
  private final RecentAnswers<String, Integer> answers =
      new RecentAnswers<>(Duration.ofSeconds(2), found -> found > 9, nanos::get);

  private int ask(int present) {
    return answers.get(ALL, () -> present);
  }

  /** What somebody is told who asks while another looks and will find {@code present}. */
  private int askMeanwhile(int present) {
    AtomicLong told = new AtomicLong();
    answers.get(
        ALL,
        () -> {
          told.set(ask(-1));
          return present;
        });
    return (int) told.get();
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  @Test
  void aCostlyAnswerShouldBeRememberedForAWhile() {
    assertEquals(10, ask(10));
    pass(Duration.ofSeconds(2).minusNanos(1));
    assertEquals(10, ask(11));
    pass(Duration.ofNanos(1));
    assertEquals(12, ask(12));
    assertEquals(12, ask(1));
  }

  @Test
  void aCheapAnswerShouldBeLookedForEachTime() {
    assertEquals(9, ask(9));
    assertEquals(8, ask(8));
  }

  @Test
  void whileSomebodyLooksOthersShouldBeToldWhatWasFoundBefore() {
    ask(10);
    pass(Duration.ofSeconds(3));

    assertEquals(10, askMeanwhile(20));
    assertEquals(20, ask(1));
  }

  @Test
  void whatWasFoundLongAgoShouldBeToldToNobody() {
    ask(10);
    pass(Duration.ofHours(1));

    assertEquals(-1, askMeanwhile(20));
  }
}
