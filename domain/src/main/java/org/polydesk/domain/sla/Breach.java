package org.polydesk.domain.sla;

import java.time.Instant;

/**
 * A broken promise, found.
 *
 * @param kind the clock that broke it
 * @param generation that clock's generation
 * @param dueAt when it was due, however late it was found
 * @param detectedAt when it was found
 */
public record Breach(ClockKind kind, int generation, Instant dueAt, Instant detectedAt) {}
