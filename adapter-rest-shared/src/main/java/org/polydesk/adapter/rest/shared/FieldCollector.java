package org.polydesk.adapter.rest.shared;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.Texts;
import org.polydesk.domain.error.Violation;
import org.polydesk.domain.error.Violations;

/**
 * Takes in the values of one request, whatever they are encoded in, counts them and notes those
 * that no store can carry. Not thread-safe.
 */
final class FieldCollector {
  private final ParameterMap.Builder parameters = ParameterMap.builder();
  private final Violations violations;
  private final Budget budget;

  FieldCollector(Violations violations, Budget budget) {
    this.violations = violations;
    this.budget = budget;
  }

  /** How many values may still come; shared by body and query. */
  static final class Budget {
    private final int limit;
    private int used;

    Budget(int limit) {
      this.limit = limit;
    }

    /** Uses up one. */
    void take() {
      if (++used > limit) {
        throw DeskException.badRequest("There are more than %d parameters.".formatted(limit));
      }
    }
  }

  /** Takes a value that has been decoded already. */
  void add(String name, String value) {
    budget.take();
    if (Texts.isStorable(name) && Texts.isStorable(value)) {
      parameters.add(name, value);
    } else {
      refuse(name);
    }
  }

  /** Takes a name without a value. */
  void addNull(String name) {
    budget.take();
    if (Texts.isStorable(name)) {
      parameters.addNull(name);
    } else {
      refuse(name);
    }
  }

  /** Takes a value that is still encoded. */
  void add(String name, ByteBuffer value, Charset charset) {
    try {
      add(name, decoded(value, charset));
    } catch (CharacterCodingException e) {
      budget.take();
      refuse(name);
    }
  }

  /** Notes that the value of {@code name} cannot be taken. */
  void refuse(String name) {
    violations.add(Violation.unstorable(Texts.isStorable(name) ? name : ""));
  }

  /** Counts a value that is not wanted any more, so that they come to an end. */
  void discard() {
    budget.take();
  }

  /** Notes that a whole kind of values cannot be taken. */
  void refuse(Violation violation) {
    violations.add(violation);
  }

  ParameterMap toMap() {
    return parameters.build();
  }

  /** The text, where a charset's wrong bytes are an error and not a question mark. */
  static String decoded(ByteBuffer bytes, Charset charset) throws CharacterCodingException {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT)
        .decode(bytes)
        .toString();
  }
}
