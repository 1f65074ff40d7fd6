package org.polydesk.adapter.rest.shared;

import io.micronaut.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/** The id under which a request is found in the log: the client's own, if it can be shown. */
public final class RequestIds {
  /** The header that carries the id in both directions. */
  public static final String HEADER = "X-Request-Id";

  /** The key of the id in the log's context. */
  public static final String MDC_KEY = "requestId";

  private static final String ATTRIBUTE = "polydesk.requestId";
  private static final int MAX_LENGTH = 128;
  private static final int TRACE_BYTES = 16;

  private RequestIds() {}

  /** The request's id: 1 to 128 visible ASCII characters, the same whenever it is asked for. */
  public static String of(HttpRequest<?> request) {
    Object known = request.getAttributes().getValue(ATTRIBUTE);
    if (known instanceof String id) {
      return id;
    }
    String sent = request.getHeaders().get(HEADER);
    String id = isShowable(sent) ? sent : random(2);
    request.setAttribute(ATTRIBUTE, id);
    return id;
  }

  /**
   * A trace id as problem bodies carry it: {@code 00-<32 hex>-<16 hex>-00}. The long part is the
   * request id when that has the form, else made from it, so that the log can be found by it.
   */
  public static String traceId(HttpRequest<?> request) {
    return "00-%s-%s-00".formatted(trace(of(request)), random(1));
  }

  private static String trace(String id) {
    if (id.length() == 2 * TRACE_BYTES && id.chars().allMatch(RequestIds::isLowerHex)) {
      return id;
    }
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(digest, 0, TRACE_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }

  private static String random(int longs) {
    StringBuilder hex = new StringBuilder(16 * longs);
    for (int i = 0; i < longs; i++) {
      hex.append(HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong()));
    }
    return hex.toString();
  }

  private static boolean isShowable(String id) {
    return id != null
        && !id.isEmpty()
        && id.length() <= MAX_LENGTH
        && id.chars().allMatch(c -> c > ' ' && c < 127);
  }

  private static boolean isLowerHex(int c) {
    return c >= '0' && c <= '9' || c >= 'a' && c <= 'f';
  }
}
