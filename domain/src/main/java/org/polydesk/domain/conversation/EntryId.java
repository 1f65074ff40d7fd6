package org.polydesk.domain.conversation;

/**
 * Key of an entry.
 *
 * @param value rising in the order of time, over all tickets
 */
public record EntryId(long value) {}
