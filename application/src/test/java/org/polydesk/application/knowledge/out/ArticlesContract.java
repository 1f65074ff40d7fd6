package org.polydesk.application.knowledge.out;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.polydesk.application.fixture.AtOnce;
import org.polydesk.application.fixture.AtOnce.Outcome;
import org.polydesk.application.fixture.StoreContract;
import org.polydesk.application.knowledge.ArticleFilter;
import org.polydesk.application.shared.Slice;
import org.polydesk.domain.conversation.Body;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.knowledge.Article;
import org.polydesk.domain.knowledge.ArticleHeading;
import org.polydesk.domain.knowledge.ArticleId;

/** What every store of articles does. */
public interface ArticlesContract extends StoreContract {
  Instant NOON = Instant.parse("2026-03-02T12:00:00.001Z");

  private Article put(DeskId desk, long id, Optional<Integer> category, boolean staffOnly) {
    Article article =
        new Article(
            new ArticleHeading(
                new ArticleId(id),
                "Article " + id,
                category,
                staffOnly,
                List.of(3, 1),
                Optional.of(aUserIn(desk).id()),
                NOON,
                NOON.plusSeconds(id)),
            Body.html("<p>&auml; " + id + "</p>"));
    run(() -> ports().articles().put(desk, article));
    return article;
  }

  private ArticleId next(DeskId desk) {
    return runFor(() -> ports().articles().nextId(desk));
  }

  private List<Long> list(DeskId desk, ArticleFilter filter, Slice slice) {
    return ports().articles().list(desk, filter, slice).stream()
        .map(heading -> heading.id().value())
        .toList();
  }

  @Test
  default void findShouldGiveWhatWasPut() {
    DeskId desk = aNewDesk();
    Article article = put(desk, 7, Optional.of(10), true);
    Article bare =
        new Article(
            new ArticleHeading(
                new ArticleId(8),
                "Bare",
                Optional.empty(),
                false,
                List.of(),
                Optional.empty(),
                NOON,
                NOON),
            Body.plain("a < b"));
    run(() -> ports().articles().put(desk, bare));

    assertEquals(Optional.of(article), ports().articles().find(desk, new ArticleId(7)));
    assertEquals(Optional.of(bare), ports().articles().find(desk, new ArticleId(8)));
    assertEquals(Optional.empty(), ports().articles().find(desk, new ArticleId(9)));
    assertEquals(Optional.empty(), ports().articles().find(aNewDesk(), new ArticleId(7)));
  }

  @Test
  default void putShouldReplaceTheOneWithItsNumber() {
    DeskId desk = aNewDesk();
    put(desk, 1, Optional.of(10), true);

    Article next = put(desk, 1, Optional.of(11), false);

    assertEquals(Optional.of(next), ports().articles().find(desk, new ArticleId(1)));
  }

  @Test
  default void nextIdShouldRiseBehindWhatIsThere() {
    DeskId desk = aNewDesk();

    assertEquals(new ArticleId(1), next(desk));
    put(desk, 5, Optional.empty(), false);
    put(desk, 2, Optional.empty(), false);

    assertEquals(new ArticleId(6), next(desk));
    assertEquals(new ArticleId(1), next(aNewDesk()));
  }

  @Test
  default void nextIdShouldNeverGiveTheSameTwice() throws InterruptedException {
    DeskId desk = aNewDesk();

    List<Outcome<ArticleId>> outcomes = AtOnce.times(8, () -> next(desk));

    assertTrue(outcomes.stream().allMatch(Outcome::succeeded), outcomes::toString);
    Set<ArticleId> distinct = new HashSet<>();
    outcomes.forEach(outcome -> distinct.add(outcome.value()));
    assertEquals(8, distinct.size());
  }

  @Test
  default void listShouldGiveWhatMatchesTheNewestFirst() {
    DeskId desk = aNewDesk();
    put(desk, 2, Optional.of(10), false);
    put(desk, 1, Optional.of(10), true);
    put(desk, 3, Optional.of(11), false);
    put(desk, 4, Optional.empty(), false);
    Slice all = Slice.page(1, 10);
    Optional<Integer> any = Optional.empty();

    assertEquals(List.of(4L, 3L, 2L, 1L), list(desk, new ArticleFilter(any, true), all));
    assertEquals(List.of(4L, 3L, 2L), list(desk, new ArticleFilter(any, false), all));
    assertEquals(List.of(2L, 1L), list(desk, new ArticleFilter(Optional.of(10), true), all));
    assertEquals(List.of(2L), list(desk, new ArticleFilter(Optional.of(10), false), all));
    assertEquals(List.of(2L, 1L), list(desk, new ArticleFilter(any, true), Slice.page(2, 2)));
    assertEquals(List.of(), list(desk, new ArticleFilter(any, true), Slice.page(3, 2)));
    assertEquals(List.of(), list(aNewDesk(), new ArticleFilter(any, true), all));
  }

  @Test
  default void listShouldGiveTheHeadings() {
    DeskId desk = aNewDesk();
    Article article = put(desk, 1, Optional.of(10), false);

    assertEquals(
        List.of(article.heading()),
        ports()
            .articles()
            .list(desk, new ArticleFilter(Optional.empty(), false), Slice.page(1, 1)));
  }
}
