package org.polydesk.adapter.rest.shared;

import io.micronaut.http.HttpRequest;
import java.util.Locale;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.ErrorCode;

/** Answers where no dialect is at home: a status and a short JSON object. */
final class NeutralDialect implements ApiDialect {

  @Override
  public String name() {
    return "none";
  }

  @Override
  public boolean owns(RequestHead head) {
    return true;
  }

  @Override
  public RenderedError render(DeskException failure, HttpRequest<?> request) {
    return RenderedError.of(
        status(failure.code()),
        "application/json; charset=utf-8",
        "{\"code\":\"%s\",\"message\":\"%s\"}"
            .formatted(failure.code().name().toLowerCase(Locale.ROOT), words(failure)));
  }

  private static String words(DeskException failure) {
    return switch (failure.code()) {
      case INVALID_FIELD, INVALID_REQUEST -> "The request cannot be understood.";
      case NOT_SIGNED_IN -> "Sign in first.";
      case LOCKED_OUT -> "Locked for a while.";
      case NOT_ALLOWED -> "Not allowed.";
      case NOT_FOUND -> "Not found.";
      case WRONG_VERB -> "The path does not take this method.";
      case ILLEGAL_TRANSITION, STALE_VERSION, PRECONDITION_FAILED, KEY_REUSED ->
          "The request conflicts with what is.";
      case TOO_LARGE -> "The request is too large.";
      case UNSUPPORTED_MEDIA_TYPE -> "The path does not take this kind of body.";
      case RATE_LIMITED -> "Too many requests.";
      case UNAVAILABLE -> "Not available now.";
      case INTERNAL -> "Something went wrong here.";
    };
  }

  private static int status(ErrorCode code) {
    return switch (code) {
      case INVALID_FIELD, INVALID_REQUEST -> 400;
      case NOT_SIGNED_IN -> 401;
      case LOCKED_OUT, NOT_ALLOWED -> 403;
      case NOT_FOUND -> 404;
      case WRONG_VERB -> 405;
      case ILLEGAL_TRANSITION, STALE_VERSION, KEY_REUSED -> 409;
      case PRECONDITION_FAILED -> 412;
      case TOO_LARGE -> 413;
      case UNSUPPORTED_MEDIA_TYPE -> 415;
      case RATE_LIMITED -> 429;
      case UNAVAILABLE -> 503;
      case INTERNAL -> 500;
    };
  }
}
