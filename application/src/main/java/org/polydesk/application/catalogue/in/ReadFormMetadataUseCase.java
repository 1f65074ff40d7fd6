package org.polydesk.application.catalogue.in;

import java.util.List;
import java.util.Optional;
import org.polydesk.application.identity.Caller;
import org.polydesk.domain.catalogue.Catalogue;
import org.polydesk.domain.catalogue.CatalogueRow;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.ticket.TicketNumber;
import org.polydesk.domain.user.User;

/** Shows what the fields of a form can be filled with. */
public interface ReadFormMetadataUseCase {

  /**
   * What can be chosen. Lists that do not depend on the ticket are the active rows of {@code
   * catalogue}.
   *
   * @param subCategories all, or those of the ticket's category
   * @param items all, or those of the ticket's subcategory
   * @param technicians all that are active, or the members of the ticket's group
   * @param requesters everybody active who has a log-in, for a member only himself; empty for the
   *     form of a ticket, whose requester is known
   */
  record FormMetadata(
      Catalogue catalogue,
      List<CatalogueRow> subCategories,
      List<CatalogueRow> items,
      List<User> technicians,
      Optional<List<User>> requesters) {}

  /** For the form of a new ticket. */
  FormMetadata forNewTicket(Caller caller);

  /**
   * For the form of a ticket that is there.
   *
   * @throws DeskException {@code NOT_FOUND} when there is none or the caller may not see it
   */
  FormMetadata forTicket(TicketNumber number, Caller caller);
}
