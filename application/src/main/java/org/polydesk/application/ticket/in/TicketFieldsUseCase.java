package org.polydesk.application.ticket.in;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.polydesk.application.field.in.FieldEdits;
import org.polydesk.application.field.in.FilledField;
import org.polydesk.application.identity.Caller;
import org.polydesk.domain.catalogue.CustomField;
import org.polydesk.domain.ticket.Ticket;
import org.polydesk.domain.ticket.TicketId;
import org.polydesk.domain.ticket.TicketNumber;

/** The custom fields of tickets. A ticket has those of its category. */
public interface TicketFieldsUseCase {

  /**
   * The fields that tickets of a category have and the caller knows of, in their order.
   *
   * @throws org.polydesk.domain.error.DeskException {@code INVALID_FIELD} on {@code categoryId}
   *     when the desk has no such category
   */
  List<CustomField> ofCategory(int categoryId, Caller caller);

  /**
   * All fields of a ticket, set or not.
   *
   * @throws org.polydesk.domain.error.DeskException {@code NOT_FOUND}
   */
  List<FilledField> of(TicketNumber number, Caller caller);

  /** All fields of tickets that the caller has been shown, set or not; one statement for all. */
  Map<TicketId, List<FilledField>> ofShown(Collection<Ticket> tickets, Caller caller);

  /**
   * Changes what stands in fields; what becomes different is one line of the conversation. A
   * requester may do so in his own ticket.
   *
   * @throws org.polydesk.domain.error.DeskException {@code NOT_FOUND}; {@code NOT_ALLOWED}; {@code
   *     INVALID_FIELD} on {@code customFields} for fields that the ticket has not, and for values
   *     that do not go into them
   */
  void set(TicketRef ticket, FieldEdits edits, Caller caller);
}
