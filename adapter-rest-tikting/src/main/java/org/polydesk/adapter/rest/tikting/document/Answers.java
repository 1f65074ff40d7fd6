package org.polydesk.adapter.rest.tikting.document;

import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Refusals that operations share; their bodies and headers are in {@code openapi/common.yml}. */
public final class Answers {
  private Answers() {}

  /** What every operation may answer. */
  @Inherited
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.TYPE)
  @ApiResponse(responseCode = "400", ref = "BadRequest")
  @ApiResponse(responseCode = "500", ref = "Failure")
  @ApiResponse(responseCode = "503", ref = "Unavailable")
  public @interface Common {}

  /** What every operation may answer that wants a token. */
  @Inherited
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.TYPE)
  @SecurityRequirement(name = "bearer")
  @ApiResponse(responseCode = "400", ref = "BadRequest")
  @ApiResponse(responseCode = "401", ref = "Challenge")
  @ApiResponse(responseCode = "500", ref = "Failure")
  @ApiResponse(responseCode = "503", ref = "Unavailable")
  public @interface Bearer {}

  /** Not everybody may do this. */
  @Inherited
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.METHOD)
  @ApiResponse(responseCode = "403", ref = "Forbidden")
  public @interface Restricted {}

  /** The ticket may be missing, and that is told apart from a bad request. */
  @Inherited
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.METHOD)
  @ApiResponse(responseCode = "404", ref = "NotFound")
  public @interface MissingTicket {}

  /** There is a body, which may be too large or of another kind. */
  @Inherited
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.METHOD)
  @ApiResponse(responseCode = "413", ref = "TooLarge")
  @ApiResponse(responseCode = "415", ref = "UnsupportedMediaType")
  public @interface WithBody {}

  /** The ticket changes, perhaps under somebody else's hands. */
  @Inherited
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.METHOD)
  @ApiResponse(responseCode = "409", ref = "Conflict")
  @ApiResponse(responseCode = "412", ref = "PreconditionFailed")
  public @interface ChangesTicket {}

  /** May be sent again with the same key. */
  @Inherited
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.METHOD)
  @ApiResponse(responseCode = "409", ref = "Conflict")
  public @interface SafeToRetry {}
}
