package org.polydesk.application.ticket.in;

import java.time.Instant;

/** Does what time brings, whether anybody looks or not. */
public interface RunDueWorkUseCase {

  /**
   * Does all that has become due by {@code now}, each piece as of its own due instant: records
   * broken promises and escalations and has people told, closes what was resolved and locks what
   * was closed long enough ago, forgets files that nobody took. Several nodes may do it at once,
   * and doing it again changes nothing: each piece is done under its ticket's lock and judged there
   * anew.
   *
   * @return how many tickets were changed
   */
  int runDueWork(Instant now);
}
