package org.polydesk.adapter.rest.tikting.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.zone.ZoneOffsetTransition;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The dialect's dates. Source: docs/dialects/tikting.md, section "What is read and written". */
public final class WireDates {
  private static final DateTimeFormatter WRITTEN =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter WITH_OFFSET =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .appendPattern("[XXXXX][XXXX][X]")
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);
  private static final int DATE_LENGTH = "2026-01-01".length();

  /** Before and after these years no store and no client agree with us any more. */
  private static final Instant EARLIEST = Instant.parse("0001-01-02T00:00:00Z");

  private static final Instant LATEST = Instant.parse("9999-12-30T00:00:00Z");

  /** How clients of the platform write a date that nobody set. */
  private static final Pattern UNSET =
      Pattern.compile(
          "0001-01-01(?:[Tt]00:00(?::00(?:\\.0+)?)?(?:[Zz]|[+-][0-9]{2}:?(?:[0-9]{2})?)?)?");

  private WireDates() {}

  /** Whether a text is midnight of the first day of the year 1, in whatever zone. */
  static boolean isUnset(String text) {
    return UNSET.matcher(text.strip()).matches();
  }

  /** {@code yyyy-MM-ddTHH:mm:ssZ}, whole seconds, UTC. */
  public static String write(Instant instant) {
    return WRITTEN.format(instant);
  }

  /** The same for an instant that may be missing; {@code null} then. */
  public static String writeOrNull(Optional<Instant> instant) {
    return instant.map(WireDates::write).orElse(null);
  }

  /**
   * Reads ISO 8601: a date and time with an offset or {@code Z}; without, or a date alone, in
   * {@code zone}. What a change of the clocks skips there is the instant of that change; of what
   * comes twice it is the first.
   *
   * @return empty for anything else
   */
  static Optional<Instant> read(String text, ZoneId zone) {
    try {
      Instant instant = readStrictly(text.strip(), zone);
      return instant.isBefore(EARLIEST) || instant.isAfter(LATEST)
          ? Optional.empty()
          : Optional.of(instant);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Instant readStrictly(String text, ZoneId zone) {
    if (text.length() == DATE_LENGTH) {
      return LocalDate.parse(text).atStartOfDay(zone).toInstant();
    }
    boolean offset =
        text.endsWith("Z")
            || text.endsWith("z")
            || text.lastIndexOf('+') > DATE_LENGTH
            || text.lastIndexOf('-') > DATE_LENGTH;
    return offset
        ? OffsetDateTime.parse(text, WITH_OFFSET).toInstant()
        : instantOf(LocalDateTime.parse(text), zone);
  }

  /** A time that a change of the clocks skips is the instant of that change. */
  private static Instant instantOf(LocalDateTime local, ZoneId zone) {
    ZoneOffsetTransition change = zone.getRules().getTransition(local);
    return change != null && change.isGap() ? change.getInstant() : local.atZone(zone).toInstant();
  }
}
