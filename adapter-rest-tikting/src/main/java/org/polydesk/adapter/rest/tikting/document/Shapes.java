package org.polydesk.adapter.rest.tikting.document;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Kinds of members that Java's types do not tell apart. */
public final class Shapes {
  private Shapes() {}

  /** Null; what a reference that may be null chooses between and the real thing. */
  @Schema(nullable = true)
  public interface Nothing {}

  /** Always there, but may be null. */
  @Retention(RetentionPolicy.CLASS)
  @Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
  @Schema(nullable = true, requiredMode = RequiredMode.REQUIRED)
  public @interface OrNull {}

  /** An instant. */
  @Retention(RetentionPolicy.CLASS)
  @Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
  @Schema(format = "date-time", requiredMode = RequiredMode.REQUIRED)
  public @interface DateTime {}

  /** An instant or null. */
  @Retention(RetentionPolicy.CLASS)
  @Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
  @Schema(format = "date-time", nullable = true, requiredMode = RequiredMode.REQUIRED)
  public @interface DateTimeOrNull {}

  /** The number of a ticket's type. */
  @Retention(RetentionPolicy.CLASS)
  @Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
  @Schema(
      description = "1 Ticket, 2 Problem, 3 Change, 4 ServiceRequest",
      allowableValues = {"1", "2", "3", "4"},
      requiredMode = RequiredMode.REQUIRED)
  public @interface TicketTypeNumber {}

  /** The number of a ticket's source. */
  @Retention(RetentionPolicy.CLASS)
  @Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
  @Schema(
      description = "1 Manual, 2 Api, 3 Email, 4 Portal, 5 Helpdesk, 6 Teams",
      allowableValues = {"1", "2", "3", "4", "5", "6"},
      requiredMode = RequiredMode.REQUIRED)
  public @interface SourceNumber {}

  /** The number of a status's type. */
  @Retention(RetentionPolicy.CLASS)
  @Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
  @Schema(
      description = "1 Open, 2 Pending, 3 Resolved, 4 Closed, 5 OnHold",
      allowableValues = {"1", "2", "3", "4", "5"},
      requiredMode = RequiredMode.REQUIRED)
  public @interface StatusTypeNumber {}

  /** The number of how a closed ticket ended, or null. */
  @Retention(RetentionPolicy.CLASS)
  @Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
  @Schema(
      description =
          "1 Success, 2 Failed, 3 Cancelled, 4 Postponed, 5 Rejected, 6 UnableToReproduce,"
              + " 7 Duplicate",
      allowableValues = {"1", "2", "3", "4", "5", "6", "7"},
      nullable = true,
      requiredMode = RequiredMode.REQUIRED)
  public @interface ClosureNumberOrNull {}

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
