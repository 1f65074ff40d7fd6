package org.polydesk.domain.error;

import java.util.Objects;

/**
 * One thing that is wrong with a request.
 *
 * @param field the core's name of the value, such as {@code subject}; empty when the request as a
 *     whole is meant
 * @param rule what the value breaks
 * @param argument the bound, the offending text or the free sentence that {@code rule} speaks of;
 *     empty when there is none
 */
public record Violation(String field, Rule rule, String argument) {

  /** What a value can break; dialects have a sentence for each. */
  public enum Rule {
    /** It must be there and is not. */
    REQUIRED,
    /** It has more characters than {@code argument}. */
    TOO_LONG,
    /** {@code argument} cannot be read as a value of this kind. */
    MALFORMED,
    /** {@code argument} is readable and outside the set or range of values. */
    OUT_OF_RANGE,
    /** The desk has nothing with this id or name. */
    UNKNOWN,
    /** {@code argument} is a short English sentence that says what is wrong. */
    REFUSED
  }

  public Violation {
    Objects.requireNonNull(field, "field");
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(argument, "argument");
  }

  /** The value {@code field} is missing. */
  public static Violation required(String field) {
    return new Violation(field, Rule.REQUIRED, "");
  }

  /** The value {@code field} has more than {@code limit} characters. */
  public static Violation tooLong(String field, int limit) {
    return new Violation(field, Rule.TOO_LONG, Integer.toString(limit));
  }

  /** {@code text} cannot be read as a {@code field}. */
  public static Violation malformed(String field, String text) {
    return new Violation(field, Rule.MALFORMED, text);
  }

  /** {@code text} is no {@code field} that the desk knows of. */
  public static Violation outOfRange(String field, String text) {
    return new Violation(field, Rule.OUT_OF_RANGE, text);
  }

  /** Nothing is known under the id or name given as {@code field}. */
  public static Violation unknown(String field) {
    return new Violation(field, Rule.UNKNOWN, "");
  }

  /** {@code field} is refused for the reason given as a short English sentence. */
  public static Violation refused(String field, String sentence) {
    return new Violation(field, Rule.REFUSED, sentence);
  }

  /** {@code field} holds U+0000 or half a surrogate pair, which no store can carry. */
  public static Violation unstorable(String field) {
    return refused(field, "%s holds a character that is not allowed.".formatted(field).strip());
  }

  /** A short English sentence for logs and for dialects without sentences of their own. */
  public String sentence() {
    return switch (rule) {
      case REQUIRED -> "%s is required.".formatted(field);
      case TOO_LONG -> "%s must have at most %s characters.".formatted(field, argument);
      case MALFORMED -> "The value '%s' is not valid for %s.".formatted(argument, field);
      case OUT_OF_RANGE -> "The value '%s' is invalid.".formatted(argument);
      case UNKNOWN -> "Invalid %s.".formatted(field);
      case REFUSED -> argument;
    };
  }
}
