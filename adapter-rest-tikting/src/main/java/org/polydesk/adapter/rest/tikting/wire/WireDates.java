package org.polydesk.adapter.rest.tikting.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** The dialect's dates. Source: docs/dialects/tikting.md, section "What is read and written". */
public final class WireDates {
  private static final DateTimeFormatter WRITTEN =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final int DATE_LENGTH = "2026-01-01".length();

  /** Before and after these years no store and no client agree with us any more. */
  private static final Instant EARLIEST = Instant.parse("0001-01-02T00:00:00Z");

  private static final Instant LATEST = Instant.parse("9999-12-30T00:00:00Z");

  private WireDates() {}

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
   * {@code zone}.
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
        ? OffsetDateTime.parse(text).toInstant()
        : LocalDateTime.parse(text).atZone(zone).toInstant();
  }
}
