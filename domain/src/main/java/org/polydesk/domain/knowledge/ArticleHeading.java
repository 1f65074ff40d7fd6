package org.polydesk.domain.knowledge;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.polydesk.domain.error.Violation;
import org.polydesk.domain.error.Violations;
import org.polydesk.domain.user.UserId;

/**
 * What an article is about, without its text.
 *
 * @param subject one line, 1 to 255 characters, not all blank
 * @param categoryId the category it belongs to; empty when it belongs to none
 * @param staffOnly whether only the desk's own people may know of it
 * @param tagIds the tags it is marked with, in the order in which they were set
 * @param author who wrote it; empty when the desk was set up with it
 */
public record ArticleHeading(
    ArticleId id,
    String subject,
    Optional<Integer> categoryId,
    boolean staffOnly,
    List<Integer> tagIds,
    Optional<UserId> author,
    Instant createdAt,
    Instant updatedAt) {
  private static final int MAX_LENGTH = 255;

  public ArticleHeading {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(categoryId, "categoryId");
    Objects.requireNonNull(author, "author");
    Objects.requireNonNull(createdAt, "createdAt");
    Objects.requireNonNull(updatedAt, "updatedAt");
    tagIds = List.copyOf(tagIds);
    Violations.none(violationsOf(subject));
  }

  /** What is wrong with {@code subject} as an article's; empty when nothing is. */
  public static List<Violation> violationsOf(String subject) {
    return Violations.of("subject")
        .required(subject)
        .atMost(MAX_LENGTH, subject)
        .storable(subject)
        .toList();
  }
}
