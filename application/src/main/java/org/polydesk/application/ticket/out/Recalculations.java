package org.polydesk.application.ticket.out;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.sla.SlaPolicyId;
import org.polydesk.domain.ticket.TicketNumber;

/**
 * Which policies were edited, or the hours they count in, so that the open tickets under them have
 * to be reckoned anew, and how far that has come. A policy that is edited again begins anew.
 */
public interface Recalculations {
  /**
   * One that is not done.
   *
   * @param edit which edit it belongs to
   * @param changedAt when the edit was made
   * @param after the last ticket that was reckoned, 0 at the beginning
   */
  record Recalculation(DeskId desk, SlaPolicyId policy, UUID edit, Instant changedAt, long after) {}

  /** Has the tickets under {@code policies} reckoned anew; part of the edit's unit of work. */
  void ask(DeskId desk, Collection<SlaPolicyId> policies, Instant changedAt);

  /**
   * Those that were asked for so long ago that every node has seen the edit, see {@link
   * org.polydesk.application.desk.out.DeskSetups}.
   */
  List<Recalculation> pending();

  /** The tickets that are not done and come after {@code after} under the policy, by number. */
  List<TicketNumber> affected(Recalculation of, long after, int atMost);

  /** Notes that everything up to {@code last} is done, unless there was another edit since. */
  void advance(Recalculation of, TicketNumber last);

  /** Forgets it, unless there was another edit since. */
  void end(Recalculation of);
}
