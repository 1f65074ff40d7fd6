package org.polydesk.application.identity;

import java.time.Duration;
import java.util.Objects;

/**
 * What wrong passwords do to an account.
 *
 * @param failures the wrong password in a row that locks it, 1 and up
 * @param lockedFor how long it stays locked then
 */
public record LockOut(int failures, Duration lockedFor) {
  public LockOut {
    Objects.requireNonNull(lockedFor, "lockedFor");
  }
}
