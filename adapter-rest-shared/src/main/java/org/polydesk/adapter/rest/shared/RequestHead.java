package org.polydesk.adapter.rest.shared;

import io.micronaut.http.HttpRequest;
import java.util.Locale;
import java.util.function.Function;

/**
 * What a dialect is picked by.
 *
 * @param path as sent, percent-encoded, without query
 * @param query as sent, without question mark; empty when there is none
 * @param header the first value of a header, its name in any case; {@code null} when it is missing
 */
public record RequestHead(String path, String query, Function<String, String> header) {

  /** The head of a request that has been routed. */
  public static RequestHead of(HttpRequest<?> request) {
    String query = request.getUri().getRawQuery();
    return new RequestHead(
        request.getPath(), query == null ? "" : query, name -> request.getHeaders().get(name));
  }

  /** Whether the header is there and not empty. */
  public boolean hasHeader(String name) {
    String value = header.apply(name);
    return value != null && !value.isEmpty();
  }

  /** Whether the query names the parameter, in any case; {@code name} is plain ASCII. */
  public boolean hasQueryParameter(String name) {
    int at = 0;
    while (at < query.length()) {
      int end = query.indexOf('&', at);
      end = end < 0 ? query.length() : end;
      int equals = query.indexOf('=', at);
      int nameEnd = equals < 0 || equals > end ? end : equals;
      if (nameEnd - at == name.length() && query.regionMatches(true, at, name, 0, name.length())) {
        return true;
      }
      at = end + 1;
    }
    return false;
  }

  /**
   * Whether the path is {@code prefix} or below it, in any case and however many slashes stand
   * between the segments.
   *
   * @param prefix such as {@code /api/TicketsApi}
   */
  public boolean isUnder(String prefix) {
    if (path.startsWith(prefix)
        && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/')) {
      return true;
    }
    String folded = slashes(path).toLowerCase(Locale.ROOT);
    String wanted = prefix.toLowerCase(Locale.ROOT);
    return folded.startsWith(wanted)
        && (folded.length() == wanted.length() || folded.charAt(wanted.length()) == '/');
  }

  private static String slashes(String path) {
    int doubled = path.indexOf("//");
    if (doubled < 0) {
      return path;
    }
    StringBuilder single = new StringBuilder(path.length());
    char previous = 0;
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c != '/' || previous != '/') {
        single.append(c);
      }
      previous = c;
    }
    return single.toString();
  }
}
