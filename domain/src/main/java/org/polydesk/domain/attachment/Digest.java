package org.polydesk.domain.attachment;

import java.util.regex.Pattern;

/**
 * The SHA-256 of a file's bytes, which is also where they are kept.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record Digest(String hex) {
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

  /** Of no bytes at all. */
  public static final Digest OF_NOTHING =
      new Digest("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");

  public Digest {
    if (!FORM.matcher(hex).matches()) {
      throw new IllegalArgumentException("not a SHA-256 in lower-case hexadecimal digits");
    }
  }
}
