package org.polydesk.adapter.rest.shared;

import io.micronaut.http.exceptions.ContentLengthExceededException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.polydesk.domain.error.DeskException;

/**
 * A request's body as it comes from the socket, counted. It remembers why reading it failed, so
 * that a client's broken upload can be told from a disk that is full, whoever was reading.
 */
final class BodyStream extends InputStream {
  private final InputStream socket;
  private final long limit;
  private long count;
  private int pushedBack = -1;
  private DeskException failure;

  /**
   * @param limit how many bytes may come before it is {@code TOO_LARGE}
   */
  BodyStream(InputStream socket, long limit) {
    this.socket = socket;
    this.limit = limit;
  }

  /** Whether nothing comes at all; waits for the first byte. */
  boolean isEmpty() throws IOException {
    if (pushedBack < 0) {
      pushedBack = read();
    }
    return pushedBack < 0;
  }

  /** Why reading failed; empty when it did not. */
  Optional<DeskException> failure() {
    return Optional.ofNullable(failure);
  }

  /** Notes that what has come makes no sense, unless reading had failed before. */
  IOException broken(DeskException reason, IOException cause) {
    failure = failure == null ? reason : failure;
    return new IOException(reason.code().name(), cause);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    int read = read(one, 0, 1);
    return read < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (pushedBack >= 0) {
      target[offset] = (byte) pushedBack;
      pushedBack = -1;
      return 1;
    }
    if (failure != null) {
      throw new IOException(failure);
    }
    int read;
    try {
      read = socket.read(target, offset, length);
    } catch (ContentLengthExceededException e) {
      throw failed(DeskException.tooLarge(limit));
    } catch (IOException e) {
      throw failed(
          e.getCause() instanceof ContentLengthExceededException
              ? DeskException.tooLarge(limit)
              : DeskException.badRequest("The body ended before it was complete."));
    }
    count += Math.max(read, 0);
    if (count > limit) {
      throw failed(DeskException.tooLarge(limit));
    }
    return read;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private IOException failed(DeskException reason) {
    failure = reason;
    return new IOException(reason);
  }
}
