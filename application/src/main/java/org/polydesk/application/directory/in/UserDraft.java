package org.polydesk.application.directory.in;

import java.util.Optional;

/**
 * What is to be known of a user; what is empty is left as it is.
 *
 * @param company the name of his company, which is made when the desk has none of that name
 * @param department the name of his department, likewise
 * @param disabled whether he is shut out
 * @param away whether the desk itself gives him no tickets
 * @param notes what those who work on tickets know of him; see {@code UserDetails} for how long
 *     these texts may be
 */
public record UserDraft(
    Optional<String> userName,
    Optional<String> password,
    Optional<String> email,
    Optional<String> firstName,
    Optional<String> lastName,
    Optional<String> company,
    Optional<String> department,
    Optional<Boolean> disabled,
    Optional<Boolean> emailNotifications,
    Optional<Boolean> away,
    Optional<String> phone,
    Optional<String> location,
    Optional<String> notes,
    Optional<String> greeting,
    Optional<String> signature) {

  /** Without the password. */
  @Override
  public String toString() {
    return "UserDraft[" + userName.orElse("") + "]";
  }
}
