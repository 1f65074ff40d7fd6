/** What happened, one fact a changed field, kept for good and longer than what it is about. */
package org.polydesk.domain.audit;
