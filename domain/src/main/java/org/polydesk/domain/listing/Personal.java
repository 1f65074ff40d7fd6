package org.polydesk.domain.listing;

import java.util.List;
import java.util.Set;
import org.polydesk.domain.listing.TicketFilter.Word;
import org.polydesk.domain.ticket.StatusType;

/** Whether a condition lets through nothing but what concerns the viewer himself. */
final class Personal implements TicketFilter.Visitor<Boolean> {
  private final Viewer viewer;

  Personal(Viewer viewer) {
    this.viewer = viewer;
  }

  @Override
  public Boolean word(Word word) {
    return switch (word) {
      case OWN, TASK_MINE, OPEN_TASK_MINE, COMPLETED_TASK_MINE -> true;
      case VIEWER_IS_NO_MEMBER -> viewer.member();
      case VIEWER_IS_UNRESTRICTED -> viewer.restricted();
      case ALL, UNASSIGNED, IN_MY_GROUPS, PAST_DUE, DUE_TODAY, ESCALATED, NOT_DELETED -> false;
    };
  }

  @Override
  public Boolean statusIs(Set<StatusType> types) {
    return false;
  }

  @Override
  public Boolean allOf(List<TicketFilter> parts) {
    return parts.stream().anyMatch(part -> part.accept(this));
  }

  @Override
  public Boolean anyOf(List<TicketFilter> parts) {
    return parts.stream().allMatch(part -> part.accept(this));
  }
}
