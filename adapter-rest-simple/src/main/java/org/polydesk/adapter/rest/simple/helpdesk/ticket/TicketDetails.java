package org.polydesk.adapter.rest.simple.helpdesk.ticket;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.polydesk.adapter.rest.simple.helpdesk.wire.DeskWords;
import org.polydesk.application.directory.in.UserDirectoryUseCase;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.ticket.in.ReadConversationUseCase.Conversation;
import org.polydesk.domain.user.User;
import org.polydesk.domain.user.UserId;

/** Single tickets for whoever asks. Source: docs/dialects/helpdesk.md, section "Tickets". */
@Singleton
public final class TicketDetails {
  private final DeskWords deskWords;
  private final UserDirectoryUseCase people;

  TicketDetails(DeskWords deskWords, UserDirectoryUseCase people) {
    this.deskWords = deskWords;
    this.people = people;
  }

  /**
   * The ticket of a conversation, without its comments.
   *
   * @param base where the server is
   */
  public TicketDetailResponse of(Conversation conversation, Caller caller, String base) {
    UserId requester = conversation.ticket().people().requester();
    Optional<UserId> technician = conversation.ticket().people().technician();
    Map<UserId, User> known =
        people.byIds(Stream.concat(Stream.of(requester), technician.stream()).toList(), caller);
    return TicketDetailResponse.of(
        conversation,
        known.get(requester),
        technician.map(known::get),
        deskWords.of(caller),
        caller,
        base);
  }
}
