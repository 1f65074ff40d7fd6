package org.polydesk.domain.listing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Set;
import org.polydesk.domain.user.User;
import org.polydesk.domain.user.UserId;

/**
 * Who looks at a list, and when.
 *
 * @param groups ids of the groups he belongs to
 * @param member whether he only asks for help
 * @param restricted whether he sees only tickets of his own
 * @param zone where his days begin and end
 * @param now the instant of the request, cut to the second as all of business time is
 */
public record Viewer(
    UserId id, Set<Integer> groups, boolean member, boolean restricted, ZoneId zone, Instant now) {
  public Viewer {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(zone, "zone");
    now = now.truncatedTo(ChronoUnit.SECONDS);
    groups = Set.copyOf(groups);
  }

  /** {@code user} at {@code now}. */
  public static Viewer of(User user, Instant now) {
    return new Viewer(
        user.id(),
        user.groups(),
        user.role().isMember(),
        user.isRestricted(),
        user.preferences().zone(),
        now);
  }

  /**
   * His present day, from its start to the start of the next; 23 to 25 hours around clock changes.
   */
  public DayWindow today() {
    LocalDate day = now.atZone(zone).toLocalDate();
    return new DayWindow(
        day.atStartOfDay(zone).toInstant(), day.plusDays(1).atStartOfDay(zone).toInstant());
  }

  /**
   * One local day.
   *
   * @param from inclusive
   * @param to exclusive
   */
  public record DayWindow(Instant from, Instant to) {
    /** Whether {@code instant} lies in this day. */
    public boolean contains(Instant instant) {
      return !instant.isBefore(from) && instant.isBefore(to);
    }
  }
}
