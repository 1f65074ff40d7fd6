package org.polydesk.application.ticket.out;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.polydesk.domain.conversation.EntryId;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.ticket.TicketId;
import org.polydesk.domain.user.EmailAddress;

/** What clients tell of their tickets, and how they rate them. */
public interface ClientRecords {

  /**
   * What a client told with his ticket.
   *
   * @param topicKey what it is about
   * @param aliasedName what he wants to be called there
   * @param emails whom he wants told
   * @param noticeId the notice it answers
   * @param accessLevel who of his account sees it, in his panel's words
   * @param project the project it is for
   */
  record ClientDetails(
      Optional<String> topicKey,
      Optional<String> aliasedName,
      List<EmailAddress> emails,
      Optional<Integer> noticeId,
      Optional<String> accessLevel,
      Optional<String> project) {
    /** Nothing told. */
    public static final ClientDetails NONE =
        new ClientDetails(
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    public ClientDetails {
      Objects.requireNonNull(topicKey, "topicKey");
      Objects.requireNonNull(aliasedName, "aliasedName");
      emails = List.copyOf(emails);
      Objects.requireNonNull(noticeId, "noticeId");
      Objects.requireNonNull(accessLevel, "accessLevel");
      Objects.requireNonNull(project, "project");
    }
  }

  /**
   * A vote; another one replaces it.
   *
   * @param score 1 to 10 for a ticket, 1 or -1 for an entry
   */
  record Vote(int score, Optional<String> comment, Instant at) {
    public Vote {
      Objects.requireNonNull(comment, "comment");
      Objects.requireNonNull(at, "at");
    }
  }

  /** What was told of these tickets; those of which nothing was told are not in it. */
  Map<TicketId, ClientDetails> details(Collection<TicketId> tickets);

  /** Keeps what was told of a ticket in the place of what was told before. */
  void save(DeskId desk, TicketId ticket, ClientDetails details);

  /** The votes on these tickets; those without one are not in it. */
  Map<TicketId, Vote> votes(Collection<TicketId> tickets);

  /** The votes on the entries of a ticket. */
  Map<EntryId, Vote> entryVotes(TicketId ticket);

  /** Keeps a vote on a ticket. */
  void vote(DeskId desk, TicketId ticket, Vote vote);

  /** Keeps a vote on an entry. */
  void vote(DeskId desk, EntryId entry, Vote vote);
}
