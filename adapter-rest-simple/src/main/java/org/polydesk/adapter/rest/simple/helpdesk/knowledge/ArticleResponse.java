package org.polydesk.adapter.rest.simple.helpdesk.knowledge;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.polydesk.adapter.rest.shared.TextFormats;
import org.polydesk.adapter.rest.simple.helpdesk.attachment.AttachmentResponse;
import org.polydesk.adapter.rest.simple.helpdesk.wire.HelpdeskJson;
import org.polydesk.adapter.rest.simple.helpdesk.wire.TagResponse;
import org.polydesk.adapter.rest.simple.helpdesk.wire.Words;
import org.polydesk.domain.catalogue.CatalogueList;
import org.polydesk.domain.catalogue.Tag;
import org.polydesk.domain.knowledge.Article;
import org.polydesk.domain.knowledge.ArticleHeading;

/**
 * An article; in lists without its text. Source: docs/dialects/helpdesk.md, section "Knowledge".
 */
record ArticleResponse(
    @JsonProperty("ArticleId") long articleId,
    String subject,
    @JsonProperty("CategoryID") int categoryId,
    String categoryName,
    boolean forTechsOnly,
    String tagString,
    List<TagResponse> tags,
    String urlId,
    String dateCreated,
    String lastUpdated,
    String url,
    List<AttachmentResponse> attachments,
    @JsonInclude(JsonInclude.Include.NON_NULL) String body) {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern NO_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern EDGES = Pattern.compile("^-|-$");

  static ArticleResponse of(ArticleHeading heading, Words words, String base) {
    return of(heading, null, words, base);
  }

  static ArticleResponse of(Article article, Words words, String base) {
    return of(article.heading(), TextFormats.forHtmlField(article.body()), words, base);
  }

  private static ArticleResponse of(ArticleHeading heading, String body, Words words, String base) {
    List<Tag> tags =
        heading.tagIds().stream().flatMap(id -> words.catalogue().tag(id).stream()).toList();
    return new ArticleResponse(
        heading.id().value(),
        heading.subject(),
        words.category(heading.categoryId()),
        words.name(CatalogueList.CATEGORY, heading.categoryId()),
        heading.staffOnly(),
        tags.stream().map(Tag::text).collect(Collectors.joining(",")),
        tags.stream().map(TagResponse::of).toList(),
        slug(heading.subject()),
        HelpdeskJson.instant(heading.createdAt()),
        HelpdeskJson.instant(heading.updatedAt()),
        base + "/api/Article/" + heading.id().value(),
        List.of(),
        body);
  }

  /** The subject as a part of an address: small letters and digits with hyphens between words. */
  private static String slug(String subject) {
    String bare = MARKS.matcher(Normalizer.normalize(subject, Normalizer.Form.NFD)).replaceAll("");
    String words = NO_WORDS.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll("-");
    return EDGES.matcher(words).replaceAll("");
  }
}
