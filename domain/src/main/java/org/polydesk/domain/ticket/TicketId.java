package org.polydesk.domain.ticket;

/** Key of a ticket inside the store; people and dialects use {@link TicketNumber}. */
public record TicketId(long value) {}
