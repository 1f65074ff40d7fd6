package org.polydesk.adapter.rest.simple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import org.polydesk.adapter.rest.shared.RenderedError;
import org.polydesk.domain.error.DeskException;

/** Refusals as JSON objects. */
public final class JsonError {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final String MEDIA_TYPE = "application/json; charset=utf-8";

  private JsonError() {}

  /** A refusal with this body, its members in their order. */
  public static RenderedError of(DeskException failure, Map<String, Object> body) {
    try {
      return RenderedError.of(status(failure), MEDIA_TYPE, MAPPER.writeValueAsString(body));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The HTTP status of a refusal. */
  public static int status(DeskException failure) {
    return switch (failure.code()) {
      case INVALID_FIELD, INVALID_REQUEST, ILLEGAL_TRANSITION, UNSUPPORTED_MEDIA_TYPE -> 400;
      case NOT_SIGNED_IN -> 401;
      case NOT_ALLOWED, LOCKED_OUT -> 403;
      case NOT_FOUND -> 404;
      case WRONG_VERB -> 405;
      case STALE_VERSION, KEY_REUSED -> 409;
      case PRECONDITION_FAILED -> 412;
      case TOO_LARGE -> 413;
      case RATE_LIMITED -> 429;
      case UNAVAILABLE -> 503;
      case INTERNAL -> 500;
    };
  }

  /** What is said to a person: what was wrong, or a sentence for the kind of failure. */
  public static String sentence(DeskException failure) {
    boolean ours =
        switch (failure.code()) {
          case INTERNAL, UNAVAILABLE -> true;
          default -> false;
        };
    String sentence = ours ? "" : failure.sentence();
    if (!sentence.isEmpty()) {
      return sentence;
    }
    return switch (failure.code()) {
      case INVALID_FIELD, INVALID_REQUEST, ILLEGAL_TRANSITION -> "The request is not valid.";
      case NOT_SIGNED_IN -> "A valid credential is needed.";
      case LOCKED_OUT, NOT_ALLOWED -> "Permission denied.";
      case NOT_FOUND -> "Not found.";
      case WRONG_VERB -> "The path does not take this method.";
      case STALE_VERSION, PRECONDITION_FAILED, KEY_REUSED -> "The request conflicts with what is.";
      case TOO_LARGE -> "The request is too large.";
      case UNSUPPORTED_MEDIA_TYPE -> "The path does not take this kind of body.";
      case RATE_LIMITED -> "Too many requests.";
      case UNAVAILABLE -> "Not available now.";
      case INTERNAL -> "Something went wrong here.";
    };
  }
}
