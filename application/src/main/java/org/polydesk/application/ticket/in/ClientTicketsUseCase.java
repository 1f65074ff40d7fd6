package org.polydesk.application.ticket.in;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.shared.Edit;
import org.polydesk.application.ticket.in.ReadConversationUseCase.Conversation;
import org.polydesk.application.ticket.out.ClientRecords.ClientDetails;
import org.polydesk.application.ticket.out.ClientRecords.Vote;
import org.polydesk.domain.catalogue.Topic;
import org.polydesk.domain.conversation.Body;
import org.polydesk.domain.conversation.EntryId;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.ticket.Subject;
import org.polydesk.domain.ticket.Ticket;
import org.polydesk.domain.ticket.TicketNumber;
import org.polydesk.domain.user.EmailAddress;

/** What clients do with their own tickets in a control panel, and what they are shown of them. */
public interface ClientTicketsUseCase {

  /** A ticket with what the client told of it and how he rated it. */
  record ClientTicket(Ticket ticket, ClientDetails details, Optional<Vote> vote) {}

  /** A conversation with the votes on its entries. */
  record ClientConversation(Conversation conversation, Map<EntryId, Vote> votes) {
    public ClientConversation {
      votes = Map.copyOf(votes);
    }
  }

  /**
   * Opens a ticket of the caller's own.
   *
   * @param waitingFiles public keys of files that he sent before
   * @throws DeskException {@code NOT_FOUND} for a topic or file that is not there; as {@link
   *     OpenTicketUseCase#open}
   */
  ClientTicket open(
      Subject subject, Body body, List<UUID> waitingFiles, ClientDetails details, Caller caller);

  /**
   * The ticket of this number.
   *
   * @throws DeskException {@code NOT_FOUND}
   */
  ClientTicket find(TicketNumber ticket, Caller caller);

  /** What was told of these tickets and how they were rated; two statements. */
  List<ClientTicket> complete(List<Ticket> tickets);

  /**
   * Tells something else of a ticket.
   *
   * @throws DeskException {@code NOT_FOUND}; {@code NOT_ALLOWED} unless it is the caller's own
   */
  ClientTicket modify(
      TicketRef ticket,
      Edit<String> aliasedName,
      Optional<List<EmailAddress>> emails,
      Caller caller);

  /**
   * Closes a ticket and rates it; one that is closed stays as it is.
   *
   * @throws DeskException as {@link ChangeStatusUseCase#change}
   */
  ClientTicket close(
      TicketRef ticket, Optional<Integer> score, Optional<String> comment, Caller caller);

  /**
   * Takes a done ticket up again with a word.
   *
   * @throws DeskException {@code INVALID_REQUEST} when it is not done; as {@link
   *     ChangeStatusUseCase#change}
   */
  ClientTicket reopen(TicketRef ticket, Body body, List<UUID> waitingFiles, Caller caller);

  /**
   * Rates a ticket.
   *
   * @param score 1 to 10
   * @throws DeskException {@code NOT_FOUND}; {@code NOT_ALLOWED} unless it is his own; {@code
   *     INVALID_FIELD} on {@code score}
   */
  Vote rate(TicketRef ticket, int score, Optional<String> comment, Caller caller);

  /**
   * Rates an entry.
   *
   * @param score 1 or -1
   * @throws DeskException the same
   */
  Vote rate(EntryId entry, int score, Optional<String> comment, Caller caller);

  /** The conversation of a ticket with its votes. */
  ClientConversation conversation(TicketNumber ticket, Caller caller);

  /** The conversation that an entry belongs to, with its votes. */
  ClientConversation around(EntryId entry, Caller caller);

  /** What tickets can be about. */
  List<Topic> topics(Caller caller);
}
