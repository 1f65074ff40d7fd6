package org.polydesk.application.directory.in;

import org.polydesk.application.identity.Caller;
import org.polydesk.domain.error.DeskException;

/** Makes one person of two whom the desk took for different ones. */
public interface MergeUsersUseCase {

  /**
   * Gives everything that is one user's to another and forgets the first for good: his name, his
   * address, his password and his keys are gone and everything he was let in with is dead. The
   * other stays as he is, in his own company. Told to the audit.
   *
   * @param kept the number of the user who stays
   * @param removed the number of the user who is gone afterwards
   * @throws DeskException {@code NOT_ALLOWED} to whoever does not run the desk; {@code
   *     INVALID_FIELD} for merging somebody with himself, for removing oneself, and for giving the
   *     tickets of somebody who works on tickets to somebody who does not; {@code NOT_FOUND} for
   *     either
   */
  void merge(long kept, long removed, Caller caller);
}
