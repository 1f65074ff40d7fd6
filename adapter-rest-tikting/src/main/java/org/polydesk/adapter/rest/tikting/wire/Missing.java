package org.polydesk.adapter.rest.tikting.wire;

import java.util.function.Supplier;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.ErrorCode;

/** Half of the calls answer 400 where the others answer 404. */
public final class Missing {
  private Missing() {}

  /** What {@code call} gives; a ticket that is missing becomes a bad request. */
  public static <T> T asBadRequest(Supplier<T> call) {
    try {
      return call.get();
    } catch (DeskException e) {
      throw e.code() == ErrorCode.NOT_FOUND ? DeskException.badRequest(e.sentence()) : e;
    }
  }
}
