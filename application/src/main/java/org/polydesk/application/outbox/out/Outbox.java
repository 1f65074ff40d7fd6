package org.polydesk.application.outbox.out;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.polydesk.domain.conversation.EntryId;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.ticket.TicketId;
import org.polydesk.domain.user.EmailAddress;
import org.polydesk.domain.user.UserId;

/**
 * What is to be told to people and systems. Messages are written in the transaction of the change
 * they tell of and delivered later.
 */
public interface Outbox {

  /** How a message travels. */
  enum Channel {
    MAIL,
    PUSH,
    CALLBACK
  }

  /** What a message tells. */
  enum Event {
    /** The ticket was given to the recipient. */
    ASSIGNED,
    /** The ticket was opened. */
    CREATED,
    /** The ticket was taken from the recipient. */
    TAKEN_OVER,
    /** The desk answered. */
    REPLIED,
    /** The desk shows the ticket to a third party. */
    FORWARDED,
    /** One of the desk's own people left a note. */
    NOTED,
    /** The requester wrote. */
    REQUESTER_REPLIED,
    /** The ticket was resolved; the message offers to close it. */
    RESOLVED,
    /** The ticket was closed. */
    CLOSED,
    /** A promise is in danger or broken. */
    ESCALATED,
    /** The ticket was taken up again. */
    REOPENED
  }

  /**
   * What a system is told of a ticket that was resolved, closed or reopened, as it was when that
   * happened; later changes of the ticket do not touch it.
   *
   * @param status the name of the status that it went to
   * @param resolvedAt when it was resolved; empty when it is not, or was closed without
   * @param resolvedBy who said how it was resolved; empty when nobody has since it was last opened
   * @param details what he said
   */
  record Milestone(
      String status,
      Optional<Instant> resolvedAt,
      Optional<UserId> resolvedBy,
      Optional<String> details) {
    public Milestone {
      Objects.requireNonNull(status, "status");
      Objects.requireNonNull(resolvedAt, "resolvedAt");
      Objects.requireNonNull(resolvedBy, "resolvedBy");
      Objects.requireNonNull(details, "details");
    }
  }

  /**
   * One message.
   *
   * @param deliveryId the same in every attempt, so that a receiver can tell repetitions
   * @param entry the entry it is about, if there is one
   * @param toUser the user it goes to, at his address or device; empty when it goes to addresses
   * @param toAddresses further addresses
   * @param createdAt when what it tells of happened
   * @param milestone what a callback tells; empty for others, and for callbacks of earlier builds
   */
  record Message(
      UUID deliveryId,
      DeskId desk,
      Channel channel,
      Event event,
      TicketId ticket,
      Optional<EntryId> entry,
      Optional<UserId> toUser,
      List<EmailAddress> toAddresses,
      Instant createdAt,
      Optional<Milestone> milestone) {
    public Message {
      Objects.requireNonNull(deliveryId, "deliveryId");
      Objects.requireNonNull(desk, "desk");
      Objects.requireNonNull(channel, "channel");
      Objects.requireNonNull(event, "event");
      Objects.requireNonNull(ticket, "ticket");
      Objects.requireNonNull(entry, "entry");
      Objects.requireNonNull(toUser, "toUser");
      Objects.requireNonNull(createdAt, "createdAt");
      Objects.requireNonNull(milestone, "milestone");
      toAddresses = List.copyOf(toAddresses);
    }
  }

  /** Adds messages. */
  void add(List<Message> messages);

  /** Messages about a ticket that still wait, oldest first. */
  List<Message> waitingFor(TicketId ticket);
}
