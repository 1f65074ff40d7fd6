package org.polydesk.domain.ticket;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;

/**
 * When a ticket is due, as somebody asked for it and as its SLA says.
 *
 * @param manualDueAt what somebody asked for
 * @param manualRules whether he asked after the ticket was opened and after its priority last
 *     changed; a call that does both counts as the change of priority
 * @param slaApplies whether a resolution clock runs, stands or has ended here
 * @param slaDueAt when the resolution clock runs out; empty while it is held and not yet used up
 * @param slaShownDueAt the last value of {@code slaDueAt} that there was
 * @param responseDueAt when the first-response clock runs out
 */
public record DueDates(
    Optional<Instant> manualDueAt,
    boolean manualRules,
    boolean slaApplies,
    Optional<Instant> slaDueAt,
    Optional<Instant> slaShownDueAt,
    Optional<Instant> responseDueAt) {

  public DueDates {
    Objects.requireNonNull(manualDueAt, "manualDueAt");
    Objects.requireNonNull(slaDueAt, "slaDueAt");
    Objects.requireNonNull(slaShownDueAt, "slaShownDueAt");
    Objects.requireNonNull(responseDueAt, "responseDueAt");
  }

  /** A new ticket's dates before any SLA is asked: what somebody asked for, if he did. */
  public static DueDates asked(Optional<Instant> manualDueAt) {
    return new DueDates(
        manualDueAt, false, false, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Somebody asks for another date, or for none, after the ticket was opened. */
  public DueDates askedFor(Optional<Instant> next) {
    return new DueDates(next, next.isPresent(), slaApplies, slaDueAt, slaShownDueAt, responseDueAt);
  }

  /** The priority changed: what the SLA says rules again. */
  public DueDates priorityChanged() {
    return new DueDates(manualDueAt, false, slaApplies, slaDueAt, slaShownDueAt, responseDueAt);
  }

  /** What the SLA says changed. */
  public DueDates bySla(
      boolean applies, Optional<Instant> due, Optional<Instant> shown, Optional<Instant> response) {
    return new DueDates(manualDueAt, manualRules, applies, due, shown, response);
  }

  private boolean isManual() {
    return manualDueAt.isPresent() && (manualRules || !slaApplies);
  }

  /** When the ticket is due; overdue and due-today look at nothing else. Empty while held. */
  public Optional<Instant> inForceAt() {
    return isManual() ? manualDueAt : slaDueAt;
  }

  /** What people are shown: the date in force, during a hold the last one before it. */
  public Optional<Instant> shownAt() {
    return isManual() ? manualDueAt : slaShownDueAt;
  }

  /** Whether {@code date} is what people are shown, to the second. */
  public boolean shows(Instant date) {
    return shownAt().filter(shown -> second(shown).equals(second(date))).isPresent();
  }

  private static Instant second(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS);
  }
}
