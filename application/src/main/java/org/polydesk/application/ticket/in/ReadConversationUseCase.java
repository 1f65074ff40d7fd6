package org.polydesk.application.ticket.in;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.polydesk.application.audit.out.AuditTrail.AuditLine;
import org.polydesk.application.identity.Caller;
import org.polydesk.domain.attachment.Attachment;
import org.polydesk.domain.catalogue.Catalogue;
import org.polydesk.domain.conversation.Entry;
import org.polydesk.domain.conversation.EntryId;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.ticket.Ticket;
import org.polydesk.domain.ticket.TicketNumber;
import org.polydesk.domain.user.User;
import org.polydesk.domain.user.UserId;

/** Shows what was said and done in a ticket. */
public interface ReadConversationUseCase {

  /** An entry with its files. */
  record Line(Entry entry, List<Attachment> files) {
    public Line {
      Objects.requireNonNull(entry, "entry");
      files = List.copyOf(files);
    }
  }

  /**
   * A ticket's conversation as one reader sees it.
   *
   * @param opening the entry that opened it; its body is the description
   * @param lines what was said since, oldest first; notes for those who may read them only
   * @param looseFiles files that belong to no entry
   * @param changes what became different, oldest first, numbered together with the entries
   * @param people everybody who wrote or changed something
   * @param catalogue what the ids in the changes are called
   */
  record Conversation(
      Ticket ticket,
      Line opening,
      List<Line> lines,
      List<Attachment> looseFiles,
      List<AuditLine> changes,
      Map<UserId, User> people,
      Catalogue catalogue) {
    public Conversation {
      lines = List.copyOf(lines);
      looseFiles = List.copyOf(looseFiles);
      changes = List.copyOf(changes);
      people = Map.copyOf(people);
    }

    /** Who wrote an entry; empty when the desk itself or a program did. */
    public Optional<User> authorOf(Entry entry) {
      return entry.author().map(people::get);
    }
  }

  /**
   * The conversation of this ticket.
   *
   * @throws DeskException {@code NOT_FOUND}
   */
  Conversation read(TicketNumber ticket, Caller caller);

  /**
   * The conversation that an entry or a change of this number belongs to, if the caller sees it.
   *
   * @throws DeskException {@code NOT_FOUND} also when he sees the ticket but not this entry
   */
  Conversation around(EntryId entry, Caller caller);
}
