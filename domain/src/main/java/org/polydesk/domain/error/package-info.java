/**
 * What can go wrong in a help desk, in one vocabulary. Every refusal is a {@link
 * org.polydesk.domain.error.DeskException} with one {@link org.polydesk.domain.error.ErrorCode} and
 * the list of everything that was wrong, so that a person can mend a request in one go.
 */
package org.polydesk.domain.error;
