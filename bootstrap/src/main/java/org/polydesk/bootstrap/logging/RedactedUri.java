package org.polydesk.bootstrap.logging;

import io.micronaut.http.server.netty.handler.accesslog.element.ConnectionMetadata;
import io.micronaut.http.server.netty.handler.accesslog.element.LogElement;
import io.netty.handler.codec.http.HttpHeaders;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What was asked for, as the access log may tell it: without credentials and control characters.
 */
final class RedactedUri implements LogElement {
  private static final Set<String> SECRET_PARAMETERS =
      Set.of(
          "key",
          "subscription-key",
          "token",
          "access_token",
          "x-token",
          "password",
          "secret",
          "signature");
  private static final Pattern SECRET_PATH = Pattern.compile("(?i)(/close/).+");

  @Override
  public Set<Event> events() {
    return Event.REQUEST_HEADERS_EVENTS;
  }

  @Override
  public String onRequestHeaders(
      ConnectionMetadata metadata,
      String method,
      HttpHeaders headers,
      String uri,
      String protocol) {
    return redacted(uri);
  }

  @Override
  public LogElement copy() {
    return this;
  }

  /** {@code uri} without the parameters and path segments that are credentials. */
  static String redacted(String uri) {
    int question = uri.indexOf('?');
    String path = question < 0 ? uri : uri.substring(0, question);
    String shown = printable(SECRET_PATH.matcher(path).replaceFirst("$1***"));
    if (question < 0) {
      return shown;
    }
    String query =
        Arrays.stream(uri.substring(question + 1).split("[&;]"))
            .filter(parameter -> !SECRET_PARAMETERS.contains(name(parameter)))
            .collect(Collectors.joining("&"));
    return query.isEmpty() ? shown : shown + "?" + printable(query);
  }

  private static String name(String parameter) {
    int equals = parameter.indexOf('=');
    String name = equals < 0 ? parameter : parameter.substring(0, equals);
    try {
      return URLDecoder.decode(name, StandardCharsets.UTF_8).strip().toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      return name.toLowerCase(Locale.ROOT);
    }
  }

  private static String printable(String text) {
    return text.chars()
        .mapToObj(c -> Character.isISOControl(c) ? "%%%02X".formatted(c) : Character.toString(c))
        .collect(Collectors.joining());
  }
}
