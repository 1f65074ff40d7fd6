package org.polydesk.application.ticket.out;

import java.util.Objects;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.ticket.TicketId;
import org.polydesk.domain.user.UserId;

/** Pieces of work on a ticket, each for one technician. */
public interface TicketTasks {

  /**
   * One task.
   *
   * @param number 1 and up in its ticket
   */
  record TicketTask(TicketId ticket, int number, String title, UserId assignee, boolean completed) {
    public TicketTask {
      Objects.requireNonNull(ticket, "ticket");
      Objects.requireNonNull(title, "title");
      Objects.requireNonNull(assignee, "assignee");
    }
  }

  /** Adds a task or replaces the one of its number. */
  void save(DeskId desk, TicketTask task);

  /** Whether the ticket has a task that is not completed. */
  boolean hasOpenTask(TicketId ticket);

  /** Whether the ticket has any task, completed or not. */
  boolean hasTask(TicketId ticket);

  /** Whether {@code user} has or had a task of the ticket. */
  boolean hasTask(TicketId ticket, UserId user);
}
