package org.polydesk.application.retry.out;

import java.time.Instant;
import java.util.Optional;
import org.polydesk.application.retry.in.SafeRetryUseCase.Answer;
import org.polydesk.domain.desk.DeskId;

/** Which marked requests were done, and what they were answered. */
public interface RetryLog {

  /**
   * Whose key it is.
   *
   * @param caller who sent it, as a text that no other caller of the desk has
   */
  record Owner(DeskId desk, String caller, String key) {}

  /** A request that was done. */
  record Done(String fingerprint, Answer answer) {}

  /**
   * Claims a key in the present unit of work. When another unit of work has claimed it and not
   * ended yet, waits for that end.
   *
   * @return false when the key is taken for good
   */
  boolean claim(Owner owner, String fingerprint, Instant at);

  /** What is noted under a taken key. */
  Optional<Done> find(Owner owner);

  /** Notes the answer of a claimed request. */
  void note(Owner owner, Answer answer);

  /** Forgets this key if it was claimed before {@code limit}. */
  void forget(Owner owner, Instant limit);

  /** Forgets what was claimed before {@code limit}, in all desks. */
  void forgetBefore(Instant limit);
}
