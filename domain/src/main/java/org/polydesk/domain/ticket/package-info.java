/**
 * The ticket: who asks for what, what state it is in, when it is due and who works on it. {@link
 * org.polydesk.domain.ticket.Ticket} is the aggregate; its verbs are the only way to change it.
 */
package org.polydesk.domain.ticket;
