package org.polydesk.adapter.rest.shared;

import io.micronaut.http.HttpRequest;
import java.util.Optional;
import org.polydesk.domain.error.DeskException;

/** The key by which a client makes a creating call safe to repeat. */
public final class IdempotencyKeys {
  /** The header that carries the key. */
  public static final String HEADER = "Idempotency-Key";

  /** The longest key, in characters. */
  public static final int MAX_LENGTH = 255;

  private IdempotencyKeys() {}

  /**
   * The request's key, 1 to 255 printable ASCII characters without blanks around; empty when it has
   * none.
   *
   * @throws DeskException {@code INVALID_REQUEST} when the key is empty, too long, not printable or
   *     given twice
   */
  public static Optional<String> of(HttpRequest<?> request) {
    var sent = request.getHeaders().getAll(HEADER);
    if (sent.isEmpty()) {
      return Optional.empty();
    }
    String key = sent.get(0).strip();
    boolean isPrintable = key.chars().allMatch(c -> c >= ' ' && c < 127);
    if (sent.size() > 1 || key.isEmpty() || key.length() > MAX_LENGTH || !isPrintable) {
      throw DeskException.badRequest("The Idempotency-Key header is not valid.");
    }
    return Optional.of(key);
  }
}
