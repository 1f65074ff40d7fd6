/** Repeating a request that may have been done already, without doing it twice. */
package org.polydesk.application.retry;
