package org.polydesk.domain.sla;

/** A calendar's number in its desk. */
public record CalendarId(int value) {}
