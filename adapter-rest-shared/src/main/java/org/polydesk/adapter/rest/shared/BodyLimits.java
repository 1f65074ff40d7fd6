package org.polydesk.adapter.rest.shared;

/**
 * How much of a request's body is read before it is refused.
 *
 * @param requestBytes the whole body as it comes over the wire
 * @param textBytes everything of it that is held in memory: all that is not a file
 * @param parameters how many values there may be in body and query together
 * @param files how many files there may be
 */
public record BodyLimits(long requestBytes, int textBytes, int parameters, int files) {
  /** 30,000,000 bytes, of which 8 MiB text; 2,000 parameters; 100 files. */
  public static final BodyLimits DEFAULT = new BodyLimits(30_000_000, 8 * 1024 * 1024, 2_000, 100);

  public BodyLimits {
    if (requestBytes < 1 || textBytes < 1 || parameters < 1 || files < 0) {
      throw new IllegalArgumentException("Limits are positive.");
    }
  }
}
