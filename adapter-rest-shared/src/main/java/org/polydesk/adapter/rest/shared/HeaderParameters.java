package org.polydesk.adapter.rest.shared;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A header such as {@code form-data; name="a"; filename=b.txt}: its value and its parameters, names
 * in lower case. Reads what clients really send: values with or without quotes, backslashes that
 * are part of a Windows path, {@code filename*} in percent-encoded UTF-8.
 */
record HeaderParameters(String value, Map<String, String> parameters) {
  private static final Pattern STRAY_PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");

  /** Never fails; what cannot be read is left out. */
  static HeaderParameters parse(String header) {
    int semicolon = header.indexOf(';');
    String value = (semicolon < 0 ? header : header.substring(0, semicolon)).strip();
    Map<String, String> parameters = new HashMap<>();
    int at = semicolon < 0 ? header.length() : semicolon + 1;
    while (at < header.length()) {
      int equals = header.indexOf('=', at);
      if (equals < 0) {
        break;
      }
      int separator = header.lastIndexOf(';', equals);
      String name = header.substring(Math.max(at, separator + 1), equals).strip();
      StringBuilder text = new StringBuilder();
      at = value(header, equals + 1, text);
      parameters.putIfAbsent(name.toLowerCase(Locale.ROOT), text.toString());
    }
    return new HeaderParameters(value.toLowerCase(Locale.ROOT), parameters);
  }

  /** The parameter; its extended form {@code name*} is preferred when it can be read. */
  Optional<String> parameter(String name) {
    return Optional.ofNullable(parameters.get(name + "*"))
        .flatMap(HeaderParameters::extended)
        .or(() -> Optional.ofNullable(parameters.get(name)));
  }

  /** The charset parameter; {@code otherwise} when there is none that Java knows. */
  Charset charset(Charset otherwise) {
    try {
      return parameter("charset").map(Charset::forName).orElse(otherwise);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return otherwise;
    }
  }

  private static int value(String header, int from, StringBuilder text) {
    int at = from;
    while (at < header.length() && header.charAt(at) == ' ') {
      at++;
    }
    if (at < header.length() && header.charAt(at) == '"') {
      return quoted(header, at + 1, text);
    }
    int semicolon = header.indexOf(';', at);
    int end = semicolon < 0 ? header.length() : semicolon;
    text.append(header.substring(at, end).strip());
    return end + 1;
  }

  private static int quoted(String header, int from, StringBuilder text) {
    int at = from;
    while (at < header.length() && header.charAt(at) != '"') {
      boolean isEscape =
          header.charAt(at) == '\\'
              && at + 1 < header.length()
              && header.charAt(at + 1) == '"'
              && hasMoreQuotes(header, at + 2);
      at = isEscape ? at + 1 : at;
      text.append(header.charAt(at++));
    }
    int semicolon = header.indexOf(';', at);
    return semicolon < 0 ? header.length() : semicolon + 1;
  }

  private static boolean hasMoreQuotes(String header, int from) {
    int quote = header.indexOf('"', from);
    int nextParameter = header.indexOf("; ", from);
    return quote >= 0 && (nextParameter < 0 || quote < nextParameter);
  }

  private static Optional<String> extended(String text) {
    int first = text.indexOf('\'');
    int second = first < 0 ? -1 : text.indexOf('\'', first + 1);
    if (second < 0 || !text.substring(0, first).equalsIgnoreCase("utf-8")) {
      return Optional.empty();
    }
    // A plus sign stands for itself here.
    String encoded = text.substring(second + 1).replace("+", "%2B");
    return STRAY_PERCENT.matcher(encoded).find()
        ? Optional.empty()
        : UrlEncoded.decoded(encoded, StandardCharsets.UTF_8);
  }

  /** The header's bytes, given one character a byte, as UTF-8; unchanged when they are not. */
  static String utf8(String header) {
    if (header.chars().allMatch(c -> c < 128)) {
      return header;
    }
    try {
      return FieldCollector.decoded(
          ByteBuffer.wrap(header.getBytes(StandardCharsets.ISO_8859_1)), StandardCharsets.UTF_8);
    } catch (CharacterCodingException e) {
      return header;
    }
  }
}
