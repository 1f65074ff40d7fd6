package org.polydesk.application.user.out;

import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.user.UserId;

/** What users did, have and take part in, all over the store. */
public interface UserTies {

  /**
   * Makes everything that is {@code from}'s {@code to}'s: tickets he asked for, works on, closed or
   * changed last, what he wrote and sent, his tasks and resolutions, what he follows and has read,
   * and his assets. Where both have part in the same, {@code to} has it as before. The history
   * stays as it was written. Keys that open {@code from}'s account are gone. Whoever changes one of
   * these tickets at the same time loses. Part of the caller's unit of work, which locks both users
   * in the order of their keys, then the tickets in the order of their numbers.
   */
  void move(DeskId desk, UserId from, UserId to);
}
