package org.polydesk.application.knowledge;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.polydesk.domain.knowledge.ArticleHeading;

/**
 * Which articles are listed.
 *
 * @param categoryId only those of this category; empty for all
 * @param staffOnlyToo whether those are among them that only the desk's own people may know of
 * @param hiddenCategoryIds the categories whose articles are not among them
 */
public record ArticleFilter(
    Optional<Integer> categoryId, boolean staffOnlyToo, Set<Integer> hiddenCategoryIds) {
  public ArticleFilter {
    Objects.requireNonNull(categoryId, "categoryId");
    hiddenCategoryIds = Set.copyOf(hiddenCategoryIds);
  }

  /** Those of all categories. */
  public ArticleFilter(Optional<Integer> categoryId, boolean staffOnlyToo) {
    this(categoryId, staffOnlyToo, Set.of());
  }

  /** Whether {@code article} is listed. */
  public boolean matches(ArticleHeading article) {
    return (staffOnlyToo || !article.staffOnly())
        && (categoryId.isEmpty() || categoryId.equals(article.categoryId()))
        && article.categoryId().filter(hiddenCategoryIds::contains).isEmpty();
  }
}
