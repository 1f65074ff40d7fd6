package org.polydesk.adapter.persistence.ticket;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.polydesk.adapter.persistence.ticket.Branch.Fact;
import org.polydesk.domain.listing.TicketFilter;
import org.polydesk.domain.listing.TicketFilter.Word;
import org.polydesk.domain.listing.Viewer;
import org.polydesk.domain.ticket.StatusType;

/**
 * Turns a filter inside out, as one viewer sees it: into the branches of which one must hold. That
 * was a tenth of a request for a short list, and there are only as many filters as lists, so what
 * was turned once is remembered.
 */
final class Branches implements TicketFilter.Visitor<List<Branch>> {
  private static final Map<Known, List<Branch>> KNOWN = new ConcurrentHashMap<>();
  private static final List<Branch> ANY = List.of(Branch.any());
  private static final List<Branch> NONE = List.of();

  private final Eyes eyes;

  /** What of a viewer makes a difference. */
  private record Eyes(boolean grouped, boolean member, boolean restricted) {}

  private record Known(TicketFilter filter, Eyes eyes) {}

  private Branches(Eyes eyes) {
    this.eyes = eyes;
  }

  /** The branches of {@code filter}; none when nothing can match. None of them covers another. */
  static List<Branch> of(TicketFilter filter, Viewer viewer) {
    Eyes eyes = new Eyes(!viewer.groups().isEmpty(), viewer.member(), viewer.restricted());
    return KNOWN.computeIfAbsent(
        new Known(filter, eyes), known -> known.filter().accept(new Branches(known.eyes())));
  }

  @Override
  public List<Branch> word(Word word) {
    return switch (word) {
      case ALL -> ANY;
      case OWN -> facts(Fact.REQUESTED_BY_ME, Fact.ASSIGNED_TO_ME);
      case TASK_MINE -> facts(Fact.OPEN_TASK_MINE, Fact.COMPLETED_TASK_MINE);
      case OPEN_TASK_MINE -> facts(Fact.OPEN_TASK_MINE);
      case COMPLETED_TASK_MINE -> facts(Fact.COMPLETED_TASK_MINE);
      case UNASSIGNED -> facts(Fact.UNASSIGNED);
      case IN_MY_GROUPS -> eyes.grouped() ? facts(Fact.IN_MY_GROUPS) : NONE;
      case PAST_DUE -> facts(Fact.PAST_DUE);
      case DUE_TODAY -> facts(Fact.DUE_TODAY);
      case ESCALATED -> facts(Fact.ESCALATED);
      case NOT_DELETED -> facts(Fact.NOT_DELETED);
      case VIEWER_IS_NO_MEMBER -> eyes.member() ? NONE : ANY;
      case VIEWER_IS_UNRESTRICTED -> eyes.restricted() ? NONE : ANY;
    };
  }

  private static List<Branch> facts(Fact... facts) {
    return List.of(facts).stream().map(Branch::of).toList();
  }

  @Override
  public List<Branch> statusIs(Set<StatusType> types) {
    return List.of(Branch.of(types));
  }

  @Override
  public List<Branch> allOf(List<TicketFilter> parts) {
    List<Branch> all = ANY;
    for (TicketFilter part : parts) {
      List<Branch> others = part.accept(this);
      all =
          essential(
              all.stream()
                  .flatMap(branch -> others.stream().map(branch::and))
                  .filter(Branch::isPossible)
                  .toList());
    }
    return all;
  }

  @Override
  public List<Branch> anyOf(List<TicketFilter> parts) {
    return essential(parts.stream().flatMap(part -> part.accept(this).stream()).toList());
  }

  /** Leaves out what another one covers. */
  private static List<Branch> essential(List<Branch> branches) {
    List<Branch> different = new ArrayList<>(new LinkedHashSet<>(branches));
    return different.stream()
        .filter(
            branch ->
                different.stream()
                    .noneMatch(other -> !other.equals(branch) && other.covers(branch)))
        .toList();
  }
}
