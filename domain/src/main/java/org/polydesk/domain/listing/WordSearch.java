package org.polydesk.domain.listing;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.polydesk.domain.error.Texts;

/**
 * Words that a ticket is to hold, each of them somewhere in the fields that are looked at, as a
 * part of a longer word too. Case does not matter, and no character stands for others.
 *
 * <p>Sources: docs/dialects/helpdesk.md, docs/dialects/taas.md and docs/dialects/panel.md, which
 * look at different fields.
 *
 * @param words in the form in which texts are compared; at least one, none of them blank
 * @param fields where; at least one
 */
public record WordSearch(List<String> words, Set<Field> fields) {
  /** The most words of one search; what comes after them is not looked for. */
  public static final int MOST_WORDS = 10;

  /** The longest word, in characters; what comes after them is not looked for. */
  public static final int LONGEST_WORD = 1_000;

  private static final Pattern BLANKS = Pattern.compile("\\s+");

  /** Where words are looked for. */
  public enum Field {
    SUBJECT,
    /** The text that opened the ticket; of one in HTML its markup is left out. */
    DESCRIPTION,
    /**
     * All that was said since then, likewise; internal entries only for those who may read them.
     */
    ENTRIES,
    /** Names and addresses of the one who asks and of the one who works on it. */
    PEOPLE,
    /** The texts of the ticket's tags. */
    TAGS,
    /** The whole number, with or without a leading {@code #}. */
    NUMBER,
    /** Some digits of the number, likewise. */
    NUMBER_DIGITS
  }

  public WordSearch {
    words = List.copyOf(words);
    fields = Collections.unmodifiableSet(EnumSet.copyOf(fields));
    if (words.isEmpty() || words.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException("no words to look for: " + words);
    }
  }

  /** A search for what blanks separate in {@code text}; empty when it has no words. */
  public static Optional<WordSearch> of(String text, Set<Field> fields) {
    List<String> words =
        BLANKS
            .splitAsStream(Texts.folded(text).strip())
            .filter(word -> !word.isBlank())
            .map(word -> Texts.beginning(word, LONGEST_WORD))
            .distinct()
            .limit(MOST_WORDS)
            .toList();
    return words.isEmpty() ? Optional.empty() : Optional.of(new WordSearch(words, fields));
  }

  /** The digits of {@code word} without a leading {@code #}; empty when it is no number. */
  public static Optional<String> digits(String word) {
    String digits = word.startsWith("#") ? word.substring(1) : word;
    boolean all = !digits.isEmpty() && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    return all ? Optional.of(digits) : Optional.empty();
  }

  /** The number that {@code word} is; empty when it is none that a ticket can have. */
  public static Optional<Long> number(String word) {
    return digits(word).filter(digits -> digits.length() <= 18).map(Long::valueOf);
  }

  /**
   * The texts of one ticket as one viewer sees them.
   *
   * @param entries what he may read of all that was said since it was opened
   * @param people what the people are called, and their addresses
   * @param tags the texts of its tags
   */
  public record Words(
      long number,
      String subject,
      String description,
      List<String> entries,
      List<String> people,
      List<String> tags) {
    public Words {
      Objects.requireNonNull(subject, "subject");
      Objects.requireNonNull(description, "description");
      entries = List.copyOf(entries);
      people = List.copyOf(people);
      tags = List.copyOf(tags);
    }
  }

  /** Whether a ticket with these texts is found. */
  public boolean finds(Words texts) {
    return words.stream()
        .allMatch(word -> fields.stream().anyMatch(field -> isIn(field, word, texts)));
  }

  private static boolean isIn(Field field, String word, Words texts) {
    return switch (field) {
      case SUBJECT -> isIn(word, List.of(texts.subject()));
      case DESCRIPTION -> isIn(word, List.of(texts.description()));
      case ENTRIES -> isIn(word, texts.entries());
      case PEOPLE -> isIn(word, texts.people());
      case TAGS -> isIn(word, texts.tags());
      case NUMBER -> number(word).filter(number -> number == texts.number()).isPresent();
      case NUMBER_DIGITS ->
          digits(word).filter(Long.toString(texts.number())::contains).isPresent();
    };
  }

  private static boolean isIn(String word, List<String> texts) {
    return texts.stream().anyMatch(text -> Texts.folded(text).contains(word));
  }
}
