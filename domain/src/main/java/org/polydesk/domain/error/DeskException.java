package org.polydesk.domain.error;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A refusal by the desk: one code and everything that was wrong. It is the only exception that the
 * core throws on account of its input; anything else is a bug of ours.
 */
public final class DeskException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ErrorCode code;
  private final transient List<Violation> violations;
  private final transient Optional<Duration> retryAfter;

  private DeskException(
      ErrorCode code, List<Violation> violations, Optional<Duration> retryAfter, Throwable cause) {
    super(
        code
            + violations.stream()
                .map(Violation::sentence)
                .collect(Collectors.joining(" ", ": ", "")),
        cause,
        false,
        cause != null);
    this.code = Objects.requireNonNull(code, "code");
    this.violations = List.copyOf(violations);
    this.retryAfter = retryAfter;
  }

  private static DeskException of(ErrorCode code, Violation... violations) {
    return new DeskException(code, List.of(violations), Optional.empty(), null);
  }

  private static DeskException said(ErrorCode code, String sentence) {
    return of(code, Violation.refused("", sentence));
  }

  /** Why the desk refused. */
  public ErrorCode code() {
    return code;
  }

  /** Everything that was wrong, in the order in which it was found; may be empty. */
  public List<Violation> violations() {
    return violations;
  }

  /** When to come back, for {@link ErrorCode#RATE_LIMITED} and {@link ErrorCode#LOCKED_OUT}. */
  public Optional<Duration> retryAfter() {
    return retryAfter;
  }

  /** One short sentence for a person, or empty when the code says it all. */
  public String sentence() {
    return violations.stream().map(Violation::sentence).collect(Collectors.joining(" "));
  }

  /** Values are wrong; {@code violations} names each. */
  public static DeskException invalid(List<Violation> violations) {
    return new DeskException(ErrorCode.INVALID_FIELD, violations, Optional.empty(), null);
  }

  /** One value is wrong. */
  public static DeskException invalid(Violation violation) {
    return of(ErrorCode.INVALID_FIELD, violation);
  }

  /** The request as a whole makes no sense, for the reason given as a short English sentence. */
  public static DeskException badRequest(String sentence) {
    return said(ErrorCode.INVALID_REQUEST, sentence);
  }

  /** No credential, or a bad one; the sentence does not tell which part was wrong. */
  public static DeskException notSignedIn(String sentence) {
    return said(ErrorCode.NOT_SIGNED_IN, sentence);
  }

  /** Locked after failed log-ins, for {@code rest} more. */
  public static DeskException lockedOut(String sentence, Duration rest) {
    return new DeskException(
        ErrorCode.LOCKED_OUT, List.of(Violation.refused("", sentence)), Optional.of(rest), null);
  }

  /** The caller is known and may not do this. */
  public static DeskException notAllowed(String sentence) {
    return said(ErrorCode.NOT_ALLOWED, sentence);
  }

  /** There is no such {@code thing}, or none that the caller may see. */
  public static DeskException notFound(String thing) {
    return said(ErrorCode.NOT_FOUND, "The %s was not found.".formatted(thing));
  }

  /** The path exists and does not take this verb. */
  public static DeskException wrongVerb() {
    return said(ErrorCode.WRONG_VERB, "The path does not take this method.");
  }

  /** The ticket cannot go from status {@code from} to status {@code to}. */
  public static DeskException illegalTransition(String from, String to) {
    return of(
        ErrorCode.ILLEGAL_TRANSITION,
        Violation.refused("status", "%s cannot become %s.".formatted(from, to)));
  }

  /** The ticket cannot be closed before its tasks are done. */
  public static DeskException openTasks() {
    return of(
        ErrorCode.ILLEGAL_TRANSITION, Violation.refused("status", "The ticket has open tasks."));
  }

  /** Somebody else changed the {@code thing} first. */
  public static DeskException staleVersion(String thing) {
    return said(ErrorCode.STALE_VERSION, "The %s was changed by somebody else.".formatted(thing));
  }

  /** The {@code thing} is not of the version that the caller bases his change on. */
  public static DeskException preconditionFailed(String thing) {
    return said(
        ErrorCode.PRECONDITION_FAILED, "The %s was changed by somebody else.".formatted(thing));
  }

  /** A retry key came with another request than the first time. */
  public static DeskException keyReused() {
    return said(ErrorCode.KEY_REUSED, "The retry key was used for another request.");
  }

  /** The body or a file is larger than {@code limit} bytes. */
  public static DeskException tooLarge(long limit) {
    return said(ErrorCode.TOO_LARGE, "The request is larger than %d bytes.".formatted(limit));
  }

  /** The body is of a kind that this path does not take. */
  public static DeskException unsupportedMediaType() {
    return said(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "The path does not take this kind of body.");
  }

  /** Too many requests; {@code retryAfter} says when the next will be served. */
  public static DeskException rateLimited(Duration retryAfter) {
    return new DeskException(
        ErrorCode.RATE_LIMITED,
        List.of(Violation.refused("", "Too many requests.")),
        Optional.of(retryAfter),
        null);
  }

  /** The desk cannot answer now. */
  public static DeskException unavailable(Throwable cause) {
    return new DeskException(ErrorCode.UNAVAILABLE, List.of(), Optional.empty(), cause);
  }

  /** Our own fault. */
  public static DeskException internal(Throwable cause) {
    return new DeskException(ErrorCode.INTERNAL, List.of(), Optional.empty(), cause);
  }
}
