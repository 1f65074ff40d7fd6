package org.polydesk.application.ticket.in;

import java.util.List;
import java.util.Optional;
import org.polydesk.application.desk.DeskSetup;
import org.polydesk.application.field.in.FilledField;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.shared.Total;
import org.polydesk.application.ticket.in.BrowseTicketsUseCase.BrowseWindow;
import org.polydesk.application.ticket.in.ReadConversationUseCase.Conversation;
import org.polydesk.application.ticket.out.SentRecords.Sent;
import org.polydesk.application.ticket.out.SentRecords.Unseen;
import org.polydesk.application.ticket.out.TicketBrowsing.BrowsedTicket;
import org.polydesk.domain.catalogue.CustomField;
import org.polydesk.domain.conversation.EntryId;
import org.polydesk.domain.listing.BrowseCursor;
import org.polydesk.domain.listing.BrowseQuery;
import org.polydesk.domain.ticket.TicketNumber;
import org.polydesk.domain.user.User;

/** Shows programs of a team the desk's tickets, with what such programs said about them. */
public interface ReadForTeamUseCase {

  /**
   * A ticket with what was said about it and what has not been seen yet.
   *
   * @param fields the custom fields of tickets, set or not
   */
  record TeamTicket(BrowsedTicket ticket, List<FilledField> fields, Sent sent, Unseen unseen) {
    public TeamTicket {
      fields = List.copyOf(fields);
    }
  }

  /**
   * A part of a list.
   *
   * @param next where the next part begins; empty when this was the last
   * @param setup what the ids in it mean
   */
  record TeamPage(
      List<TeamTicket> tickets, Optional<BrowseCursor> next, Total total, DeskSetup setup) {
    public TeamPage {
      tickets = List.copyOf(tickets);
    }
  }

  /** One ticket, and what the ids in it mean. */
  record FoundTicket(TeamTicket ticket, DeskSetup setup) {}

  /** What was said and done in a ticket, and what programs said about it. */
  record TeamConversation(Conversation conversation, Sent sent, DeskSetup setup) {}

  /**
   * A desk as programs see it.
   *
   * @param fields the custom fields of tickets, in their order
   * @param assignees those whom tickets can be assigned to, in the order of their numbers
   */
  record TeamDesk(DeskSetup setup, List<CustomField> fields, List<User> assignees) {
    public TeamDesk {
      fields = List.copyOf(fields);
      assignees = List.copyOf(assignees);
    }
  }

  /** A part of a list with its total, see {@link BrowseTicketsUseCase#browseCounted}. */
  TeamPage browse(BrowseQuery query, BrowseWindow window, Caller caller);

  /**
   * One ticket.
   *
   * @throws org.polydesk.domain.error.DeskException {@code NOT_FOUND}
   */
  FoundTicket find(TicketNumber number, Caller caller);

  /**
   * A ticket's conversation, see {@link ReadConversationUseCase#read}.
   *
   * @throws org.polydesk.domain.error.DeskException {@code NOT_FOUND}
   */
  TeamConversation conversation(TicketNumber number, Caller caller);

  /**
   * The conversation that an entry belongs to, see {@link ReadConversationUseCase#around}.
   *
   * @throws org.polydesk.domain.error.DeskException {@code NOT_FOUND}
   */
  TeamConversation around(EntryId entry, Caller caller);

  /** The custom fields of tickets that the caller knows of, in their order. */
  List<CustomField> fields(Caller caller);

  /** How the caller's desk is set up. */
  DeskSetup setup(Caller caller);

  /** The caller's desk. */
  TeamDesk desk(Caller caller);
}
