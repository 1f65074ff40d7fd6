package org.polydesk.application.ticket.in;

import java.util.List;
import java.util.Optional;
import org.polydesk.application.field.in.FieldEdits;
import org.polydesk.application.identity.Caller;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.ticket.Ticket;

/** Opens and updates tickets with tags that are given by their texts, and custom fields. */
public interface OpenTaggedTicketUseCase {

  /**
   * Opens a ticket with these tags; a text that is no tag of the desk yet becomes one of its
   * default tag category.
   *
   * @throws DeskException as {@link OpenTicketUseCase#open}; {@code INVALID_FIELD} on {@code tags};
   *     as {@link TicketFieldsUseCase#set}
   */
  Ticket open(OpenTicketCommand command, List<String> tags, FieldEdits fields, Caller caller);

  /**
   * Updates a ticket and its custom fields and, if they are given, replaces its tags.
   *
   * @param corrections for those who may update any ticket; that nobody is to be told is otherwise
   *     ignored
   * @throws DeskException as {@link UpdateTicketUseCase#update}; {@code INVALID_FIELD} on {@code
   *     tags}, {@code openedAt} and {@code closedAt}; {@code NOT_ALLOWED} for another opening or
   *     closing date without the right to update; as {@link TicketFieldsUseCase#set}
   */
  Ticket update(
      UpdateTicketCommand command,
      Optional<List<String>> tags,
      FieldEdits fields,
      Corrections corrections,
      Caller caller);

  /**
   * Adds a tag to those that a ticket has; one that it has already changes nothing.
   *
   * @throws DeskException as {@link UpdateTicketUseCase#update}; {@code INVALID_FIELD} on {@code
   *     tags}
   */
  Ticket tag(TicketRef ticket, String tag, Caller caller);
}
