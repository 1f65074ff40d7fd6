package org.polydesk.adapter.rest.shared;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads {@code a=1&b=2}, as it stands in a query or in a form's body. */
final class UrlEncoded {
  private UrlEncoded() {}

  /** Hands every pair of {@code text} to {@code fields}. */
  static void read(String text, Charset charset, FieldCollector fields) {
    int at = 0;
    while (at < text.length()) {
      int ampersand = text.indexOf('&', at);
      int end = ampersand < 0 ? text.length() : ampersand;
      if (end > at) {
        pair(text.substring(at, end), charset, fields);
      }
      at = end + 1;
    }
  }

  private static void pair(String pair, Charset charset, FieldCollector fields) {
    int equals = pair.indexOf('=');
    String rawName = equals < 0 ? pair : pair.substring(0, equals);
    String rawValue = equals < 0 ? "" : pair.substring(equals + 1);
    Optional<String> name = decoded(rawName, charset);
    Optional<String> value = decoded(rawValue, charset);
    if (name.isPresent() && value.isPresent()) {
      fields.add(name.get(), value.get());
    } else {
      fields.refuse(name.orElse(""));
    }
  }

  /**
   * The text behind plus signs and percent signs; empty when its bytes are no text. A percent sign
   * that is not followed by two hexadecimal digits stands for itself.
   */
  static Optional<String> decoded(String raw, Charset charset) {
    if (raw.indexOf('%') < 0 && raw.indexOf('+') < 0 && isAscii(raw)) {
      return Optional.of(raw);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c == '+') {
        bytes.write(' ');
      } else if (c == '%') {
        int octet = i + 2 < raw.length() ? octet(raw, i + 1) : -1;
        if (octet < 0) {
          bytes.write('%');
        } else {
          bytes.write(octet);
          i += 2;
        }
      } else {
        // Everything else is one byte of the wire, read as ISO 8859-1.
        bytes.write(c);
      }
    }
    try {
      return Optional.of(FieldCollector.decoded(ByteBuffer.wrap(bytes.toByteArray()), charset));
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** The text of a body, one character a byte. */
  static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /** The value of two hexadecimal digits at {@code at}; -1 when they are none. */
  static int octet(String text, int at) {
    int high = Character.digit(text.charAt(at), 16);
    int low = Character.digit(text.charAt(at + 1), 16);
    return text.charAt(at) > 127 || text.charAt(at + 1) > 127 || high < 0 || low < 0
        ? -1
        : high * 16 + low;
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 128);
  }
}
