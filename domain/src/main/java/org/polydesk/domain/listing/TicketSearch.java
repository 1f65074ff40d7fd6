package org.polydesk.domain.listing;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.polydesk.domain.error.Texts;

/**
 * Words that are looked for in tickets. A ticket is found when at least one of the fields contains
 * them; case does not matter, and no character stands for others.
 *
 * <p>Source: docs/dialects/tikting.md, section "Lists".
 *
 * @param text what is looked for, without blanks around it
 * @param fields where; at least one
 */
public record TicketSearch(String text, Set<Field> fields) {

  /** Where words are looked for. */
  public enum Field {
    SUBJECT,
    /** The digits of the number; a leading {@code #} of the text is dropped. */
    TICKET_ID,
    /** The name of the priority. */
    PRIORITY,
    /** The requester's full name, log-in name or address. */
    REQUESTER
  }

  /**
   * The texts of one ticket.
   *
   * @param requester what the requester is called
   */
  public record Words(
      String subject, long number, Optional<String> priority, List<String> requester) {
    public Words {
      Objects.requireNonNull(subject, "subject");
      Objects.requireNonNull(priority, "priority");
      requester = List.copyOf(requester);
    }
  }

  /** No field is as long, in whatever form: a longer text is nowhere, and need not be kept. */
  private static final int LONGEST = 2_000;

  public TicketSearch {
    if (text.isBlank() || !text.equals(text.strip())) {
      throw new IllegalArgumentException("not a text to look for: '%s'".formatted(text));
    }
    fields = Collections.unmodifiableSet(EnumSet.copyOf(fields));
  }

  /**
   * A search for {@code text}; empty when it is blank, for then everything is found.
   *
   * @param fields empty for all of them
   */
  public static Optional<TicketSearch> of(String text, Set<Field> fields) {
    return text.isBlank()
        ? Optional.empty()
        : Optional.of(
            new TicketSearch(
                shortened(text.strip()), fields.isEmpty() ? EnumSet.allOf(Field.class) : fields));
  }

  /** Ends as the text does, so that no blanks are at its end. */
  private static String shortened(String text) {
    return text.length() <= LONGEST
        ? text
        : Texts.beginning(text, LONGEST) + Character.toString(text.codePointBefore(text.length()));
  }

  /** The text in the form in which texts are compared. */
  public String folded() {
    return Texts.folded(text);
  }

  /** What numbers are to contain; empty when no number can contain the text. */
  public Optional<String> digits() {
    String digits = text.startsWith("#") ? text.substring(1) : text;
    boolean all = !digits.isEmpty() && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    return all ? Optional.of(digits) : Optional.empty();
  }

  /** Whether {@code word} contains the text. */
  public boolean isIn(String word) {
    return Texts.folded(word).contains(folded());
  }

  /** Whether a ticket with these words is found. */
  public boolean finds(Words words) {
    return fields.stream().anyMatch(field -> findsIn(field, words));
  }

  private boolean findsIn(Field field, Words words) {
    return switch (field) {
      case SUBJECT -> isIn(words.subject());
      case TICKET_ID -> digits().filter(Long.toString(words.number())::contains).isPresent();
      case PRIORITY -> words.priority().filter(this::isIn).isPresent();
      case REQUESTER -> words.requester().stream().anyMatch(this::isIn);
    };
  }
}
