package org.polydesk.adapter.rest.tikting.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.polydesk.adapter.rest.shared.RenderedError;
import org.polydesk.adapter.rest.shared.RequestIds;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.ErrorCode;
import org.polydesk.domain.error.Violation;

/** Error bodies: RFC 9457 problems. Source: docs/dialects/tikting.md, section "Errors". */
final class Problems {
  private static final String MEDIA_TYPE = "application/problem+json; charset=utf-8";
  private static final String TYPE = "https://tools.ietf.org/html/rfc9110#section-";

  private Problems() {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record Problem(
      String type,
      String title,
      int status,
      String detail,
      Map<String, List<String>> errors,
      String traceId) {}

  /** All fields that are wrong, each with its sentences. */
  static RenderedError validation(DeskException failure, HttpRequest<?> request) {
    Map<String, List<String>> errors = new LinkedHashMap<>();
    for (Violation violation : failure.violations()) {
      String field = FieldNames.onTheWire(violation.field());
      List<String> sentences = errors.computeIfAbsent(field, key -> new ArrayList<>());
      String sentence = sentence(violation, field);
      if (!sentences.contains(sentence)) {
        sentences.add(sentence);
      }
    }
    return rendered(
        new Problem(
            TYPE + "15.5.1",
            "One or more validation errors occurred.",
            400,
            null,
            errors,
            RequestIds.traceId(request)));
  }

  /** A refusal that belongs to no field. */
  static RenderedError plain(int status, DeskException failure, HttpRequest<?> request) {
    boolean ours = failure.code() == ErrorCode.INTERNAL || failure.code() == ErrorCode.UNAVAILABLE;
    String detail = failure.sentence();
    return rendered(
        new Problem(
            TYPE + section(status),
            title(status),
            status,
            ours || detail.isEmpty() ? null : detail,
            null,
            RequestIds.traceId(request)));
  }

  private static RenderedError rendered(Problem problem) {
    return RenderedError.of(
        problem.status(),
        MEDIA_TYPE,
        new String(TiktingJson.bytes(problem), StandardCharsets.UTF_8));
  }

  private static String sentence(Violation violation, String field) {
    return switch (violation.rule()) {
      case REQUIRED ->
          field.isEmpty()
              ? "A non-empty request body is required."
              : "The %s field is required.".formatted(field);
      case TOO_LONG ->
          "The field %s must be a string with a maximum length of %s."
              .formatted(field, violation.argument());
      case MALFORMED ->
          FieldNames.isBoundDirectly(field)
              ? "The value '%s' is not valid.".formatted(violation.argument())
              : "The value '%s' is not valid for %s.".formatted(violation.argument(), field);
      case OUT_OF_RANGE -> "The value '%s' is invalid.".formatted(violation.argument());
      case UNKNOWN -> "Invalid %s.".formatted(field);
      case REFUSED -> violation.argument();
    };
  }

  private static String section(int status) {
    return switch (status) {
      case 400 -> "15.5.1";
      case 401 -> "15.5.2";
      case 403 -> "15.5.4";
      case 404 -> "15.5.5";
      case 405 -> "15.5.6";
      case 409 -> "15.5.10";
      case 412 -> "15.5.13";
      case 413 -> "15.5.14";
      case 415 -> "15.5.16";
      case 503 -> "15.6.4";
      case 500 -> "15.6.1";
      default -> "15.5";
    };
  }

  private static String title(int status) {
    return switch (status) {
      case 400 -> "Bad Request";
      case 401 -> "Unauthorized";
      case 403 -> "Forbidden";
      case 404 -> "Not Found";
      case 405 -> "Method Not Allowed";
      case 409 -> "Conflict";
      case 412 -> "Precondition Failed";
      case 413 -> "Content Too Large";
      case 415 -> "Unsupported Media Type";
      case 429 -> "Too Many Requests";
      case 503 -> "Service Unavailable";
      default -> "An error occurred while processing your request.";
    };
  }
}
