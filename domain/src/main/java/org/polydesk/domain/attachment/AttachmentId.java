package org.polydesk.domain.attachment;

/**
 * Key of an attachment.
 *
 * @param value rising in the order of time, over all tickets
 */
public record AttachmentId(long value) {}
