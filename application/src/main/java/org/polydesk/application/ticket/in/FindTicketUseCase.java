package org.polydesk.application.ticket.in;

import java.util.List;
import java.util.UUID;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.ticket.out.TicketReadings.TicketReading;
import org.polydesk.domain.attachment.Attachment;
import org.polydesk.domain.catalogue.Catalogue;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.ticket.TicketNumber;

/** Shows one ticket. */
public interface FindTicketUseCase {

  /**
   * A ticket with all that belongs to it.
   *
   * @param overdue whether its due date in force has passed and it is not done
   * @param catalogue what the ids in it are called
   */
  record TicketDetails(
      TicketReading reading, List<Attachment> attachments, boolean overdue, Catalogue catalogue) {}

  /**
   * The ticket of this number. Does not mark it as read.
   *
   * @throws DeskException {@code NOT_FOUND} when there is none, it was deleted, or the caller may
   *     not see it
   */
  TicketDetails find(TicketNumber number, Caller caller);

  /**
   * The number of the ticket of this key.
   *
   * @throws DeskException {@code NOT_FOUND} likewise
   */
  TicketNumber numberOf(UUID guid, Caller caller);
}
