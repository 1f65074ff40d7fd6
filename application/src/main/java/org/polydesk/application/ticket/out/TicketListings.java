package org.polydesk.application.ticket.out;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.polydesk.application.shared.Slice;
import org.polydesk.application.ticket.out.TicketReadings.Person;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.listing.TicketFilter;
import org.polydesk.domain.listing.TicketSearch;
import org.polydesk.domain.listing.Viewer;
import org.polydesk.domain.ticket.StatusType;
import org.polydesk.domain.ticket.TicketNumber;
import org.polydesk.domain.ticket.TicketSource;
import org.polydesk.domain.ticket.TicketType;

/** Lists of tickets, made for showing them and answered without loading any ticket whole. */
public interface TicketListings {

  /**
   * A ticket as a list shows it.
   *
   * @param dueAt what people are shown, during a hold the last date before it
   * @param overdue whether the date in force has passed and the ticket is not done
   * @param read whether the viewer marked it as read since the requester last wrote
   * @param hasAttachments whether it has files that the viewer may see
   */
  record TicketLine(
      TicketNumber number,
      String subject,
      Person requester,
      Optional<Person> technician,
      Optional<Integer> priorityId,
      int statusId,
      StatusType statusType,
      Optional<Integer> groupId,
      Optional<Integer> categoryId,
      Optional<Integer> siteId,
      Optional<Integer> departmentId,
      TicketType type,
      TicketSource source,
      Instant openedAt,
      Instant updatedAt,
      Optional<Instant> dueAt,
      boolean overdue,
      boolean escalated,
      boolean read,
      boolean hasAttachments) {}

  /**
   * What is looked for.
   *
   * @param priorityIds the rows whose names contain the text, if priorities are to be looked at
   */
  record Sought(TicketSearch search, Set<Integer> priorityIds) {
    public Sought {
      Objects.requireNonNull(search, "search");
      priorityIds = Set.copyOf(priorityIds);
    }
  }

  /**
   * Which tickets: those of the desk that meet the filter and, if there is one, the search.
   *
   * @param notes whether the viewer sees the files of what the desk's own people write for each
   *     other
   */
  record Question(
      DeskId desk, Viewer viewer, TicketFilter filter, Optional<Sought> sought, boolean notes) {
    /** What somebody asks who sees the files only that everybody sees. */
    public Question(DeskId desk, Viewer viewer, TicketFilter filter, Optional<Sought> sought) {
      this(desk, viewer, filter, sought, false);
    }

    public Question {
      Objects.requireNonNull(desk, "desk");
      Objects.requireNonNull(viewer, "viewer");
      Objects.requireNonNull(filter, "filter");
      Objects.requireNonNull(sought, "sought");
    }
  }

  /** A part of the answer, by number, the highest first; one statement. */
  List<TicketLine> find(Question question, Slice slice);

  /**
   * How many tickets the answer has.
   *
   * @param atMost where counting stops; empty for never
   */
  long count(Question question, OptionalLong atMost);
}
