/**
 * What was said about a ticket: one {@link org.polydesk.domain.conversation.Entry} a line, written
 * once, each with the side that wrote it and with who may read it.
 */
package org.polydesk.domain.conversation;
