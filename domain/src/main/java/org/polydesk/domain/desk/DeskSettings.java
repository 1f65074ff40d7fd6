package org.polydesk.domain.desk;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * How one desk is run.
 *
 * @param defaults what a ticket gets that names nothing
 * @param statuses the rows that verbs lead to
 * @param assignment whether and how the desk assigns by itself
 * @param notifications which events are told by mail and push
 * @param reopening what a reply to a finished ticket does
 * @param lockAfter how long after closing a ticket is locked; empty for never
 * @param closeAfter how long after resolving a ticket is closed; empty for never
 * @param autoCreateRequester whether a requester nobody knows becomes a contact
 * @param ownCategoriesOnly whether technicians see only tickets of the categories they are granted,
 *     besides their own and those they follow
 * @param closingNeedsTasksDone whether a ticket is closed only once all its tasks are done
 */
public record DeskSettings(
    TicketDefaults defaults,
    StatusSettings statuses,
    AssignmentSettings assignment,
    NotificationSettings notifications,
    ReopeningSettings reopening,
    Optional<Duration> lockAfter,
    Optional<Duration> closeAfter,
    boolean autoCreateRequester,
    boolean ownCategoriesOnly,
    boolean closingNeedsTasksDone) {

  public DeskSettings {
    Objects.requireNonNull(defaults, "defaults");
    Objects.requireNonNull(statuses, "statuses");
    Objects.requireNonNull(assignment, "assignment");
    Objects.requireNonNull(notifications, "notifications");
    Objects.requireNonNull(reopening, "reopening");
  }

  /** How a desk is run whose technicians see all of it and close tickets at any time. */
  public DeskSettings(
      TicketDefaults defaults,
      StatusSettings statuses,
      AssignmentSettings assignment,
      NotificationSettings notifications,
      ReopeningSettings reopening,
      Optional<Duration> lockAfter,
      Optional<Duration> closeAfter,
      boolean autoCreateRequester) {
    this(
        defaults,
        statuses,
        assignment,
        notifications,
        reopening,
        lockAfter,
        closeAfter,
        autoCreateRequester,
        false,
        false);
  }

  /** Row ids for what a ticket leaves open; empty where the desk has no default. */
  public record TicketDefaults(
      Optional<Integer> siteId,
      Optional<Integer> tierLevelId,
      Optional<Integer> statusId,
      Optional<Integer> priorityId,
      Optional<Integer> categoryId,
      Optional<Integer> departmentId) {}

  /**
   * Ids of the status rows that verbs lead to.
   *
   * @param sayInProgress whether doors that know two words for work that has begun, Started and In
   *     Progress, say the second one
   */
  public record StatusSettings(
      int openId,
      int inProgressId,
      int resolvedId,
      int closedId,
      int reopenedId,
      boolean sayInProgress) {}

  /** How the desk chooses a technician where nobody did. */
  public enum AssignmentStrategy {
    /** In turn, by a pointer per group. */
    ROUND_ROBIN,
    /** Whoever has the fewest unfinished tickets. */
    LEAST_LOADED,
    /** The least loaded of those under their own limit. */
    CAPACITY
  }

  /** Whether the desk assigns by itself, and how. */
  public record AssignmentSettings(
      boolean onCreate, boolean onUpdate, AssignmentStrategy strategy) {}

  /** Which events are told. */
  public record NotificationSettings(
      boolean onAssign,
      boolean onCreateAcknowledge,
      boolean onResolve,
      boolean onCloseAcknowledged,
      boolean onRequesterReply,
      boolean push) {}

  /**
   * What replies do to the status.
   *
   * @param allowed whether a requester's reply reopens a finished ticket that is not locked
   * @param restartsClock whether reopening starts the resolution clock afresh instead of going on
   * @param answerResumesPending whether a requester's reply takes a pending ticket to in progress
   * @param replyStartsWork whether the first public answer takes a new ticket to in progress
   */
  public record ReopeningSettings(
      boolean allowed,
      boolean restartsClock,
      boolean answerResumesPending,
      boolean replyStartsWork) {}
}
