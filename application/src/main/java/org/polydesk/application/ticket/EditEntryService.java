package org.polydesk.application.ticket;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.identity.Right;
import org.polydesk.application.shared.UnitOfWork;
import org.polydesk.application.ticket.in.EditEntryUseCase;
import org.polydesk.application.ticket.in.TicketRef;
import org.polydesk.application.ticket.out.Conversations;
import org.polydesk.application.ticket.out.TicketRepository;
import org.polydesk.domain.conversation.Body;
import org.polydesk.domain.conversation.Entry;
import org.polydesk.domain.conversation.EntryId;
import org.polydesk.domain.conversation.EntryKind;
import org.polydesk.domain.conversation.Visibility;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.ticket.Ticket;
import org.polydesk.domain.ticket.TicketId;

/** Mends entries. */
@Singleton
public final class EditEntryService implements EditEntryUseCase {
  private final TicketTurns turns;
  private final Conversations conversations;
  private final TicketRepository tickets;
  private final VisibleTickets visible;
  private final UnitOfWork unitOfWork;

  @Inject
  public EditEntryService(
      TicketTurns turns,
      Conversations conversations,
      TicketRepository tickets,
      VisibleTickets visible,
      UnitOfWork unitOfWork) {
    this.turns = turns;
    this.conversations = conversations;
    this.tickets = tickets;
    this.visible = visible;
    this.unitOfWork = unitOfWork;
  }

  @Override
  public void edit(EntryId id, Body body, Optional<Visibility> visibility, Caller caller) {
    Ticket ticket = unitOfWork.read(() -> ticketOf(id, caller));
    turns.run(
        TicketRef.any(ticket.number()),
        caller,
        turn -> {
          Entry entry = existing(id, turn);
          if (entry.author().filter(caller::is).isEmpty()) {
            caller.mustBeAbleTo(Right.UPDATE);
          }
          Visibility readers =
              visibility.filter(v -> caller.may(Right.NOTE)).orElse(entry.visibility());
          if (!entry.body().equals(body) || readers != entry.visibility()) {
            conversations.rewrite(id, body, readers);
            turn.remember(
                "edited", "entry", Optional.of(entry.body().text()), Optional.of(body.text()));
            turn.change(changed -> changed.touched(turn.now()));
          }
          return null;
        });
  }

  /** A hidden ticket's entry is as missing as one that is not there, and as long looked for. */
  private Ticket ticketOf(EntryId id, Caller caller) {
    TicketId where = conversations.findEntry(id).map(Entry::ticket).orElse(VisibleTickets.NOWHERE);
    return visible.seen(tickets.findById(where), caller).orElseThrow(EditEntryService::missing);
  }

  /** The entry, if it is still this ticket's and the caller may read it. */
  private Entry existing(EntryId id, TicketTurn turn) {
    return conversations
        .findEntry(id)
        .filter(entry -> entry.ticket().equals(turn.ticket().id()))
        .filter(entry -> entry.kind() != EntryKind.CREATED)
        .filter(
            entry -> entry.visibility() == Visibility.PUBLIC || turn.caller().may(Right.READ_NOTES))
        .orElseThrow(EditEntryService::missing);
  }

  private static DeskException missing() {
    return DeskException.notFound("comment");
  }
}
