package org.polydesk.application.ticket.out;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.identity.Right;
import org.polydesk.application.identity.Scope.Reach;
import org.polydesk.domain.conversation.Body;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.listing.BrowseCursor;
import org.polydesk.domain.listing.BrowseQuery;
import org.polydesk.domain.sla.ClockState;
import org.polydesk.domain.ticket.Ticket;
import org.polydesk.domain.user.PersonName;
import org.polydesk.domain.user.User;
import org.polydesk.domain.user.UserId;

/** Lists of tickets by free conditions; one or two statements each, whatever they show. */
public interface TicketBrowsing {

  /**
   * A person as a list shows him.
   *
   * @param number the same person as a whole number
   * @param userName empty for a contact
   * @param email empty where nothing is known
   * @param companyId the company he works for
   */
  record BrowsedPerson(
      UserId id,
      long number,
      PersonName name,
      String userName,
      String email,
      Optional<Integer> companyId) {

    /** His full name, else his log-in name, else his address. */
    public String displayName() {
      if (!name.full().isEmpty()) {
        return name.full();
      }
      return userName.isEmpty() ? email : userName;
    }
  }

  /**
   * What a clock of a ticket says.
   *
   * @param dueAt the instant by which the promise must be kept; empty while there is none in force
   * @param breached whether the promise is broken, as of the instant of the request
   * @param escalationLevel the highest level that was reached, 0 for none
   */
  record BrowsedClock(
      ClockState state, Optional<Instant> dueAt, boolean breached, int escalationLevel) {}

  /**
   * How a ticket was last resolved.
   *
   * @param details what was said about it
   */
  record BrowsedResolution(String details, Instant at) {}

  /**
   * A ticket as a list shows it.
   *
   * @param ticket all its own fields
   * @param description the text that opened it
   * @param requester who asks
   * @param technician who works on it
   * @param createdBy who opened it; empty when a program did
   * @param updatedBy who changed it last; empty when a program did
   * @param firstResponse the clock of the first response; empty when none was ever started
   * @param resolution the clock of the resolution; empty likewise
   * @param resolved how it was last resolved
   * @param hasChildren whether other tickets are parts of it
   */
  record BrowsedTicket(
      Ticket ticket,
      Body description,
      BrowsedPerson requester,
      Optional<BrowsedPerson> technician,
      Optional<BrowsedPerson> createdBy,
      Optional<BrowsedPerson> updatedBy,
      Optional<BrowsedClock> firstResponse,
      Optional<BrowsedClock> resolution,
      Optional<BrowsedResolution> resolved,
      boolean hasChildren) {}

  /**
   * Who looks and what he may see.
   *
   * @param user empty for a program's key, which owns nothing
   * @param reaches how he reaches tickets; empty for not at all
   * @param companyId the company he works for
   * @param categories those he is a technician of
   * @param readsNotes whether internal entries are shown to him
   */
  record Onlooker(
      Optional<UserId> user,
      Set<Reach> reaches,
      Optional<Integer> companyId,
      Set<Integer> categories,
      boolean readsNotes) {
    public Onlooker {
      Objects.requireNonNull(user, "user");
      reaches = Set.copyOf(reaches);
      Objects.requireNonNull(companyId, "companyId");
      categories = Set.copyOf(categories);
    }

    /** A caller as one who looks. */
    public static Onlooker of(Caller caller) {
      return new Onlooker(
          caller.userId(),
          caller.scope().reaches(),
          caller.user().flatMap(User::companyId),
          caller.user().map(User::categories).orElse(Set.of()),
          caller.may(Right.READ_NOTES));
    }
  }

  /** A ticket and the place behind it. */
  record Browsed(BrowsedTicket ticket, BrowseCursor cursor) {}

  /**
   * Which tickets: those of the desk that the onlooker sees and the query asks for.
   *
   * @param newStatusId the status row of new tickets
   * @param tagsByWord for each word that is looked for the tags whose texts contain it, if tags are
   *     to be looked at
   * @param now the instant of the request
   */
  record Question(
      DeskId desk,
      Onlooker onlooker,
      BrowseQuery query,
      int newStatusId,
      Map<String, Set<Integer>> tagsByWord,
      Instant now) {
    public Question {
      Objects.requireNonNull(desk, "desk");
      Objects.requireNonNull(onlooker, "onlooker");
      Objects.requireNonNull(query, "query");
      tagsByWord = Map.copyOf(tagsByWord);
      Objects.requireNonNull(now, "now");
    }
  }

  /**
   * How many tickets the onlooker sees, of some kinds.
   *
   * @param fresh those in the status row of new tickets
   */
  record Counts(long total, long closed, long fresh, long unanswered, long unassigned) {}

  /**
   * A part of the answer in the query's order.
   *
   * @param after only what comes behind this place
   * @param skip how many are left out before the first
   * @param length how many at most
   * @throws DeskException {@code INVALID_FIELD} on {@code cursor} when its key cannot be one of the
   *     query's order
   */
  List<Browsed> find(Question question, Optional<BrowseCursor> after, long skip, int length);

  /**
   * How many tickets the answer has.
   *
   * @param atMost where counting stops; empty for never
   */
  long count(Question question, OptionalLong atMost);

  /** How many tickets of which kinds there are, whatever the query says; may be a minute old. */
  Counts counts(Question question);
}
