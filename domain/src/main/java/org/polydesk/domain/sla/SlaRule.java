package org.polydesk.domain.sla;

import java.util.Comparator;
import java.util.Map;

/**
 * "Tickets like this get that policy."
 *
 * @param rank lower ranks are asked first
 * @param active whether it is asked at all
 * @param conditions the catalogue number that each named trait must have; a trait left out may be
 *     anything, missing included
 * @param policyId what such tickets get
 */
public record SlaRule(
    int rank, boolean active, Map<SlaTrait, Long> conditions, SlaPolicyId policyId) {
  static final Comparator<SlaRule> BY_RANK = Comparator.comparingInt(SlaRule::rank);

  /** Keeps a copy. */
  public SlaRule {
    conditions = Map.copyOf(conditions);
  }

  /**
   * Whether it is active and all its conditions hold.
   *
   * @param traits what the ticket has, traits that it lacks left out
   */
  public boolean matches(Map<SlaTrait, Long> traits) {
    return active && traits.entrySet().containsAll(conditions.entrySet());
  }
}
