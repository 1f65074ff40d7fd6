package org.polydesk.application.knowledge.out;

import java.util.List;
import java.util.Optional;
import org.polydesk.application.knowledge.ArticleFilter;
import org.polydesk.application.shared.Slice;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.knowledge.Article;
import org.polydesk.domain.knowledge.ArticleHeading;
import org.polydesk.domain.knowledge.ArticleId;

/** What people can help themselves with. */
public interface Articles {
  /** A number for a new article of this desk, higher than those of all that are there. */
  ArticleId nextId(DeskId desk);

  /** Adds an article, or puts it in the place of the one with its number. */
  void put(DeskId desk, Article article);

  /** The article with this number. */
  Optional<Article> find(DeskId desk, ArticleId id);

  /** Headings of the articles that match, the newest first. */
  List<ArticleHeading> list(DeskId desk, ArticleFilter filter, Slice slice);
}
