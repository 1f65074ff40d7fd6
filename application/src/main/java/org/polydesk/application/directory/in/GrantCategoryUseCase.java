package org.polydesk.application.directory.in;

import org.polydesk.application.identity.Caller;
import org.polydesk.domain.error.DeskException;

/** Lets those who run the desk say who is the technician of which categories. */
public interface GrantCategoryUseCase {

  /**
   * Makes a technician or administrator the technician of a category; once is enough. Who already
   * works on tickets only becomes one whom the category's tickets are offered to.
   *
   * @param user the number of the user
   * @throws DeskException {@code NOT_ALLOWED} to whoever does not run the desk; {@code NOT_FOUND}
   *     for the user; {@code INVALID_FIELD} on {@code category} when the desk has no such active
   *     category, on {@code user} when he does not work on tickets
   */
  void grant(long user, int categoryId, Caller caller);

  /** Takes it back; nothing happens when he is not. Otherwise the same refusals. */
  void withdraw(long user, int categoryId, Caller caller);
}
