package org.polydesk.domain.ticket;

/** What kind of work a ticket is. */
public enum TicketType {
  TICKET,
  PROBLEM,
  CHANGE,
  SERVICE_REQUEST
}
