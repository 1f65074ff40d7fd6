package org.polydesk.domain.knowledge;

import java.util.List;
import java.util.Objects;
import org.polydesk.domain.conversation.Body;
import org.polydesk.domain.error.Violation;
import org.polydesk.domain.error.Violations;

/**
 * Something that people can help themselves with.
 *
 * @param body its text, not all blank
 */
public record Article(ArticleHeading heading, Body body) {
  public Article {
    Objects.requireNonNull(heading, "heading");
    Violations.none(violationsOf(body));
  }

  /** What is wrong with {@code body} as an article's; empty when nothing is. */
  public static List<Violation> violationsOf(Body body) {
    return Violations.of("body")
        .required(body.text())
        .also(found -> found.addAll(Body.violationsOf("body", body.text())))
        .toList();
  }
}
