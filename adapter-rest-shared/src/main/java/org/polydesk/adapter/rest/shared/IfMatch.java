package org.polydesk.adapter.rest.shared;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.polydesk.domain.error.DeskException;

/**
 * What a client says he has seen before he changes something.
 *
 * @param tags the entity tags without their quotes; empty for {@code *}, which any version matches
 */
public record IfMatch(Set<String> tags) {
  private static final Pattern TAG = Pattern.compile("\\s*(W/)?\"([\\x21\\x23-\\x7e]*)\"\\s*(,|$)");

  public IfMatch {
    tags = Set.copyOf(tags);
  }

  /**
   * The header's content; empty when it is missing.
   *
   * @throws DeskException {@code INVALID_REQUEST} when it is no list of entity tags
   */
  public static Optional<IfMatch> of(HttpRequest<?> request) {
    List<String> headers = request.getHeaders().getAll(HttpHeaders.IF_MATCH);
    if (headers.isEmpty()) {
      return Optional.empty();
    }
    String header = String.join(",", headers).strip();
    return Optional.of(new IfMatch(header.equals("*") ? Set.of() : tags(header)));
  }

  /** The entity tag of a version, with its quotes. */
  public static String tag(long version) {
    return "\"%d\"".formatted(version);
  }

  /** Whether the client has seen {@code version}. */
  public boolean matches(long version) {
    return tags.isEmpty() || tags.contains(Long.toString(version));
  }

  /**
   * Goes on only when the client has seen {@code version}.
   *
   * @throws DeskException {@code PRECONDITION_FAILED} otherwise
   */
  public void orStale(long version, String thing) {
    if (!matches(version)) {
      throw DeskException.preconditionFailed(thing);
    }
  }

  private static Set<String> tags(String header) {
    Set<String> tags = new HashSet<>();
    Matcher matcher = TAG.matcher(header);
    int at = 0;
    while (at < header.length()) {
      if (!matcher.find(at) || matcher.start() != at) {
        throw DeskException.badRequest("The If-Match header is no list of entity tags.");
      }
      // A weak tag stays in the set with its mark and so matches nothing.
      tags.add((matcher.group(1) == null ? "" : "W/") + matcher.group(2));
      at = matcher.end();
    }
    if (tags.isEmpty()) {
      throw DeskException.badRequest("The If-Match header is no list of entity tags.");
    }
    return tags;
  }
}
