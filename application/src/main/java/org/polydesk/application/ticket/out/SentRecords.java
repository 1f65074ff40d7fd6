package org.polydesk.application.ticket.out;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.polydesk.application.ticket.SentPerson;
import org.polydesk.domain.conversation.EntryId;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.ticket.TicketId;
import org.polydesk.domain.user.UserId;

/** What programs said about tickets and want back word for word, kept beside the tickets. */
public interface SentRecords {

  /** What somebody is in a ticket. */
  record SentRole(String name) {
    public static final SentRole REQUESTER = new SentRole("requester");
    public static final SentRole ASSIGNEE = new SentRole("assignee");
    public static final SentRole CREATOR = new SentRole("creator");
    public static final SentRole UPDATER = new SentRole("updater");

    public SentRole {
      Objects.requireNonNull(name, "name");
    }

    /** The author of an entry. */
    public static SentRole authorOf(EntryId entry) {
      return new SentRole("entry " + entry.value());
    }

    /** Whoever did something in the ticket, as he was called the last time. */
    public static SentRole doer(UserId user) {
      return new SentRole("user " + user.value());
    }
  }

  /**
   * Who was named.
   *
   * @param user whom the desk took him for; empty when for nobody
   */
  record Named(Optional<UserId> user, SentPerson person) {}

  /**
   * All that was said about one ticket.
   *
   * @param people by what they are
   * @param values by the key of the field, each a JSON value
   */
  record Sent(Map<SentRole, Named> people, Map<String, String> values) {
    /** Nothing was said. */
    public static final Sent NOTHING = new Sent(Map.of(), Map.of());

    public Sent {
      people = Map.copyOf(people);
      values = Map.copyOf(values);
    }

    /** Who was named as {@code role}, if the desk took him for {@code user}. */
    public Optional<SentPerson> person(SentRole role, Optional<UserId> user) {
      return Optional.ofNullable(people.get(role))
          .filter(named -> named.user().equals(user))
          .map(Named::person);
    }
  }

  /**
   * What has been said since the other side last said or read something.
   *
   * @param byClients public words of the client's side, for the desk to read
   * @param byStaff public words of the desk, for the client to read
   */
  record Unseen(int byClients, int byStaff) {
    /** All has been seen. */
    public static final Unseen NONE = new Unseen(0, 0);
  }

  /** Keeps what was sent as {@code role} in the place of what was kept before. */
  void keep(DeskId desk, TicketId ticket, SentRole role, Named named);

  /** Nobody is named as {@code role} any more. */
  void forget(TicketId ticket, SentRole role);

  /** Keeps values in the place of those with the same keys; one that is empty is taken away. */
  void keepValues(DeskId desk, TicketId ticket, Map<String, Optional<String>> values);

  /** All that was said about these tickets; those of which nothing is kept are missing. */
  Map<TicketId, Sent> of(Collection<TicketId> tickets);

  /** What nobody has seen yet in these tickets. */
  Map<TicketId, Unseen> unseen(Collection<TicketId> tickets);
}
