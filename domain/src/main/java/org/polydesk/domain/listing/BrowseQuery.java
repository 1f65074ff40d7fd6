package org.polydesk.domain.listing;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.polydesk.domain.catalogue.StatusRow;
import org.polydesk.domain.conversation.Side;
import org.polydesk.domain.error.Texts;
import org.polydesk.domain.ticket.Classification;
import org.polydesk.domain.ticket.People;
import org.polydesk.domain.ticket.StatusType;
import org.polydesk.domain.ticket.Ticket;
import org.polydesk.domain.ticket.TicketNumber;
import org.polydesk.domain.user.UserId;

/**
 * Which tickets somebody looks for, and in which order. All conditions hold together; a new {@link
 * Builder} has none. Sets of ids are "one of these", so a set without members finds nothing, which
 * is how a name that nobody knows is looked for.
 *
 * @param statusIds status rows
 * @param statusTypes types of status rows; all of them for no condition
 * @param categoryIds categories
 * @param priorities priorities, or none
 * @param requester who asks
 * @param requesterCompanyId the company of the one who asks
 * @param technician who works on it
 * @param unassigned whether nobody may work on it
 * @param tagIds tags, of which it has at least one
 * @param opened when it was opened
 * @param updated when it was last touched
 * @param due its due date in force
 * @param wanted the date that somebody asked for
 * @param unanswered whether it is to be unanswered: not closed, and either in the row of new
 *     tickets, or the client spoke last since it was opened, or the last thing said was an internal
 *     note, which counts only for those who may read notes
 * @param discussed whether anything is to have been said since it was opened; notes count likewise
 * @param lastPublicSide which side is to have spoken last in public since it was opened; CLIENT or
 *     STAFF
 * @param subscribed whether the caller is to follow it
 * @param subjectPart what the subject contains, without regard to case
 * @param words what its texts contain
 * @param numbers numbers
 * @param parent the ticket it is a part of
 */
public record BrowseQuery(
    Optional<Set<Integer>> statusIds,
    Set<StatusType> statusTypes,
    Optional<Set<Integer>> categoryIds,
    Optional<Priorities> priorities,
    Optional<UserId> requester,
    Optional<Integer> requesterCompanyId,
    Optional<UserId> technician,
    boolean unassigned,
    Optional<Set<Integer>> tagIds,
    TimeSpan opened,
    TimeSpan updated,
    TimeSpan due,
    TimeSpan wanted,
    boolean unanswered,
    boolean discussed,
    Optional<Side> lastPublicSide,
    boolean subscribed,
    Optional<String> subjectPart,
    Optional<WordSearch> words,
    Optional<Set<TicketNumber>> numbers,
    Optional<TicketNumber> parent,
    BrowseOrder order) {

  /** Types of statuses of which nothing more is to be done. */
  public static final Set<StatusType> DONE =
      Collections.unmodifiableSet(EnumSet.of(StatusType.RESOLVED, StatusType.CLOSED));

  /** All types but {@link #DONE}. */
  public static final Set<StatusType> NOT_DONE =
      Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.copyOf(DONE)));

  /** All types but CLOSED. */
  public static final Set<StatusType> NOT_CLOSED =
      Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(StatusType.CLOSED)));

  public BrowseQuery {
    statusIds = statusIds.map(Set::copyOf);
    statusTypes = Set.copyOf(statusTypes);
    categoryIds = categoryIds.map(Set::copyOf);
    Objects.requireNonNull(priorities, "priorities");
    Objects.requireNonNull(requester, "requester");
    Objects.requireNonNull(requesterCompanyId, "requesterCompanyId");
    Objects.requireNonNull(technician, "technician");
    tagIds = tagIds.map(Set::copyOf);
    Objects.requireNonNull(opened, "opened");
    Objects.requireNonNull(updated, "updated");
    Objects.requireNonNull(due, "due");
    Objects.requireNonNull(wanted, "wanted");
    if (lastPublicSide.filter(Side.SYSTEM::equals).isPresent()) {
      throw new IllegalArgumentException("the desk itself is no side that speaks");
    }
    Objects.requireNonNull(subjectPart, "subjectPart");
    Objects.requireNonNull(words, "words");
    numbers = numbers.map(Set::copyOf);
    Objects.requireNonNull(parent, "parent");
    Objects.requireNonNull(order, "order");
  }

  /**
   * Priorities to choose from.
   *
   * @param ids ids of rows
   * @param none whether tickets without a priority are chosen too
   */
  public record Priorities(Set<Integer> ids, boolean none) {
    public Priorities {
      ids = Set.copyOf(ids);
    }

    boolean has(Optional<Integer> id) {
      return id.map(ids::contains).orElse(none);
    }
  }

  /** A query without any condition, what was touched last first. */
  public static Builder builder() {
    return new Builder();
  }

  /** Every ticket, in this order. */
  public static BrowseQuery all(BrowseOrder order) {
    return builder().order(order).build();
  }

  /** This query changed by {@code edit}. */
  public BrowseQuery with(UnaryOperator<Builder> edit) {
    return edit.apply(new Builder(this)).build();
  }

  /** Whether all conditions hold for the ticket; whether it is seen at all is not asked here. */
  public boolean matches(BrowseFacts facts) {
    return matchesClassification(facts.ticket())
        && matchesPeople(facts)
        && matchesDates(facts.ticket())
        && matchesTalk(facts)
        && matchesTexts(facts)
        && isIn(numbers, Optional.of(facts.ticket().number()))
        && (parent.isEmpty() || parent.equals(facts.ticket().handling().parent()));
  }

  private boolean matchesClassification(Ticket ticket) {
    StatusRow status = ticket.lifecycle().status();
    Classification classification = ticket.classification();
    return isIn(statusIds, Optional.of(status.id()))
        && statusTypes.contains(status.type())
        && isIn(categoryIds, classification.categoryId())
        && priorities.map(choice -> choice.has(classification.priorityId())).orElse(true)
        && tagIds.map(ids -> classification.tagIds().stream().anyMatch(ids::contains)).orElse(true);
  }

  private static <T> boolean isIn(Optional<Set<T>> wanted, Optional<T> value) {
    return wanted.isEmpty() || value.filter(wanted.get()::contains).isPresent();
  }

  private boolean matchesPeople(BrowseFacts facts) {
    People people = facts.ticket().people();
    return (requester.isEmpty() || requester.get().equals(people.requester()))
        && (requesterCompanyId.isEmpty() || requesterCompanyId.equals(facts.requesterCompanyId()))
        && (technician.isEmpty() || technician.equals(people.technician()))
        && (!unassigned || people.technician().isEmpty())
        && (!subscribed || facts.subscribed());
  }

  private boolean matchesDates(Ticket ticket) {
    return opened.contains(Optional.of(ticket.lifecycle().openedAt()))
        && updated.contains(Optional.of(ticket.updatedAt()))
        && due.contains(ticket.due().inForceAt())
        && wanted.contains(ticket.due().manualDueAt());
  }

  private boolean matchesTalk(BrowseFacts facts) {
    Optional<Side> side = facts.lastPublicSide();
    boolean closed = facts.ticket().lifecycle().status().type() == StatusType.CLOSED;
    boolean waits =
        facts.fresh() || facts.isNoted() || side.filter(Side.CLIENT::equals).isPresent();
    return (!unanswered || (!closed && waits))
        && (!discussed || side.isPresent() || facts.isNoted())
        && (lastPublicSide.isEmpty() || lastPublicSide.equals(side));
  }

  private boolean matchesTexts(BrowseFacts facts) {
    String subject = Texts.folded(facts.ticket().subject().text());
    return subjectPart.map(Texts::folded).map(subject::contains).orElse(true)
        && words.map(search -> search.finds(facts.words())).orElse(true);
  }

  /** Collects conditions; what is not called is no condition. */
  public static final class Builder {
    private Optional<Set<Integer>> statusIds = Optional.empty();
    private Set<StatusType> statusTypes = EnumSet.allOf(StatusType.class);
    private Optional<Set<Integer>> categoryIds = Optional.empty();
    private Optional<Priorities> priorities = Optional.empty();
    private Optional<UserId> requester = Optional.empty();
    private Optional<Integer> requesterCompanyId = Optional.empty();
    private Optional<UserId> technician = Optional.empty();
    private boolean unassigned;
    private Optional<Set<Integer>> tagIds = Optional.empty();
    private TimeSpan opened = TimeSpan.ALWAYS;
    private TimeSpan updated = TimeSpan.ALWAYS;
    private TimeSpan due = TimeSpan.ALWAYS;
    private TimeSpan wanted = TimeSpan.ALWAYS;
    private boolean unanswered;
    private boolean discussed;
    private Optional<Side> lastPublicSide = Optional.empty();
    private boolean subscribed;
    private Optional<String> subjectPart = Optional.empty();
    private Optional<WordSearch> words = Optional.empty();
    private Optional<Set<TicketNumber>> numbers = Optional.empty();
    private Optional<TicketNumber> parent = Optional.empty();
    private BrowseOrder order = BrowseOrder.LAST_UPDATED_FIRST;

    private Builder() {}

    private Builder(BrowseQuery from) {
      statusIds = from.statusIds;
      statusTypes = from.statusTypes;
      categoryIds = from.categoryIds;
      priorities = from.priorities;
      requester = from.requester;
      requesterCompanyId = from.requesterCompanyId;
      technician = from.technician;
      unassigned = from.unassigned;
      tagIds = from.tagIds;
      opened = from.opened;
      updated = from.updated;
      due = from.due;
      wanted = from.wanted;
      unanswered = from.unanswered;
      discussed = from.discussed;
      lastPublicSide = from.lastPublicSide;
      subscribed = from.subscribed;
      subjectPart = from.subjectPart;
      words = from.words;
      numbers = from.numbers;
      parent = from.parent;
      order = from.order;
    }

    public Builder statusIds(Set<Integer> ids) {
      statusIds = Optional.of(ids);
      return this;
    }

    public Builder statusTypes(Set<StatusType> types) {
      statusTypes = types;
      return this;
    }

    public Builder categoryIds(Set<Integer> ids) {
      categoryIds = Optional.of(ids);
      return this;
    }

    public Builder priorities(Priorities choice) {
      priorities = Optional.of(choice);
      return this;
    }

    public Builder requester(UserId user) {
      requester = Optional.of(user);
      return this;
    }

    public Builder requesterCompanyId(int id) {
      requesterCompanyId = Optional.of(id);
      return this;
    }

    public Builder technician(UserId user) {
      technician = Optional.of(user);
      return this;
    }

    public Builder unassigned() {
      unassigned = true;
      return this;
    }

    public Builder tagIds(Set<Integer> ids) {
      tagIds = Optional.of(ids);
      return this;
    }

    public Builder opened(TimeSpan span) {
      opened = span;
      return this;
    }

    public Builder updated(TimeSpan span) {
      updated = span;
      return this;
    }

    public Builder due(TimeSpan span) {
      due = span;
      return this;
    }

    public Builder wanted(TimeSpan span) {
      wanted = span;
      return this;
    }

    public Builder unanswered() {
      unanswered = true;
      return this;
    }

    public Builder discussed() {
      discussed = true;
      return this;
    }

    /** Which side spoke last; {@link Side#CLIENT} or {@link Side#STAFF}. */
    public Builder lastPublicSide(Side side) {
      lastPublicSide = Optional.of(side);
      return this;
    }

    public Builder subscribed() {
      subscribed = true;
      return this;
    }

    /** What the subject contains; a blank text is no condition. */
    public Builder subjectPart(String text) {
      subjectPart = text.isBlank() ? Optional.empty() : Optional.of(text.strip());
      return this;
    }

    public Builder words(WordSearch search) {
      words = Optional.of(search);
      return this;
    }

    public Builder numbers(Set<TicketNumber> some) {
      numbers = Optional.of(some);
      return this;
    }

    public Builder parent(TicketNumber number) {
      parent = Optional.of(number);
      return this;
    }

    public Builder order(BrowseOrder next) {
      order = next;
      return this;
    }

    /** The query. */
    public BrowseQuery build() {
      return new BrowseQuery(
          statusIds,
          statusTypes,
          categoryIds,
          priorities,
          requester,
          requesterCompanyId,
          technician,
          unassigned,
          tagIds,
          opened,
          updated,
          due,
          wanted,
          unanswered,
          discussed,
          lastPublicSide,
          subscribed,
          subjectPart,
          words,
          numbers,
          parent,
          order);
    }
  }
}
