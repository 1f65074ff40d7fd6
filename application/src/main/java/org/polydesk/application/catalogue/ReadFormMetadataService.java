package org.polydesk.application.catalogue;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.polydesk.application.catalogue.in.ReadFormMetadataUseCase;
import org.polydesk.application.desk.out.DeskSetups;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.shared.UnitOfWork;
import org.polydesk.application.ticket.in.FindTicketUseCase;
import org.polydesk.application.ticket.in.FindTicketUseCase.TicketDetails;
import org.polydesk.application.user.out.UserRepository;
import org.polydesk.domain.catalogue.Catalogue;
import org.polydesk.domain.catalogue.CatalogueList;
import org.polydesk.domain.ticket.Classification;
import org.polydesk.domain.ticket.Ticket;
import org.polydesk.domain.ticket.TicketNumber;
import org.polydesk.domain.user.User;

/** Puts together what the fields of a form can be filled with. */
@Singleton
public final class ReadFormMetadataService implements ReadFormMetadataUseCase {
  private final DeskSetups setups;
  private final UserRepository users;
  private final FindTicketUseCase findTicket;
  private final UnitOfWork unitOfWork;

  @Inject
  public ReadFormMetadataService(
      DeskSetups setups,
      UserRepository users,
      FindTicketUseCase findTicket,
      UnitOfWork unitOfWork) {
    this.setups = setups;
    this.users = users;
    this.findTicket = findTicket;
    this.unitOfWork = unitOfWork;
  }

  @Override
  public FormMetadata forNewTicket(Caller caller) {
    Catalogue catalogue = caller.known(setups.existing(caller.desk()).catalogue());
    return unitOfWork.read(
        () ->
            new FormMetadata(
                catalogue,
                catalogue.active(CatalogueList.SUB_CATEGORY),
                catalogue.active(CatalogueList.ITEM),
                users.activeTechnicians(caller.desk(), Optional.empty()),
                Optional.of(requesters(caller))));
  }

  private List<User> requesters(Caller caller) {
    Optional<User> member = caller.user().filter(user -> user.role().isMember());
    return member.map(List::of).orElseGet(() -> users.activeUsers(caller.desk()));
  }

  @Override
  public FormMetadata forTicket(TicketNumber number, Caller caller) {
    return unitOfWork.read(
        () -> {
          TicketDetails details = findTicket.find(number, caller);
          Ticket ticket = details.reading().ticket();
          Classification chosen = ticket.classification();
          Catalogue catalogue = caller.known(details.catalogue());
          return new FormMetadata(
              catalogue,
              catalogue.activeUnder(CatalogueList.SUB_CATEGORY, chosen.categoryId()),
              catalogue.activeUnder(CatalogueList.ITEM, chosen.subCategoryId()),
              users.activeTechnicians(caller.desk(), ticket.people().groupId()),
              Optional.empty());
        });
  }
}
