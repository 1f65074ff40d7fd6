package org.polydesk.domain.sla;

import java.util.List;

/**
 * What a sweep found about a ticket and has to record.
 *
 * @param breaches promises broken, at most one a clock
 * @param escalations levels fired, in the order of their instants; at most one of them notifies
 */
public record SlaEvents(List<Breach> breaches, List<DueEscalation> escalations) {
  /** Keeps copies. */
  public SlaEvents {
    breaches = List.copyOf(breaches);
    escalations = List.copyOf(escalations);
  }

  /** Whether nothing was found. */
  public boolean isEmpty() {
    return breaches.isEmpty() && escalations.isEmpty();
  }
}
