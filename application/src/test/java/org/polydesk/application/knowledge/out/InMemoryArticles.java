package org.polydesk.application.knowledge.out;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.polydesk.application.fixture.InMemoryStore;
import org.polydesk.application.fixture.InMemoryStore.Table;
import org.polydesk.application.knowledge.ArticleFilter;
import org.polydesk.application.shared.Slice;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.knowledge.Article;
import org.polydesk.domain.knowledge.ArticleHeading;
import org.polydesk.domain.knowledge.ArticleId;

/** Articles in memory. */
public final class InMemoryArticles implements Articles {
  private final InMemoryStore store;
  private final Table<Key, Article> articles;
  private final Table<DeskId, Long> numbers;

  public InMemoryArticles(InMemoryStore store) {
    this.store = store;
    this.articles = store.table();
    this.numbers = store.table();
  }

  private record Key(DeskId desk, ArticleId id) {}

  @Override
  public ArticleId nextId(DeskId desk) {
    return store.run(() -> new ArticleId(numbers.rows().merge(desk, 1L, Long::sum)));
  }

  @Override
  public void put(DeskId desk, Article article) {
    ArticleId id = article.heading().id();
    store.run(
        () -> {
          numbers.rows().merge(desk, id.value(), Math::max);
          return articles.rows().put(new Key(desk, id), article);
        });
  }

  @Override
  public Optional<Article> find(DeskId desk, ArticleId id) {
    return store.read(() -> Optional.ofNullable(articles.rows().get(new Key(desk, id))));
  }

  @Override
  public List<ArticleHeading> list(DeskId desk, ArticleFilter filter, Slice slice) {
    return store.read(
        () ->
            articles.rows().entrySet().stream()
                .filter(row -> row.getKey().desk().equals(desk))
                .map(row -> row.getValue().heading())
                .filter(filter::matches)
                .sorted(
                    Comparator.comparing((ArticleHeading heading) -> heading.id().value())
                        .reversed())
                .skip(slice.skip())
                .limit(slice.length())
                .toList());
  }
}
