package org.polydesk.application.ticket;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.polydesk.application.attachment.NewAttachment;
import org.polydesk.application.attachment.UnfitFiles;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.identity.Right;
import org.polydesk.application.ticket.TicketFiles.Judged;
import org.polydesk.application.ticket.in.TicketRef;
import org.polydesk.application.ticket.in.TicketUpkeepUseCase;
import org.polydesk.application.ticket.out.Conversations;
import org.polydesk.application.ticket.out.ReadMarks;
import org.polydesk.domain.conversation.Body;
import org.polydesk.domain.conversation.Entry;
import org.polydesk.domain.conversation.EntryKind;
import org.polydesk.domain.conversation.Side;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.user.UserId;

/** Marks, adds files, deletes. */
@Singleton
public final class TicketUpkeepService implements TicketUpkeepUseCase {
  private final TicketTurns turns;
  private final ReadMarks readMarks;
  private final Conversations conversations;

  @Inject
  public TicketUpkeepService(TicketTurns turns, ReadMarks readMarks, Conversations conversations) {
    this.turns = turns;
    this.readMarks = readMarks;
    this.conversations = conversations;
  }

  @Override
  public void markRead(TicketRef ref, Caller caller) {
    UserId reader =
        caller.userId().orElseThrow(() -> DeskException.notAllowed("Permission denied."));
    turns.run(
        ref,
        caller,
        turn -> {
          readMarks.mark(caller.desk(), turn.ticket().id(), reader, turn.now());
          return null;
        });
  }

  @Override
  public List<String> addFiles(
      TicketRef ref, List<NewAttachment> files, UnfitFiles unfitFiles, Caller caller) {
    return turns.run(
        ref,
        caller,
        turn -> {
          Judged judged = turn.judge(files, unfitFiles);
          if (!judged.accepted().isEmpty()) {
            Entry entry =
                turn.say(
                    draft ->
                        draft
                            .as(EntryKind.SYSTEM, Side.SYSTEM)
                            .saying(Optional.empty(), Body.plain(names(judged))));
            turn.attach(judged, entry);
            turn.change(ticket -> ticket.touched(turn.now()));
          }
          return judged.skipped();
        });
  }

  private static String names(Judged judged) {
    return judged.accepted().stream()
        .map(file -> file.name().text())
        .collect(Collectors.joining(", "));
  }

  @Override
  public Deleted delete(TicketRef ref, Caller caller) {
    caller.mustBeAbleTo(Right.DELETE);
    return turns.run(
        ref,
        caller,
        turn -> {
          turn.change(ticket -> ticket.delete(turn.now()));
          turn.clocks(clocks -> clocks.cancelled(turn.now()));
          turn.remember(
              "deleted", "subject", Optional.of(turn.ticket().subject().text()), Optional.empty());
          turn.settle();
          return new Deleted(turn.savedTicket(), description(turn));
        });
  }

  private Body description(TicketTurn turn) {
    return conversations.openingOf(turn.ticket().id()).body();
  }
}
