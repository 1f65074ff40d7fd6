package org.polydesk.application.knowledge;

import java.util.Objects;
import java.util.Optional;
import org.polydesk.domain.knowledge.ArticleHeading;

/**
 * Which articles are listed.
 *
 * @param categoryId only those of this category; empty for all
 * @param staffOnlyToo whether those are among them that only the desk's own people may know of
 */
public record ArticleFilter(Optional<Integer> categoryId, boolean staffOnlyToo) {
  public ArticleFilter {
    Objects.requireNonNull(categoryId, "categoryId");
  }

  /** Whether {@code article} is listed. */
  public boolean matches(ArticleHeading article) {
    return (staffOnlyToo || !article.staffOnly())
        && (categoryId.isEmpty() || categoryId.equals(article.categoryId()));
  }
}
