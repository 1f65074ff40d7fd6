package org.polydesk.bootstrap.settings;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.polydesk.domain.user.EmailAddress;

/**
 * How the text of a setting becomes a value.
 *
 * @param expected what a right text looks like, to follow the words "it must be"
 * @param reader gives the value, or nothing when the text is wrong
 * @param secret whether the text must never be printed or logged
 */
public record ValueKind<T>(String expected, Function<String, Optional<T>> reader, boolean secret) {
  private static final Pattern EXTENSION = Pattern.compile("[a-z0-9]{1,16}");
  private static final Pattern ADDRESS =
      Pattern.compile("\\*|\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-f:]*:[0-9a-f:.]*");
  private static final int KEY_BYTES = 32;
  private static final int LAST_PORT = 65_535;

  private static final Predicate<URI> WEB =
      uri ->
          ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()))
              && uri.getHost() != null
              && uri.getPort() != 0
              && uri.getPort() <= LAST_PORT
              && uri.getRawQuery() == null
              && uri.getRawFragment() == null
              && uri.getRawUserInfo() == null;

  private ValueKind(String expected, Function<String, Optional<T>> reader) {
    this(expected, reader, false);
  }

  static ValueKind<String> text(String expected) {
    return new ValueKind<>(expected, text -> Optional.of(text.strip()));
  }

  /** A text of {@code least} to {@code most} characters, blanks included, never to be shown. */
  static ValueKind<String> secret(int least, int most) {
    return new ValueKind<>(
        "%d to %d characters".formatted(least, most),
        text ->
            text.length() < least || text.length() > most ? Optional.empty() : Optional.of(text),
        true);
  }

  static ValueKind<String> mailAddress() {
    return new ValueKind<>(
        "an e-mail address",
        text ->
            Optional.of(text.strip())
                .filter(address -> EmailAddress.violationsOf("email", address).isEmpty()));
  }

  static ValueKind<Integer> number(int least, int most) {
    return new ValueKind<>(
        "a whole number from %d to %d".formatted(least, most),
        text -> whole(text).filter(n -> n >= least && n <= most).map(Math::toIntExact));
  }

  static ValueKind<Duration> seconds(int least, int most) {
    return new ValueKind<>(
        "a whole number of seconds from %d to %d".formatted(least, most),
        text -> whole(text).filter(n -> n >= least && n <= most).map(Duration::ofSeconds));
  }

  static ValueKind<Boolean> yesOrNo() {
    return new ValueKind<>(
        "true or false",
        text ->
            switch (text.strip().toLowerCase(Locale.ROOT)) {
              case "true" -> Optional.of(true);
              case "false" -> Optional.of(false);
              default -> Optional.empty();
            });
  }

  static <E extends Enum<E>> ValueKind<E> oneOf(Class<E> type) {
    List<E> all = List.of(type.getEnumConstants());
    return new ValueKind<>(
        "one of "
            + String.join(", ", all.stream().map(e -> e.name().toLowerCase(Locale.ROOT)).toList()),
        text -> all.stream().filter(e -> e.name().equalsIgnoreCase(text.strip())).findFirst());
  }

  static ValueKind<ZoneId> zone() {
    return new ValueKind<>(
        "the name of a time zone, such as Europe/Paris",
        text -> {
          try {
            return Optional.of(ZoneId.of(text.strip()));
          } catch (DateTimeException e) {
            return Optional.empty();
          }
        });
  }

  static ValueKind<Path> directory() {
    return new ValueKind<>(
        "the path of a directory, without a semicolon",
        text -> {
          try {
            return text.indexOf(';') < 0 ? Optional.of(Path.of(text.strip())) : Optional.empty();
          } catch (InvalidPathException e) {
            return Optional.empty();
          }
        });
  }

  static ValueKind<URI> webAddress() {
    return new ValueKind<>(
        "an http or https address without query and with a port up to 65535 if any, such as"
            + " https://desk.example.org",
        text -> {
          try {
            return Optional.of(new URI(text.strip().replaceAll("/+$", ""))).filter(WEB);
          } catch (URISyntaxException e) {
            return Optional.empty();
          }
        });
  }

  /** Lower-case file name extensions without their dots. */
  static ValueKind<List<String>> extensions() {
    return listOf(
        "file name extensions separated by commas, such as pdf,png",
        EXTENSION,
        s -> s.replaceFirst("^\\.", ""));
  }

  /** IP addresses in the form in which a socket tells its peer's, or a star for all. */
  static ValueKind<List<String>> addresses() {
    return listOf(
        "IP addresses separated by commas, such as 127.0.0.1,::1, or *",
        ADDRESS,
        ValueKind::canonical);
  }

  /** A key of at least 32 bytes, in hexadecimal digits or in base64; never to be shown. */
  static ValueKind<byte[]> key() {
    return new ValueKind<>(
        "at least %d bytes in base64 or in hexadecimal digits".formatted(KEY_BYTES),
        text -> decoded(text.strip()).filter(key -> key.length >= KEY_BYTES),
        true);
  }

  static ValueKind<DatabaseAddress> database() {
    return new ValueKind<>(
        "a PostgreSQL address such as postgresql://host:5432/name", DatabaseAddress::read, true);
  }

  private static ValueKind<List<String>> listOf(
      String expected, Pattern item, Function<String, String> tidy) {
    return new ValueKind<>(
        expected,
        text -> {
          List<String> items =
              Arrays.stream(text.split(","))
                  .map(s -> tidy.apply(s.strip().toLowerCase(Locale.ROOT)))
                  .filter(s -> !s.isEmpty())
                  .distinct()
                  .toList();
          return items.stream().allMatch(s -> item.matcher(s).matches())
              ? Optional.of(items)
              : Optional.empty();
        });
  }

  private static String canonical(String address) {
    if (address.equals("*") || !ADDRESS.matcher(address).matches()) {
      return address;
    }
    try {
      return InetAddress.getByName(address).getHostAddress();
    } catch (UnknownHostException e) {
      return "no address";
    }
  }

  private static Optional<Long> whole(String text) {
    try {
      return Optional.of(Long.parseLong(text.strip()));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<byte[]> decoded(String text) {
    try {
      return Optional.of(
          text.matches("[0-9a-fA-F]+") && text.length() % 2 == 0
              ? HexFormat.of().parseHex(text)
              : Base64.getDecoder().decode(text.replace('-', '+').replace('_', '/')));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
