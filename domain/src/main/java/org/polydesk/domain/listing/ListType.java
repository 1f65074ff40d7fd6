package org.polydesk.domain.listing;

import static org.polydesk.domain.listing.TicketFilter.Word.ALL;
import static org.polydesk.domain.listing.TicketFilter.Word.COMPLETED_TASK_MINE;
import static org.polydesk.domain.listing.TicketFilter.Word.DUE_TODAY;
import static org.polydesk.domain.listing.TicketFilter.Word.IN_MY_GROUPS;
import static org.polydesk.domain.listing.TicketFilter.Word.NOT_DELETED;
import static org.polydesk.domain.listing.TicketFilter.Word.OPEN_TASK_MINE;
import static org.polydesk.domain.listing.TicketFilter.Word.OWN;
import static org.polydesk.domain.listing.TicketFilter.Word.PAST_DUE;
import static org.polydesk.domain.listing.TicketFilter.Word.TASK_MINE;
import static org.polydesk.domain.listing.TicketFilter.Word.UNASSIGNED;
import static org.polydesk.domain.listing.TicketFilter.Word.VIEWER_IS_NO_MEMBER;
import static org.polydesk.domain.listing.TicketFilter.Word.VIEWER_IS_UNRESTRICTED;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import org.polydesk.domain.listing.TicketFilter.StatusIs;
import org.polydesk.domain.listing.TicketFilter.Word;
import org.polydesk.domain.ticket.StatusType;

/**
 * The twenty lists of a technician's desk. "Own" is what somebody opened or works on. What a list
 * shows is always cut down to what the viewer may see at all.
 *
 * <p>Source: docs/dialects/tikting.md, section "List types".
 */
public enum ListType {
  ALL_MY_GROUPS("AllMyGroups", IN_MY_GROUPS),
  /** Open governs both halves: a closed ticket without a technician is not in it. */
  MY_OPEN_OR_UNASSIGNED("MyOpenOrUnassigned", is(StatusType.OPEN).and(OWN.or(UNASSIGNED))),
  /** Whatever the status. */
  UNASSIGNED_TICKETS("UnassignedTickets", UNASSIGNED),
  MY_OPEN_TICKETS("MyOpenTickets", is(StatusType.OPEN).and(OWN)),
  MY_TICKETS_ON_HOLD("MyTicketsOnhold", is(StatusType.ON_HOLD).and(OWN)),
  MY_OVERDUE_TICKETS("MyOverdueTickets", overdue().and(OWN)),
  MY_PENDING_TICKETS("MyPendingTickets", is(StatusType.PENDING).and(OWN)),
  MY_TICKETS_DUE_TODAY("MyTicketsDueToday", dueToday().and(OWN)),
  MY_ESCALATED("MyEscalated", Word.ESCALATED.and(OWN)),
  /** Empty for a member. */
  ALL_ESCALATED("AllEscalated", Word.ESCALATED.and(VIEWER_IS_NO_MEMBER)),
  MY_COMPLETED_TICKETS("MyCompletedTickets", done().and(OWN)),
  ALL_MY_TICKETS("AllMyTickets", OWN),
  /** Whatever the status of the ticket. */
  MY_OPEN_TASKS("MyOpenTasks", OPEN_TASK_MINE),
  MY_COMPLETED_TASKS("MyCompletedTasks", COMPLETED_TASK_MINE),
  TICKETS_ON_HOLD("TicketsOnHold", is(StatusType.ON_HOLD)),
  OVERDUE_TICKETS("OverdueTickets", overdue()),
  TICKETS_DUE_TODAY("TicketsDueToday", dueToday()),
  PENDING_TICKETS("PendingTickets", is(StatusType.PENDING)),
  COMPLETED_TICKETS("CompletedTickets", done()),
  ALL_TICKETS("AllTickets", ALL);

  /**
   * What somebody may see at all: nothing deleted; everything else, or his own and what he has a
   * task of when he is restricted.
   */
  public static final TicketFilter VISIBLE =
      NOT_DELETED.and(VIEWER_IS_UNRESTRICTED.or(OWN).or(TASK_MINE));

  private final String word;
  private final TicketFilter filter;

  ListType(String word, TicketFilter filter) {
    this.word = word;
    this.filter = filter;
  }

  private static TicketFilter is(StatusType type) {
    return new StatusIs(EnumSet.of(type));
  }

  private static TicketFilter done() {
    return new StatusIs(EnumSet.of(StatusType.RESOLVED, StatusType.CLOSED));
  }

  private static TicketFilter notDone() {
    return new StatusIs(EnumSet.complementOf(EnumSet.of(StatusType.RESOLVED, StatusType.CLOSED)));
  }

  private static TicketFilter overdue() {
    return PAST_DUE.and(notDone());
  }

  private static TicketFilter dueToday() {
    return DUE_TODAY.and(notDone());
  }

  /** The word by which programs ask for this list. */
  public String word() {
    return word;
  }

  /** What this list shows, before visibility. */
  public TicketFilter filter() {
    return filter;
  }

  /** What this list shows to a viewer: the predicate and {@link #VISIBLE}. */
  public TicketFilter visible() {
    return VISIBLE.and(filter);
  }

  /** The list that {@code word} asks for, in any case; empty when there is none. */
  public static Optional<ListType> of(String word) {
    return Arrays.stream(values()).filter(type -> type.word.equalsIgnoreCase(word)).findFirst();
  }
}
