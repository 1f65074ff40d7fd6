package org.polydesk.application.knowledge.in;

import java.util.List;
import java.util.Optional;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.shared.Slice;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.knowledge.Article;
import org.polydesk.domain.knowledge.ArticleHeading;
import org.polydesk.domain.knowledge.ArticleId;

/**
 * Shows articles to everybody of the desk; those for its own people are missing to everybody else.
 */
public interface ReadArticlesUseCase {

  /**
   * What the caller can read, the newest first.
   *
   * @param categoryId only what is in this category; empty for everything
   */
  List<ArticleHeading> list(Optional<Integer> categoryId, Slice slice, Caller caller);

  /**
   * One article.
   *
   * @throws DeskException {@code NOT_FOUND} also when the caller may not know of it
   */
  Article find(ArticleId id, Caller caller);
}
