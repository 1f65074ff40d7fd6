package org.polydesk.adapter.rest.simple.taas.wire;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.polydesk.adapter.rest.shared.ParameterMap;
import org.polydesk.domain.error.Violation;
import org.polydesk.domain.error.Violations;

/** Dates and the parameter {@code timezone}. Source: docs/dialects/taas.md, section "Dates". */
public final class Zones {
  private static final String PARAMETER = "timezone";
  private static final int MOST_HOURS = 18;

  private Zones() {}

  /** The client's offset; none when it is not said. */
  public static ZoneOffset read(ParameterMap parameters, Violations found) {
    String text = parameters.first(PARAMETER).orElse("").strip();
    if (text.isEmpty()) {
      return ZoneOffset.UTC;
    }
    if (!text.matches("[+-]?[0-9]{1,2}") || Math.abs(Integer.parseInt(text)) > MOST_HOURS) {
      found.add(Violation.malformed(PARAMETER, text));
      return ZoneOffset.UTC;
    }
    return ZoneOffset.ofHours(Integer.parseInt(text));
  }

  /**
   * Reads the parameter where nothing depends on it.
   *
   * @throws org.polydesk.domain.error.DeskException {@code INVALID_FIELD} when it is no offset
   */
  public static void check(ParameterMap parameters) {
    Violations found = new Violations();
    read(parameters, found);
    found.orThrow();
  }

  /** A plain date; empty when it is none. */
  public static Optional<LocalDate> date(String text) {
    try {
      LocalDate date = LocalDate.parse(text.strip());
      return date.getYear() >= 1 && date.getYear() <= 9_999 ? Optional.of(date) : Optional.empty();
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** A date with a time, in {@code zone} unless it says where; empty when it is none. */
  public static Optional<Instant> instant(String text, ZoneOffset zone) {
    String whole = text.strip().replace(' ', 'T');
    try {
      return storable(OffsetDateTime.parse(whole).toInstant());
    } catch (DateTimeParseException e) {
      try {
        return storable(LocalDateTime.parse(whole).toInstant(zone));
      } catch (DateTimeParseException none) {
        return Optional.empty();
      }
    }
  }

  /** When a day begins that a client in {@code zone} means. */
  public static Instant midnight(LocalDate date, ZoneOffset zone) {
    return date.atStartOfDay().toInstant(zone);
  }

  private static Optional<Instant> storable(Instant instant) {
    int year = instant.atOffset(ZoneOffset.UTC).getYear();
    return year >= 1 && year <= 9_999 ? Optional.of(instant) : Optional.empty();
  }
}
