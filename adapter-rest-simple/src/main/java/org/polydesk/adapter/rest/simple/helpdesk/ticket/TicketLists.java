package org.polydesk.adapter.rest.simple.helpdesk.ticket;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.polydesk.adapter.rest.simple.helpdesk.wire.DeskWords;
import org.polydesk.adapter.rest.simple.helpdesk.wire.HelpdeskParameters;
import org.polydesk.adapter.rest.simple.helpdesk.wire.Words;
import org.polydesk.application.directory.in.UserDirectoryUseCase;
import org.polydesk.application.field.in.FilledField;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.identity.Right;
import org.polydesk.application.ticket.in.BrowseTicketsUseCase;
import org.polydesk.application.ticket.in.BrowseTicketsUseCase.BrowseWindow;
import org.polydesk.application.ticket.in.TicketFieldsUseCase;
import org.polydesk.application.ticket.out.TicketBrowsing.BrowsedTicket;
import org.polydesk.domain.listing.BrowseQuery;
import org.polydesk.domain.ticket.TicketId;
import org.polydesk.domain.user.User;

/**
 * Lists of tickets for whoever asks for them. Source: docs/dialects/helpdesk.md, section "Lists".
 */
@Singleton
public final class TicketLists {
  private final DeskWords deskWords;
  private final BrowseTicketsUseCase browse;
  private final UserDirectoryUseCase people;
  private final TicketFieldsUseCase customFields;
  private final Clock clock;

  TicketLists(
      DeskWords deskWords,
      BrowseTicketsUseCase browse,
      UserDirectoryUseCase people,
      TicketFieldsUseCase customFields,
      Clock clock) {
    this.deskWords = deskWords;
    this.browse = browse;
    this.people = people;
    this.customFields = customFields;
    this.clock = clock;
  }

  /** The part of the list that {@code parameters} ask for. */
  public List<TicketSummaryResponse> of(HelpdeskParameters parameters, Caller caller) {
    return list(parameters, caller, false);
  }

  /** The same with words that the tickets must hold. */
  public List<TicketSummaryResponse> found(HelpdeskParameters parameters, Caller caller) {
    return list(parameters, caller, true);
  }

  private List<TicketSummaryResponse> list(
      HelpdeskParameters parameters, Caller caller, boolean search) {
    Words words = deskWords.of(caller);
    TicketListForm form = new TicketListForm(parameters, words, caller, clock);
    Map<Long, User> named = people.byNumbers(form.people(), caller);
    BrowseQuery query = search ? form.search(named) : form.query(named);
    BrowseWindow window = form.window();
    boolean withFields = parameters.flag("includeCustomFields");
    parameters.orThrow();
    boolean notes = caller.may(Right.READ_NOTES);
    List<BrowsedTicket> found = browse.browse(query, window, caller).tickets();
    Map<TicketId, List<FilledField>> fields =
        withFields
            ? customFields.ofShown(found.stream().map(BrowsedTicket::ticket).toList(), caller)
            : Map.of();
    return found.stream()
        .map(
            ticket ->
                TicketSummaryResponse.of(
                    ticket, words, notes, Optional.ofNullable(fields.get(ticket.ticket().id()))))
        .toList();
  }
}
