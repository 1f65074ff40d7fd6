package org.polydesk.adapter.rest.simple.panel.ticket;

import java.util.List;
import org.polydesk.adapter.rest.simple.panel.wire.PanelJson;
import org.polydesk.application.ticket.in.ClientTicketsUseCase.ClientTicket;
import org.polydesk.domain.catalogue.StatusRow;
import org.polydesk.domain.ticket.Ticket;
import org.polydesk.domain.user.EmailAddress;

/** A ticket. Source: docs/dialects/panel.md, section "Tickets". */
record TicketResponse(
    long number,
    String summary,
    Object type,
    State status,
    String statusKey,
    boolean isClosed,
    boolean isResolved,
    String closedAt,
    String createdAt,
    String updatedAt,
    boolean isClientAuthor,
    boolean isClientRead,
    String clientAliasedName,
    List<String> clientEmails,
    Long splittedFromTicketNumber,
    VoteResponse vote,
    String accessLevel,
    List<String> keystoneProjects,
    Integer noticeId) {

  /** A state's names. */
  record State(String en, String ru) {}

  private enum Key {
    OPEN("open", "Open", "Открыт"),
    IN_PROGRESS("in_progress", "In progress", "В работе"),
    AWAITING_CLIENT("awaiting_client", "Awaiting response", "Ожидает ответа"),
    CLOSED("closed", "Closed", "Закрыт");

    private final String text;
    private final State state;

    Key(String text, String english, String russian) {
      this.text = text;
      this.state = new State(english, russian);
    }
  }

  /**
   * The ticket as this dialect shows it.
   *
   * @param openId the row of new tickets
   */
  static TicketResponse of(ClientTicket client, int openId) {
    Ticket ticket = client.ticket();
    StatusRow status = ticket.lifecycle().status();
    Key key = key(status, openId);
    return new TicketResponse(
        ticket.number().value(),
        ticket.subject().text(),
        null,
        key.state,
        key.text,
        ticket.lifecycle().closedAt().isPresent(),
        status.type().isDone(),
        ticket.lifecycle().closedAt().map(PanelJson::instant).orElse(null),
        PanelJson.instant(ticket.lifecycle().openedAt()),
        PanelJson.instant(ticket.updatedAt()),
        ticket.handling().awaitsStaff(),
        !ticket.handling().unread(),
        client.details().aliasedName().orElse(null),
        client.details().emails().stream().map(EmailAddress::text).toList(),
        null,
        client.vote().map(VoteResponse::of).orElse(null),
        client.details().accessLevel().orElse(null),
        client.details().project().map(List::of).orElse(null),
        client.details().noticeId().orElse(null));
  }

  private static Key key(StatusRow status, int openId) {
    return switch (status.type()) {
      case OPEN -> status.id() == openId ? Key.OPEN : Key.IN_PROGRESS;
      case PENDING -> Key.AWAITING_CLIENT;
      case ON_HOLD, RESOLVED -> Key.IN_PROGRESS;
      case CLOSED -> Key.CLOSED;
    };
  }
}
