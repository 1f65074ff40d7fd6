package org.polydesk.adapter.rest.simple.taas.wire;

import java.util.List;
import java.util.Optional;

/** The dialect's words for priorities, from the least urgent one on. */
public final class Priorities {
  public static final List<String> WORDS = List.of("Low", "Medium", "Important", "Urgent");

  private Priorities() {}

  /** The id of the priority that {@code word} names, letter case aside. */
  public static Optional<Integer> id(String word) {
    for (int i = 0; i < WORDS.size(); i++) {
      if (WORDS.get(i).equalsIgnoreCase(word.strip())) {
        return Optional.of(i + 1);
      }
    }
    return Optional.empty();
  }

  /** The word for a priority; what is more urgent than the last word gets the last word. */
  public static String word(int id) {
    return WORDS.get(Math.max(1, Math.min(id, WORDS.size())) - 1);
  }
}
