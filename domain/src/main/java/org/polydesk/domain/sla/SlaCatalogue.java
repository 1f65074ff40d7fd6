package org.polydesk.domain.sla;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.Violation;

/**
 * Everything a desk has agreed on about time: its calendars, its policies, and which tickets get
 * which policy.
 *
 * @param calendars by number; each policy's calendar is among them
 * @param policies by number
 * @param rules in any order; of two with the same rank the earlier in the list is asked first
 * @param defaultPolicy for tickets that no rule speaks of
 */
public record SlaCatalogue(
    Map<CalendarId, DeskCalendar> calendars,
    Map<SlaPolicyId, SlaPolicy> policies,
    List<SlaRule> rules,
    Optional<SlaPolicyId> defaultPolicy) {
  /** A desk that promises nothing. */
  public static final SlaCatalogue EMPTY =
      new SlaCatalogue(Map.of(), Map.of(), List.of(), Optional.empty());

  /** Refuses, with {@code INVALID_FIELD}, a reference to a policy or calendar that is not there. */
  public SlaCatalogue {
    calendars = Map.copyOf(calendars);
    policies = Map.copyOf(policies);
    rules = rules.stream().sorted(SlaRule.BY_RANK).toList();
    for (SlaPolicy policy : policies.values()) {
      mustKnow("calendar", calendars.containsKey(policy.calendarId()));
    }
    for (SlaRule rule : rules) {
      mustKnow("policy", policies.containsKey(rule.policyId()));
    }
    if (defaultPolicy.isPresent()) {
      mustKnow("policy", policies.containsKey(defaultPolicy.get()));
    }
  }

  private static void mustKnow(String thing, boolean known) {
    if (!known) {
      throw DeskException.invalid(Violation.unknown(thing));
    }
  }

  /**
   * The policy for a ticket: the one that was asked for, else that of the first active rule that
   * matches, else the default, else none. Source: docs/sla.md, section "Which policy".
   *
   * @param asked the policy that the request named, if it named one
   * @param traits what the ticket has
   * @throws DeskException {@code INVALID_FIELD}, unknown {@code slaId}, when {@code asked} is no
   *     policy of this desk
   */
  public Optional<SlaPolicy> choose(Optional<SlaPolicyId> asked, Map<SlaTrait, Long> traits) {
    if (asked.isPresent() && !policies.containsKey(asked.get())) {
      throw DeskException.invalid(Violation.unknown("slaId"));
    }
    return asked
        .or(() -> rules.stream().filter(r -> r.matches(traits)).findFirst().map(SlaRule::policyId))
        .or(() -> defaultPolicy)
        .map(policies::get);
  }

  /** The terms of {@code policyId} for that priority; none for no policy or one that is gone. */
  public SlaTerms termsOf(Optional<SlaPolicyId> policyId, Optional<Integer> priorityId) {
    return policyId
        .map(policies::get)
        .map(policy -> policy.termsFor(priorityId, hoursOf(policy)))
        .orElse(SlaTerms.NONE);
  }

  /**
   * The policies that say something else than they did in {@code before}, or count other hours.
   * Tickets under them have to be reckoned anew, see {@link SlaClocks#retargeted}. New policies are
   * not among them.
   */
  public Set<SlaPolicyId> editedSince(SlaCatalogue before) {
    return policies.values().stream()
        .filter(policy -> before.policies.containsKey(policy.id()))
        .filter(policy -> !isSame(policy, before))
        .map(SlaPolicy::id)
        .collect(Collectors.toUnmodifiableSet());
  }

  private boolean isSame(SlaPolicy policy, SlaCatalogue before) {
    SlaPolicy was = before.policies.get(policy.id());
    return policy.equals(was) && hoursOf(policy).equals(before.hoursOf(was));
  }

  private BusinessCalendar hoursOf(SlaPolicy policy) {
    return calendars.get(policy.calendarId()).hours();
  }
}
