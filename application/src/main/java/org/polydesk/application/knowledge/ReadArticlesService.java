package org.polydesk.application.knowledge;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.identity.Right;
import org.polydesk.application.knowledge.in.ReadArticlesUseCase;
import org.polydesk.application.knowledge.out.Articles;
import org.polydesk.application.shared.Slice;
import org.polydesk.application.shared.UnitOfWork;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.knowledge.Article;
import org.polydesk.domain.knowledge.ArticleHeading;
import org.polydesk.domain.knowledge.ArticleId;

/** Reads articles. */
@Singleton
public final class ReadArticlesService implements ReadArticlesUseCase {
  private final Articles articles;
  private final UnitOfWork unitOfWork;

  @Inject
  public ReadArticlesService(Articles articles, UnitOfWork unitOfWork) {
    this.articles = articles;
    this.unitOfWork = unitOfWork;
  }

  @Override
  public List<ArticleHeading> list(Optional<Integer> categoryId, Slice slice, Caller caller) {
    ArticleFilter filter = new ArticleFilter(categoryId, caller.may(Right.READ_NOTES));
    return unitOfWork.read(() -> articles.list(caller.desk(), filter, slice));
  }

  @Override
  public Article find(ArticleId id, Caller caller) {
    ArticleFilter filter = new ArticleFilter(Optional.empty(), caller.may(Right.READ_NOTES));
    return unitOfWork
        .read(() -> articles.find(caller.desk(), id))
        .filter(article -> filter.matches(article.heading()))
        .orElseThrow(() -> DeskException.notFound("article"));
  }
}
