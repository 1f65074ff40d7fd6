package org.polydesk.adapter.rest.tikting.document;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.AdditionalPropertiesValue;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Kinds of members that Java's types do not tell apart. What the interfaces stand for is in {@code
 * openapi/common.yml}.
 */
public final class Shapes {
  private Shapes() {}

  /** Null; what a reference that may be null chooses between and the real thing. */
  public interface Nothing {}

  /**
   * Always there. To be said of members whose name is not that of the record's component: the
   * document's generator takes what is said of the record for theirs otherwise.
   */
  @Retention(RetentionPolicy.CLASS)
  @Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
  @Schema(
      requiredMode = RequiredMode.REQUIRED,
      additionalProperties = AdditionalPropertiesValue.USE_ADDITIONAL_PROPERTIES_ANNOTATION)
  public @interface Member {}

  /** Left out where a setting of the server says so. */
  @Retention(RetentionPolicy.CLASS)
  @Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
  @Schema(
      requiredMode = RequiredMode.NOT_REQUIRED,
      additionalProperties = AdditionalPropertiesValue.USE_ADDITIONAL_PROPERTIES_ANNOTATION)
  public @interface MaybeMember {}

  /** Always there, but may be null. */
  @Retention(RetentionPolicy.CLASS)
  @Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
  @Schema(
      nullable = true,
      requiredMode = RequiredMode.REQUIRED,
      additionalProperties = AdditionalPropertiesValue.USE_ADDITIONAL_PROPERTIES_ANNOTATION)
  public @interface OrNull {}

  /** An instant. */
  @Retention(RetentionPolicy.CLASS)
  @Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
  @Schema(
      format = "date-time",
      requiredMode = RequiredMode.REQUIRED,
      additionalProperties = AdditionalPropertiesValue.USE_ADDITIONAL_PROPERTIES_ANNOTATION)
  public @interface DateTime {}

  /** An instant or null. */
  @Retention(RetentionPolicy.CLASS)
  @Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
  @Schema(
      format = "date-time",
      nullable = true,
      requiredMode = RequiredMode.REQUIRED,
      additionalProperties = AdditionalPropertiesValue.USE_ADDITIONAL_PROPERTIES_ANNOTATION)
  public @interface DateTimeOrNull {}

  /** The number of a ticket's type. */
  public interface TicketType {}

  /** The number of a ticket's type, or 0 for no choice. */
  public interface TicketTypeOrNone {}

  /** The number of a ticket's source. */
  public interface Source {}

  /** The number of a status's type. */
  public interface StatusType {}

  /** The number of how a closed ticket ended. */
  public interface ClosureStatus {}

  /** The number of how a closed ticket ended, or null. */
  public interface ClosureStatusOrNull {}

  /** The ticket's number in a path. */
  @Inherited
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.PARAMETER)
  @Parameter(
      name = "id",
      in = ParameterIn.PATH,
      required = true,
      description = "The ticket's number.",
      schema = @Schema(type = "integer", format = "int64"))
  public @interface TicketNumber {}
}
