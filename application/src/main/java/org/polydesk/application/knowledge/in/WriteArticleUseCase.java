package org.polydesk.application.knowledge.in;

import java.util.List;
import java.util.Objects;
import org.polydesk.application.identity.Caller;
import org.polydesk.domain.conversation.Body;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.knowledge.ArticleId;

/** Lets the desk's own people write articles. */
public interface WriteArticleUseCase {

  /**
   * An article to be.
   *
   * @param subject 1 to 255 characters, not all blank
   * @param body not all blank
   * @param categoryId an active category of the desk
   * @param staffOnly whether only the desk's own people may know of it
   * @param tags what it is marked with; a text that is no tag of the desk yet becomes one
   */
  record ArticleDraft(
      String subject, Body body, int categoryId, boolean staffOnly, List<String> tags) {
    public ArticleDraft {
      Objects.requireNonNull(subject, "subject");
      Objects.requireNonNull(body, "body");
      tags = List.copyOf(tags);
    }
  }

  /**
   * Adds an article.
   *
   * @throws DeskException {@code NOT_ALLOWED} without the right to write articles; {@code
   *     INVALID_FIELD} on {@code subject}, {@code body}, {@code category} and {@code tags}
   */
  ArticleId write(ArticleDraft draft, Caller caller);
}
