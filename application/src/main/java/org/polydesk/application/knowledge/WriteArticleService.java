package org.polydesk.application.knowledge;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.polydesk.application.audit.out.AuditTrail;
import org.polydesk.application.desk.TagBook;
import org.polydesk.application.desk.TagBook.TagName;
import org.polydesk.application.desk.out.DeskSetups;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.identity.Right;
import org.polydesk.application.knowledge.in.WriteArticleUseCase;
import org.polydesk.application.knowledge.out.Articles;
import org.polydesk.application.shared.UnitOfWork;
import org.polydesk.domain.audit.AuditFact;
import org.polydesk.domain.catalogue.CatalogueList;
import org.polydesk.domain.catalogue.CatalogueRow;
import org.polydesk.domain.error.Violation;
import org.polydesk.domain.error.Violations;
import org.polydesk.domain.knowledge.Article;
import org.polydesk.domain.knowledge.ArticleHeading;
import org.polydesk.domain.knowledge.ArticleId;

/** Adds articles. */
@Singleton
public final class WriteArticleService implements WriteArticleUseCase {
  private final Articles articles;
  private final DeskSetups setups;
  private final TagBook tags;
  private final AuditTrail audit;
  private final UnitOfWork unitOfWork;
  private final Clock clock;

  @Inject
  public WriteArticleService(
      Articles articles,
      DeskSetups setups,
      TagBook tags,
      AuditTrail audit,
      UnitOfWork unitOfWork,
      Clock clock) {
    this.articles = articles;
    this.setups = setups;
    this.tags = tags;
    this.audit = audit;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  @Override
  public ArticleId write(ArticleDraft draft, Caller caller) {
    caller.mustBeAbleTo(Right.WRITE_ARTICLES);
    check(draft, caller);
    return unitOfWork.run(
        () -> {
          Instant now = clock.instant();
          List<Integer> tagIds =
              tags.idsOf(
                  caller.desk(),
                  draft.tags().stream().map(tag -> new TagName(Optional.empty(), tag)).toList());
          ArticleHeading heading =
              new ArticleHeading(
                  articles.nextId(caller.desk()),
                  draft.subject(),
                  Optional.of(draft.categoryId()),
                  draft.staffOnly(),
                  tagIds,
                  caller.userId(),
                  now,
                  now);
          articles.put(caller.desk(), new Article(heading, draft.body()));
          audit.append(caller.desk(), List.of(created(heading, caller)));
          return heading.id();
        });
  }

  private void check(ArticleDraft draft, Caller caller) {
    boolean known =
        setups
            .existing(caller.desk())
            .catalogue()
            .row(CatalogueList.CATEGORY, draft.categoryId())
            .filter(CatalogueRow::active)
            .isPresent();
    new Violations()
        .addIf(!known, Violation.unknown(CatalogueList.CATEGORY.field()))
        .addAll(ArticleHeading.violationsOf(draft.subject()))
        .addAll(Article.violationsOf(draft.body()))
        .orThrow();
  }

  private static AuditFact created(ArticleHeading heading, Caller caller) {
    return new AuditFact(
        heading.createdAt(),
        caller.userId(),
        Optional.empty(),
        caller.door(),
        "article",
        Long.toString(heading.id().value()),
        "created",
        Optional.of("subject"),
        Optional.empty(),
        Optional.of(heading.subject()));
  }
}
