package org.polydesk.adapter.persistence.ticket;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.polydesk.adapter.persistence.ticket.Branch.Fact;
import org.polydesk.domain.listing.TicketFilter;
import org.polydesk.domain.listing.TicketFilter.Word;
import org.polydesk.domain.listing.Viewer;
import org.polydesk.domain.ticket.StatusType;

/** Turns a filter inside out, as one viewer sees it: into the branches of which one must hold. */
final class Branches implements TicketFilter.Visitor<List<Branch>> {
  private static final List<Branch> ANY = List.of(Branch.any());
  private static final List<Branch> NONE = List.of();

  private final Viewer viewer;

  private Branches(Viewer viewer) {
    this.viewer = viewer;
  }

  /** The branches of {@code filter}; none when nothing can match. None of them covers another. */
  static List<Branch> of(TicketFilter filter, Viewer viewer) {
    return filter.accept(new Branches(viewer));
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
      case IN_MY_GROUPS -> viewer.groups().isEmpty() ? NONE : facts(Fact.IN_MY_GROUPS);
      case PAST_DUE -> facts(Fact.PAST_DUE);
      case DUE_TODAY -> facts(Fact.DUE_TODAY);
      case ESCALATED -> facts(Fact.ESCALATED);
      case NOT_DELETED -> facts(Fact.NOT_DELETED);
      case VIEWER_IS_NO_MEMBER -> viewer.member() ? NONE : ANY;
      case VIEWER_IS_UNRESTRICTED -> viewer.restricted() ? NONE : ANY;
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
