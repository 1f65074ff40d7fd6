package org.polydesk.domain.error;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Gathers everything that is wrong with a request, so that it is told at once. Not thread-safe;
 * lives as long as one command is being read.
 */
public final class Violations {
  private final List<Violation> found = new ArrayList<>();

  /** The checks of one text value, as a sentence of its own. */
  public static OfText of(String field) {
    return new OfText(field);
  }

  /**
   * Does nothing when {@code violations} is empty.
   *
   * @throws DeskException {@link ErrorCode#INVALID_FIELD} with all of them otherwise
   */
  public static void none(List<Violation> violations) {
    if (!violations.isEmpty()) {
      throw DeskException.invalid(violations);
    }
  }

  /** Adds one. */
  public Violations add(Violation violation) {
    found.add(violation);
    return this;
  }

  /** Adds all of them. */
  public Violations addAll(List<Violation> violations) {
    found.addAll(violations);
    return this;
  }

  /** Adds {@code violation} when {@code wrong}. */
  public Violations addIf(boolean wrong, Violation violation) {
    if (wrong) {
      found.add(violation);
    }
    return this;
  }

  /** Whether nothing has been found so far. */
  public boolean isEmpty() {
    return found.isEmpty();
  }

  /** What has been found so far, in the order in which it was found. */
  public List<Violation> toList() {
    return List.copyOf(found);
  }

  /**
   * Ends the gathering.
   *
   * @throws DeskException {@link ErrorCode#INVALID_FIELD} when anything was found
   */
  public void orThrow() {
    none(found);
  }

  /** Checks of one text value. */
  public static final class OfText {
    private final String field;
    private final Violations violations = new Violations();

    private OfText(String field) {
      this.field = field;
    }

    /** It must be there and hold more than blanks. */
    public OfText required(String text) {
      violations.addIf(text == null || text.isBlank(), Violation.required(field));
      return this;
    }

    /** It must have at most {@code limit} characters (UTF-16 units, as clients count them). */
    public OfText atMost(int limit, String text) {
      violations.addIf(text != null && text.length() > limit, Violation.tooLong(field, limit));
      return this;
    }

    /** It must be storable everywhere: no U+0000 and no half of a surrogate pair. */
    public OfText storable(String text) {
      violations.addIf(text != null && !Texts.isStorable(text), Violation.unstorable(field));
      return this;
    }

    /** Any other check, over what has been found. */
    public OfText also(Consumer<Violations> check) {
      check.accept(violations);
      return this;
    }

    /** What is wrong with the value; empty when nothing is. */
    public List<Violation> toList() {
      return violations.toList();
    }

    /** The first thing that is wrong with the value. */
    public Optional<Violation> first() {
      return violations.found.stream().findFirst();
    }
  }
}
