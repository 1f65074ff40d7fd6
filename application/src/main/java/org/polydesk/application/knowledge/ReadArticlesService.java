package org.polydesk.application.knowledge;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.polydesk.application.desk.out.DeskSetups;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.identity.Right;
import org.polydesk.application.knowledge.in.ReadArticlesUseCase;
import org.polydesk.application.knowledge.out.Articles;
import org.polydesk.application.shared.Slice;
import org.polydesk.application.shared.UnitOfWork;
import org.polydesk.domain.catalogue.CatalogueList;
import org.polydesk.domain.catalogue.CatalogueRow;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.knowledge.Article;
import org.polydesk.domain.knowledge.ArticleHeading;
import org.polydesk.domain.knowledge.ArticleId;

/** Reads articles. */
@Singleton
public final class ReadArticlesService implements ReadArticlesUseCase {
  private final Articles articles;
  private final DeskSetups setups;
  private final UnitOfWork unitOfWork;

  @Inject
  public ReadArticlesService(Articles articles, DeskSetups setups, UnitOfWork unitOfWork) {
    this.articles = articles;
    this.setups = setups;
    this.unitOfWork = unitOfWork;
  }

  @Override
  public List<ArticleHeading> list(Optional<Integer> categoryId, Slice slice, Caller caller) {
    ArticleFilter filter = filter(categoryId, caller);
    return unitOfWork.read(() -> articles.list(caller.desk(), filter, slice));
  }

  @Override
  public Article find(ArticleId id, Caller caller) {
    ArticleFilter filter = filter(Optional.empty(), caller);
    return unitOfWork
        .read(() -> articles.find(caller.desk(), id))
        .filter(article -> filter.matches(article.heading()))
        .orElseThrow(() -> DeskException.notFound("article"));
  }

  private ArticleFilter filter(Optional<Integer> categoryId, Caller caller) {
    Set<Integer> hidden =
        caller.worksHere()
            ? Set.of()
            : setups.existing(caller.desk()).catalogue().rows(CatalogueList.CATEGORY).stream()
                .filter(CatalogueRow::staffOnly)
                .map(CatalogueRow::id)
                .collect(Collectors.toSet());
    return new ArticleFilter(categoryId, caller.may(Right.READ_NOTES), hidden);
  }
}
