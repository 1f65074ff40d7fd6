package org.polydesk.domain.conversation;

/** What an entry does. */
public enum EntryKind {
  /** Opens the ticket; its body is the ticket's description. */
  CREATED,
  /** The desk answers the requester. */
  REPLY,
  /** The desk shows the ticket to a third party. */
  FORWARD,
  /** The requester writes. */
  REQUESTER_REPLY,
  /** Says how the ticket was closed. */
  CLOSURE,
  /** Says how the ticket was resolved. */
  RESOLUTION,
  REOPENING,
  ASSIGNMENT,
  /** The desk itself notes something, such as files that were added. */
  SYSTEM,
  /** For the desk's own people only. */
  INTERNAL_NOTE
}
