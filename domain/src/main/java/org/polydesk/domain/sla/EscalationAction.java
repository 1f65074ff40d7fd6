package org.polydesk.domain.sla;

import java.util.UUID;

/** What a fired escalation level does to its ticket. */
public sealed interface EscalationAction {

  /** Tells the technician who has the ticket, if any. */
  record NotifyTechnician() implements EscalationAction {}

  /** Tells a user, such as the manager of the team. */
  record NotifyUser(UUID userId) implements EscalationAction {}

  /** Gives the ticket to a user. */
  record AssignTo(UUID userId) implements EscalationAction {}

  /** Sets the priority with this id, if it is a higher one. */
  record RaisePriority(int priorityId) implements EscalationAction {}
}
