package org.polydesk.application.ticket;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.polydesk.application.desk.DeskSetup;
import org.polydesk.application.desk.out.DeskSetups;
import org.polydesk.application.field.FieldBook;
import org.polydesk.application.field.in.FilledField;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.shared.UnitOfWork;
import org.polydesk.application.ticket.in.BrowseTicketsUseCase.BrowseWindow;
import org.polydesk.application.ticket.in.BrowseTicketsUseCase.CountedPage;
import org.polydesk.application.ticket.in.ReadConversationUseCase.Conversation;
import org.polydesk.application.ticket.in.ReadForTeamUseCase;
import org.polydesk.application.ticket.out.SentRecords;
import org.polydesk.application.ticket.out.SentRecords.Sent;
import org.polydesk.application.ticket.out.SentRecords.Unseen;
import org.polydesk.application.ticket.out.TicketBrowsing.BrowsedTicket;
import org.polydesk.application.user.out.UserRepository;
import org.polydesk.domain.catalogue.CustomField;
import org.polydesk.domain.catalogue.FieldSubject;
import org.polydesk.domain.conversation.EntryId;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.listing.BrowseOrder;
import org.polydesk.domain.listing.BrowseQuery;
import org.polydesk.domain.ticket.TicketId;
import org.polydesk.domain.ticket.TicketNumber;

/**
 * Joins what lists and conversations show with what programs said; three statements more a page.
 */
@Singleton
public final class ReadForTeamService implements ReadForTeamUseCase {
  private final BrowseTicketsService browsing;
  private final ReadConversationService conversations;
  private final TicketFieldsService fields;
  private final SentRecords records;
  private final UserRepository users;
  private final DeskSetups setups;
  private final UnitOfWork unitOfWork;

  @Inject
  public ReadForTeamService(
      BrowseTicketsService browsing,
      ReadConversationService conversations,
      TicketFieldsService fields,
      SentRecords records,
      UserRepository users,
      DeskSetups setups,
      UnitOfWork unitOfWork) {
    this.browsing = browsing;
    this.conversations = conversations;
    this.fields = fields;
    this.records = records;
    this.users = users;
    this.setups = setups;
    this.unitOfWork = unitOfWork;
  }

  @Override
  public TeamPage browse(BrowseQuery query, BrowseWindow window, Caller caller) {
    DeskSetup setup = setups.existing(caller.desk());
    return unitOfWork.read(
        () -> {
          CountedPage found = browsing.browseCounted(query, window, caller);
          return new TeamPage(
              joined(found.page().tickets(), caller), found.page().next(), found.total(), setup);
        });
  }

  @Override
  public FoundTicket find(TicketNumber number, Caller caller) {
    BrowseQuery query =
        BrowseQuery.builder().numbers(Set.of(number)).order(BrowseOrder.NEWEST_FIRST).build();
    DeskSetup setup = setups.existing(caller.desk());
    return unitOfWork.read(
        () ->
            joined(browsing.browse(query, BrowseWindow.slice(0, 1), caller).tickets(), caller)
                .stream()
                .findFirst()
                .map(ticket -> new FoundTicket(ticket, setup))
                .orElseThrow(() -> DeskException.notFound("ticket")));
  }

  private List<TeamTicket> joined(List<BrowsedTicket> tickets, Caller caller) {
    if (tickets.isEmpty()) {
      return List.of();
    }
    List<TicketId> ids = tickets.stream().map(found -> found.ticket().id()).toList();
    Map<TicketId, List<FilledField>> filled =
        fields.ofAllCategories(tickets.stream().map(BrowsedTicket::ticket).toList(), caller);
    Map<TicketId, Sent> sent = records.of(ids);
    Map<TicketId, Unseen> unseen = records.unseen(ids);
    return tickets.stream()
        .map(
            found ->
                new TeamTicket(
                    found,
                    filled.get(found.ticket().id()),
                    sent.getOrDefault(found.ticket().id(), Sent.NOTHING),
                    unseen.getOrDefault(found.ticket().id(), Unseen.NONE)))
        .toList();
  }

  @Override
  public TeamConversation conversation(TicketNumber number, Caller caller) {
    return unitOfWork.read(() -> joined(conversations.read(number, caller), caller));
  }

  @Override
  public TeamConversation around(EntryId entry, Caller caller) {
    return unitOfWork.read(() -> joined(conversations.around(entry, caller), caller));
  }

  private TeamConversation joined(Conversation found, Caller caller) {
    TicketId id = found.ticket().id();
    return new TeamConversation(
        found,
        records.of(List.of(id)).getOrDefault(id, Sent.NOTHING),
        setups.existing(caller.desk()));
  }

  @Override
  public List<CustomField> fields(Caller caller) {
    return FieldBook.known(setups.existing(caller.desk()), FieldSubject.TICKET, caller);
  }

  @Override
  public DeskSetup setup(Caller caller) {
    return setups.existing(caller.desk());
  }

  @Override
  public TeamDesk desk(Caller caller) {
    DeskSetup setup = setups.existing(caller.desk());
    return unitOfWork.read(
        () ->
            new TeamDesk(
                setup, fields(caller), users.activeTechnicians(caller.desk(), Optional.empty())));
  }
}
