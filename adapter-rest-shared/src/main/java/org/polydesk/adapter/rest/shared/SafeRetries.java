package org.polydesk.adapter.rest.shared;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.retry.in.SafeRetryUseCase;
import org.polydesk.application.retry.in.SafeRetryUseCase.Answer;
import org.polydesk.application.retry.in.SafeRetryUseCase.Answered;
import org.polydesk.application.retry.in.SafeRetryUseCase.RetryKey;
import org.polydesk.domain.error.Texts;

/**
 * Gives the first answer again to a creating request that comes twice with the same {@code
 * Idempotency-Key}. Requests without one pass untouched.
 */
@Singleton
public final class SafeRetries {
  private static final String REPLAYED = "Idempotent-Replay";

  private final SafeRetryUseCase safeRetry;

  SafeRetries(SafeRetryUseCase safeRetry) {
    this.safeRetry = safeRetry;
  }

  /**
   * The answer of {@code work}, or that of an earlier request with the same key.
   *
   * @param form all that was sent
   * @param work does the request; its answer's body is a text in UTF-8 or there is none
   * @throws org.polydesk.domain.error.DeskException {@code KEY_REUSED}; {@code INVALID_REQUEST} for
   *     a key that is none; what {@code work} throws
   */
  public HttpResponse<?> once(
      HttpRequest<?> request,
      RequestForm form,
      Caller caller,
      Supplier<MutableHttpResponse<byte[]>> work) {
    Optional<String> key = IdempotencyKeys.of(request);
    if (key.isEmpty()) {
      return work.get();
    }
    Answered answered =
        safeRetry.once(
            new RetryKey(key.get(), fingerprint(request, form)), caller, () -> answer(work.get()));
    MutableHttpResponse<byte[]> response = response(answered.answer());
    return answered.replayed() ? response.header(REPLAYED, "true") : response;
  }

  private static Answer answer(MutableHttpResponse<byte[]> response) {
    Map<String, String> headers = new LinkedHashMap<>();
    response.getHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
    byte[] body = response.getBody().orElse(new byte[0]);
    return new Answer(response.code(), headers, new String(body, StandardCharsets.UTF_8));
  }

  private static MutableHttpResponse<byte[]> response(Answer answer) {
    MutableHttpResponse<byte[]> response = HttpResponse.status(answer.status(), null);
    answer.headers().forEach(response::header);
    return answer.body().isEmpty()
        ? response
        : response.body(answer.body().getBytes(StandardCharsets.UTF_8));
  }

  /** The same for the same path, parameters and files: a repetition has another boundary. */
  private static String fingerprint(HttpRequest<?> request, RequestForm form) {
    MessageDigest digest = sha256();
    add(digest, request.getMethodName());
    add(digest, request.getPath());
    form.parameters().names().stream()
        .map(Texts::folded)
        .sorted()
        .forEach(
            name -> {
              add(digest, name);
              form.parameters().all(name).forEach(value -> add(digest, value));
            });
    form.files()
        .forEach(
            file -> {
              add(digest, Texts.folded(file.part()));
              add(digest, file.name());
              add(digest, file.blob().digest().hex());
            });
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Lengths keep neighbours apart. */
  private static void add(MessageDigest digest, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
