package org.polydesk.application.upkeep.in;

import java.io.IOException;
import java.time.Instant;

/** Takes away what nobody needs any more. */
public interface TidyUseCase {

  /**
   * Forgets answers that are kept for repeated requests once they are a day old, and wrong
   * passwords of addresses from which none came for a day, as of {@code now}; and takes away bytes
   * that no attachment has named for a day by the clock of the disk, a part of the store each time.
   * May run on many nodes and at any time.
   *
   * @throws IOException when bytes cannot be taken away; they will be another time
   */
  void tidy(Instant now) throws IOException;
}
