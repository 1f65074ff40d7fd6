package org.polydesk.domain.ticket;

/** How a ticket came to the desk. */
public enum TicketSource {
  /** Registered by hand. */
  MANUAL,
  /** Opened by a program. */
  API,
  EMAIL,
  /** Opened by the requester in a control panel. */
  PORTAL,
  /** Opened through the helpdesk dialect. */
  HELPDESK,
  /** Opened from a team's chat. */
  TEAMS,
  /** Written into a web page. */
  WIDGET,
  /** Opened by a clock. */
  SCHEDULER,
  /** Written on a phone. */
  MOBILE,
  /** Told on the phone. */
  PHONE,
  /** Told in a chat. */
  CHAT,
  /** Told face to face. */
  IN_PERSON
}
