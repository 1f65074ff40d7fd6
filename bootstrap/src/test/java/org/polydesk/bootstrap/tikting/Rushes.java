package org.polydesk.bootstrap.tikting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Many requests at once. */
public final class Rushes {
  private static final int THREADS = 32;

  private Rushes() {}

  public static List<Answer> of(int count, IntFunction<Answer> call) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Callable<Answer>> calls =
          IntStream.range(0, count).<Callable<Answer>>mapToObj(i -> () -> call.apply(i)).toList();
      List<Answer> answers = new ArrayList<>();
      for (Future<Answer> answer : threads.invokeAll(calls)) {
        answers.add(answer.get());
      }
      return answers;
    } finally {
      threads.shutdownNow();
    }
  }

  /** All have this status. */
  public static void assertAll(int status, List<Answer> answers) {
    Map<Integer, Integer> counts = new HashMap<>();
    answers.forEach(answer -> counts.merge(answer.status(), 1, Integer::sum));
    assertEquals(Map.of(status, answers.size()), counts);
  }
}
