package org.polydesk.application.ticket.in;

import java.util.List;
import org.polydesk.application.attachment.NewAttachment;
import org.polydesk.application.attachment.UnfitFiles;
import org.polydesk.application.identity.Caller;
import org.polydesk.domain.conversation.Body;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.ticket.Ticket;

/** The small things that are done with tickets: marking as read, adding files, deleting. */
public interface TicketUpkeepUseCase {

  /**
   * Marks a ticket as read by the caller; once is enough.
   *
   * @throws DeskException {@code NOT_FOUND}; {@code PRECONDITION_FAILED}
   */
  void markRead(TicketRef ticket, Caller caller);

  /**
   * Adds files without a word: a system entry owns them. Nothing happens when the desk takes none
   * of them.
   *
   * @return the names of files that the desk does not take
   * @throws DeskException {@code NOT_FOUND}
   */
  List<String> addFiles(
      TicketRef ticket, List<NewAttachment> files, UnfitFiles unfitFiles, Caller caller);

  /**
   * A deleted ticket, for the last time.
   *
   * @param description what it was about
   */
  record Deleted(Ticket ticket, Body description) {}

  /**
   * Deletes a ticket: it is missing from then on, its conversation, files and history stay.
   *
   * @throws DeskException {@code NOT_ALLOWED} without the right to delete; {@code NOT_FOUND}
   */
  Deleted delete(TicketRef ticket, Caller caller);
}
