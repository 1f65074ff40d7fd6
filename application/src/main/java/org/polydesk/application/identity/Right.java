package org.polydesk.application.identity;

/**
 * What a caller may do. Owner rights are about tickets that are his own; staff rights are about
 * every ticket he sees, and one kind never implies the other.
 */
public enum Right {
  /** Owner: open a ticket for himself. */
  OPEN_OWN,
  /** Owner: answer in a ticket he sees. */
  REPLY_OWN,
  /** Owner: edit his own ticket. */
  EDIT_OWN,
  /** Owner: close his own ticket. */
  CLOSE_OWN,
  /** Owner: reopen his own ticket. */
  REOPEN_OWN,
  /** Owner: rate his own ticket. */
  RATE_OWN,
  /** Company's manager: close the tickets of his company. */
  CLOSE_COMPANY,

  /** Staff: register tickets. */
  CREATE,
  UPDATE,
  REPLY,
  NOTE,
  FORWARD,
  CLOSE,
  RESOLVE,
  PICK_UP,
  ASSIGN,
  DELETE,
  MERGE,
  LINK,
  /** See what the desk's own people write for each other. */
  READ_NOTES,

  /** See and keep what people were given to work with. */
  KEEP_ASSETS,
  /** Write articles that people help themselves with. */
  WRITE_ARTICLES,
  /** See who the desk's people are, and their companies and departments. */
  READ_PEOPLE,
  /** Name somebody else as the one who asks, answers, resolves or closes. */
  ACT_FOR_OTHERS,
  /** Change how the desk is set up. */
  ADMINISTER
}
