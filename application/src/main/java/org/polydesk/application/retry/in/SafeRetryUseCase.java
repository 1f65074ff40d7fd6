package org.polydesk.application.retry.in;

import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.polydesk.application.identity.Caller;
import org.polydesk.domain.error.DeskException;

/** Does a request once, however often it comes. */
public interface SafeRetryUseCase {

  /**
   * How a client marks a request and its repetitions.
   *
   * @param key the client's own, 1 to 255 characters
   * @param fingerprint the same for the same request, whatever its encoding
   */
  record RetryKey(String key, String fingerprint) {
    public RetryKey {
      Objects.requireNonNull(key, "key");
      Objects.requireNonNull(fingerprint, "fingerprint");
    }
  }

  /**
   * What a request was answered.
   *
   * @param status a number that the door understands
   * @param headers what went with it
   * @param body a text, may be empty
   */
  record Answer(int status, Map<String, String> headers, String body) {
    public Answer {
      headers = Map.copyOf(headers);
      Objects.requireNonNull(body, "body");
    }
  }

  /** An answer, and whether it is that of an earlier request. */
  record Answered(Answer answer, boolean replayed) {}

  /**
   * Does {@code work} in one transaction with a note of its answer, or gives the answer that is
   * noted for the same caller and key within the last 24 hours. A twin that comes while the first
   * is under way waits for it. Work that throws notes nothing.
   *
   * @throws DeskException {@code KEY_REUSED} when the key was used for another request; what {@code
   *     work} throws
   */
  Answered once(RetryKey key, Caller caller, Supplier<Answer> work);
}
