package org.polydesk.application.ticket.out;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.polydesk.application.ticket.out.TicketTies.Ties;
import org.polydesk.domain.attachment.Attachment;
import org.polydesk.domain.conversation.Body;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.ticket.Ticket;
import org.polydesk.domain.ticket.TicketId;
import org.polydesk.domain.ticket.TicketNumber;
import org.polydesk.domain.user.UserId;

/** Tickets as people read them, made by one statement each. */
public interface TicketReadings {

  /** A person as a ticket shows him; texts are empty where nothing is known. */
  record Person(UserId id, String fullName, String userName, String email) {}

  /** How a ticket was last resolved. */
  record ResolutionNote(String details, Person by, Instant at) {}

  /**
   * One ticket as one reader sees it.
   *
   * @param description the body of the entry that opened it
   * @param ties how the reader is tied to it
   * @param read whether the reader marked it as read since the requester last wrote
   */
  record TicketReading(
      Ticket ticket,
      Body description,
      Person requester,
      Optional<Person> technician,
      Optional<ResolutionNote> resolution,
      Ties ties,
      boolean read) {
    /** Whether the reader has or had a task of it. */
    public boolean hasTask() {
      return ties.task();
    }
  }

  /** The ticket of this number as {@code reader} sees it, deleted ones excepted. */
  Optional<TicketReading> find(DeskId desk, TicketNumber number, Optional<UserId> reader);

  /**
   * A page of the tickets that {@code requester} asked for, deleted ones excepted, the one opened
   * last first, by number where two were opened at the same instant; one statement.
   *
   * @param onlyOf if it is there, only tickets that this user asked for, works on or has or had a
   *     task of
   * @param reader in whose eyes they are read or not
   * @param skip how many are left out before the first
   * @param length how many at most
   */
  List<TicketReading> findByRequester(
      DeskId desk,
      UserId requester,
      Optional<UserId> onlyOf,
      Optional<UserId> reader,
      long skip,
      int length);

  /** How many tickets all pages of {@link #findByRequester} have together. */
  long countByRequester(DeskId desk, UserId requester, Optional<UserId> onlyOf);

  /**
   * The ticket's files, oldest first.
   *
   * @param notes whether those are among them that came with what the desk's own people write for
   *     each other, or else only those that everybody may see who sees the ticket
   */
  default List<Attachment> attachments(TicketId ticket, boolean notes) {
    return attachments(List.of(ticket), notes).getOrDefault(ticket, List.of());
  }

  /** The same for several tickets in one statement; tickets without files are not in it. */
  Map<TicketId, List<Attachment>> attachments(Collection<TicketId> tickets, boolean notes);
}
