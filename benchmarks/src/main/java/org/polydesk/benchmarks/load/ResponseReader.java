package org.polydesk.benchmarks.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Finds the end of one answer after another in what a connection brings. Not thread-safe. */
final class ResponseReader {
  private static final int MAX_HEAD = 64 * 1024;
  private static final String LENGTH = "\r\ncontent-length:";

  private final byte[] head = new byte[MAX_HEAD];
  private int headBytes;
  private int status;
  private long bodyBytesLeft = -1;

  /**
   * Takes what has come.
   *
   * @return whether the answer is complete; then {@link #status} tells about it and the next {@code
   *     take} begins another one
   * @throws IOException when it is no answer whose length is known from its head
   */
  boolean take(ByteBuffer received) throws IOException {
    while (bodyBytesLeft < 0 && received.hasRemaining()) {
      takeHead(received.get());
    }
    if (bodyBytesLeft < 0) {
      return false;
    }
    int taken = (int) Math.min(bodyBytesLeft, received.remaining());
    received.position(received.position() + taken);
    bodyBytesLeft -= taken;
    if (bodyBytesLeft > 0) {
      return false;
    }
    bodyBytesLeft = -1;
    headBytes = 0;
    return true;
  }

  /** The status of the last complete answer, such as 200. */
  int status() {
    return status;
  }

  private void takeHead(byte octet) throws IOException {
    if (headBytes == MAX_HEAD) {
      throw new IOException("an endless head");
    }
    head[headBytes++] = octet;
    boolean complete =
        octet == '\n'
            && headBytes >= 4
            && head[headBytes - 2] == '\r'
            && head[headBytes - 3] == '\n'
            && head[headBytes - 4] == '\r';
    if (complete) {
      String text =
          new String(head, 0, headBytes, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
      int space = text.indexOf(' ');
      int at = text.indexOf(LENGTH);
      if (space < 0 || at < 0) {
        throw new IOException("an answer without a length: " + text.lines().findFirst().orElse(""));
      }
      int begin = at + LENGTH.length();
      status = Integer.parseInt(text.substring(space + 1, space + 4));
      bodyBytesLeft = Long.parseLong(text.substring(begin, text.indexOf('\r', begin)).strip());
    }
  }
}
