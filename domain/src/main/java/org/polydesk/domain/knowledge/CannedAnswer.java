package org.polydesk.domain.knowledge;

import java.util.Objects;
import java.util.Optional;
import org.polydesk.domain.conversation.Body;
import org.polydesk.domain.error.Violations;

/**
 * A text that the desk's people begin their answers with.
 *
 * @param id 1 or more, unique in its desk
 * @param name what they choose it by, 1 to 255 characters, not all blank
 * @param body what it says
 * @param internal whether it is meant for notes, which only the desk's own people read
 * @param categoryId the category of the tickets it fits; empty when it fits all of them
 */
public record CannedAnswer(
    int id, String name, Body body, boolean internal, Optional<Integer> categoryId) {
  private static final int MAX_LENGTH = 255;

  public CannedAnswer {
    Objects.requireNonNull(body, "body");
    Objects.requireNonNull(categoryId, "categoryId");
    Violations.none(
        Violations.of("name").required(name).atMost(MAX_LENGTH, name).storable(name).toList());
    if (id < 1) {
      throw new IllegalArgumentException("a canned answer's id is 1 or more, not " + id);
    }
  }
}
