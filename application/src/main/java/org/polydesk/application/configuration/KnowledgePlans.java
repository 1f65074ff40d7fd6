package org.polydesk.application.configuration;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.polydesk.application.configuration.in.DeskPlan;
import org.polydesk.application.configuration.in.DeskPlan.PlannedArticle;
import org.polydesk.application.desk.TagBook;
import org.polydesk.application.desk.TagBook.TagName;
import org.polydesk.application.knowledge.out.Articles;
import org.polydesk.application.knowledge.out.CannedAnswers;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.knowledge.Article;
import org.polydesk.domain.knowledge.ArticleHeading;

/** Makes what a desk knows what a plan says, as a part of applying it. */
@Singleton
public final class KnowledgePlans {
  private final CannedAnswers cannedAnswers;
  private final Articles articles;
  private final TagBook tags;
  private final PlanHistory history;
  private final Clock clock;

  @Inject
  public KnowledgePlans(
      CannedAnswers cannedAnswers,
      Articles articles,
      TagBook tags,
      PlanHistory history,
      Clock clock) {
    this.cannedAnswers = cannedAnswers;
    this.articles = articles;
    this.tags = tags;
    this.history = history;
    this.clock = clock;
  }

  void apply(DeskPlan plan) {
    DeskId desk = plan.setup().desk().id();
    if (!cannedAnswers.of(desk).containsAll(plan.cannedAnswers())) {
      cannedAnswers.put(desk, plan.cannedAnswers());
      history.changedPart(desk, "cannedAnswers");
    }
    plan.articles().forEach(article -> apply(article, desk));
  }

  private void apply(PlannedArticle planned, DeskId desk) {
    List<Integer> tagIds =
        tags.idsOf(
            desk, planned.tags().stream().map(tag -> new TagName(Optional.empty(), tag)).toList());
    Optional<Article> present = articles.find(desk, planned.id());
    Article same =
        article(
            planned, tagIds, present, present.map(Article::heading).map(ArticleHeading::updatedAt));
    if (!present.equals(Optional.of(same))) {
      articles.put(desk, article(planned, tagIds, present, Optional.empty()));
      history.put(desk, "article", String.valueOf(planned.id().value()), present.isEmpty());
    }
  }

  /** The article as planned, changed at the given instant or else now. */
  private Article article(
      PlannedArticle planned,
      List<Integer> tagIds,
      Optional<Article> present,
      Optional<Instant> updatedAt) {
    Instant now = clock.instant();
    Optional<ArticleHeading> before = present.map(Article::heading);
    return new Article(
        new ArticleHeading(
            planned.id(),
            planned.subject(),
            planned.categoryId(),
            planned.staffOnly(),
            tagIds,
            before.flatMap(ArticleHeading::author),
            before.map(ArticleHeading::createdAt).orElse(now),
            updatedAt.orElse(now)),
        planned.body());
  }
}
