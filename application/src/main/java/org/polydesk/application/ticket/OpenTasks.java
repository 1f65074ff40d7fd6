package org.polydesk.application.ticket;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.polydesk.application.ticket.out.TicketTasks;
import org.polydesk.domain.desk.DeskSettings;
import org.polydesk.domain.ticket.TicketId;

/** What is left to do on a ticket, and what that does to its closing. */
@Singleton
public final class OpenTasks {
  private final TicketTasks tasks;

  @Inject
  public OpenTasks(TicketTasks tasks) {
    this.tasks = tasks;
  }

  /** Whether it keeps the ticket from being closed at a desk that is run in this way. */
  boolean forbidClosing(TicketId ticket, DeskSettings settings) {
    return settings.closingNeedsTasksDone() && tasks.hasOpenTask(ticket);
  }

  /**
   * Whether tasks may have kept the ticket from being closed when it was due. Nobody knows when the
   * last of them was done, so it counts as closed no earlier than it is.
   */
  boolean mayHaveDelayedClosing(TicketId ticket, DeskSettings settings) {
    return settings.closingNeedsTasksDone() && tasks.hasTask(ticket);
  }
}
