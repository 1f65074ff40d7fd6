/** What was said about tickets, and the files that came with it. */
package org.polydesk.adapter.persistence.conversation;
