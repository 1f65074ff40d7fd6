/** Answers to marked requests, kept for repetitions. */
package org.polydesk.adapter.persistence.retry;
