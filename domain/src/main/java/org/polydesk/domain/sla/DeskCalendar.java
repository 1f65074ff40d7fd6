package org.polydesk.domain.sla;

import org.polydesk.domain.error.Violation;
import org.polydesk.domain.error.Violations;

/**
 * A calendar as the desk keeps it in its catalogue.
 *
 * @param id its number
 * @param name 1 to 100 characters
 * @param minutesPerDay what "a day" of a target means in forms, 1 to 1 440; the rules know minutes
 *     only
 * @param hours when the desk works by it
 */
public record DeskCalendar(CalendarId id, String name, int minutesPerDay, BusinessCalendar hours) {
  /** The most characters of a name. */
  public static final int MAX_NAME_LENGTH = 100;

  /** Refuses, with {@code INVALID_FIELD}, what breaks the limits above. */
  public DeskCalendar {
    new Violations()
        .addAll(
            Violations.of("name")
                .required(name)
                .atMost(MAX_NAME_LENGTH, name)
                .storable(name)
                .toList())
        .addIf(
            minutesPerDay < 1 || minutesPerDay > 1440,
            Violation.outOfRange("minutesPerDay", Integer.toString(minutesPerDay)))
        .orThrow();
  }

  /** A target of so many of this calendar's days. */
  public SlaTarget days(int days) {
    return SlaTarget.ofMinutes((long) days * minutesPerDay);
  }
}
