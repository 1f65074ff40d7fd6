package org.polydesk.adapter.persistence.knowledge;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.polydesk.adapter.persistence.shared.Compact;
import org.polydesk.adapter.persistence.shared.Database;
import org.polydesk.adapter.persistence.shared.DeskNumbers;
import org.polydesk.adapter.persistence.shared.Parameters;
import org.polydesk.adapter.persistence.shared.Row;
import org.polydesk.application.knowledge.ArticleFilter;
import org.polydesk.application.knowledge.out.Articles;
import org.polydesk.application.shared.Slice;
import org.polydesk.domain.conversation.Body;
import org.polydesk.domain.conversation.Body.Format;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.knowledge.Article;
import org.polydesk.domain.knowledge.ArticleHeading;
import org.polydesk.domain.knowledge.ArticleId;
import org.polydesk.domain.user.UserId;

/** A row for each article. */
@Singleton
final class JdbcArticles implements Articles {
  private static final String NUMBERS = "article";

  private static final String HEADING =
      "article_id, subject, category_id, staff_only, tag_ids, author_id, created_at, updated_at";

  private static final String BY_ID =
      "select " + HEADING + ", body, format from article where desk_id = ? and article_id = ?";

  private static final String LISTED =
      "select "
          + HEADING
          + """
           from article where desk_id = ?%s
          order by article_id desc limit ? offset ?
          """;

  private static final String REPLACE =
      """
      update article set subject = ?, category_id = ?, staff_only = ?, tag_ids = ?, author_id = ?,
        created_at = ?, updated_at = ?, body = ?, format = ?
      where desk_id = ? and article_id = ?
      """;

  private static final String ADD =
      """
      insert into article (subject, category_id, staff_only, tag_ids, author_id, created_at,
        updated_at, body, format, desk_id, article_id)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
      """;

  private final Database database;
  private final DeskNumbers numbers;

  JdbcArticles(Database database, DeskNumbers numbers) {
    this.database = database;
    this.numbers = numbers;
  }

  @Override
  public ArticleId nextId(DeskId desk) {
    return new ArticleId(numbers.next(desk, NUMBERS));
  }

  @Override
  public void put(DeskId desk, Article article) {
    numbers.behind(desk, NUMBERS, article.heading().id().value());
    database.replaceOrAdd(REPLACE, ADD, bound -> bind(bound, desk, article));
  }

  private static void bind(Parameters bound, DeskId desk, Article article) {
    ArticleHeading heading = article.heading();
    bound
        .text(heading.subject())
        .number(heading.categoryId())
        .flag(heading.staffOnly())
        .text(Compact.text(heading.tagIds()))
        .uuid(heading.author().map(UserId::value))
        .instant(heading.createdAt())
        .instant(heading.updatedAt())
        .text(article.body().text())
        .name(article.body().format())
        .number(desk.value())
        .number(heading.id().value());
  }

  @Override
  public Optional<Article> find(DeskId desk, ArticleId id) {
    return database.find(
        BY_ID,
        bound -> bound.number(desk.value()).number(id.value()),
        row ->
            new Article(
                heading(row), new Body(row.text("body"), row.constant(Format.class, "format"))));
  }

  @Override
  public List<ArticleHeading> list(DeskId desk, ArticleFilter filter, Slice slice) {
    String conditions =
        (filter.staffOnlyToo() ? "" : " and not staff_only")
            + (filter.categoryId().isPresent() ? " and category_id = ?" : "")
            + hidden(filter.hiddenCategoryIds());
    return database.list(
        LISTED.formatted(conditions),
        bound -> {
          bound.number(desk.value());
          filter.categoryId().ifPresent(bound::number);
          bound.number(slice.length()).number(slice.skip());
        },
        JdbcArticles::heading);
  }

  private static String hidden(Set<Integer> categoryIds) {
    return categoryIds.isEmpty()
        ? ""
        : categoryIds.stream()
            .sorted()
            .map(String::valueOf)
            .collect(
                Collectors.joining(
                    ", ", " and (category_id is null or category_id not in (", "))"));
  }

  private static ArticleHeading heading(Row row) {
    return new ArticleHeading(
        new ArticleId(row.number("article_id")),
        row.text("subject"),
        row.optionalInteger("category_id"),
        row.flag("staff_only"),
        Compact.integers(row.text("tag_ids")),
        row.optionalUuid("author_id").map(UserId::new),
        row.instant("created_at"),
        row.instant("updated_at"));
  }
}
