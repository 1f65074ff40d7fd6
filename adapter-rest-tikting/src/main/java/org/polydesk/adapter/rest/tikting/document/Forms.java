package org.polydesk.adapter.rest.tikting.document;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;
import java.util.UUID;

/**
 * The bodies that operations take, for the document only: they are read field by field, in any
 * spelling. Numbers, dates and keys that are not required may come empty. Source:
 * docs/dialects/tikting.md.
 */
public final class Forms {
  private Forms() {}

  /** Who wants a token. */
  public record LogIn(
      @JsonProperty("Email")
          @Schema(description = "user name or address", requiredMode = RequiredMode.REQUIRED)
          String email,
      @JsonProperty("Password") @Schema(requiredMode = RequiredMode.REQUIRED) String password,
      @JsonProperty("RememberMe")
          @Schema(description = "changes nothing", requiredMode = RequiredMode.NOT_REQUIRED)
          Boolean rememberMe,
      @JsonProperty("Domain")
          @Schema(
              description = "of a directory; refused while there is none",
              requiredMode = RequiredMode.NOT_REQUIRED)
          String domain) {}

  /** What a list is asked for. Numbers may come as texts; what is out of range is mended. */
  public record TicketTable(
      @JsonProperty("page")
          @Schema(description = "from 1", requiredMode = RequiredMode.NOT_REQUIRED)
          Integer page,
      @JsonProperty("length")
          @Schema(
              description = "10 when absent, at most 500 unless the server has another limit",
              requiredMode = RequiredMode.NOT_REQUIRED)
          Integer length,
      @JsonProperty("search") @Schema(requiredMode = RequiredMode.NOT_REQUIRED) String search,
      @JsonProperty("listType")
          @Schema(
              description = "one of the twenty lists, in any case; all tickets when absent",
              example = "MyOpenTickets",
              requiredMode = RequiredMode.NOT_REQUIRED)
          String listType,
      @JsonProperty("filterBy")
          @Schema(
              description =
                  "where to search, separated by commas: Subject, TicketId, Priority, Requester",
              requiredMode = RequiredMode.NOT_REQUIRED)
          String filterBy) {}

  /** A ticket to open. */
  public record Register(
      @JsonProperty("Title")
          @Schema(
              description = "at most 255 characters",
              maxLength = 255,
              requiredMode = RequiredMode.REQUIRED)
          String title,
      @JsonProperty("Description")
          @Schema(
              description = "plain or HTML",
              maxLength = 1_000_000,
              requiredMode = RequiredMode.REQUIRED)
          String description,
      @JsonProperty("CreatorId")
          @Schema(
              description = "the requester, an active user",
              requiredMode = RequiredMode.REQUIRED)
          UUID creatorId,
      @JsonProperty("SiteId") @Schema(requiredMode = RequiredMode.REQUIRED) Integer siteId,
      @JsonProperty("DepartmentId") @Schema(requiredMode = RequiredMode.REQUIRED)
          Integer departmentId,
      @JsonProperty("TicketStatusId") @Schema(requiredMode = RequiredMode.REQUIRED)
          Integer ticketStatusId,
      @JsonProperty("TicketType")
          @Schema(implementation = Shapes.TicketType.class, requiredMode = RequiredMode.REQUIRED)
          Integer ticketType,
      @JsonProperty("Cc")
          @Schema(
              description = "addresses, separated by commas or semicolons",
              requiredMode = RequiredMode.NOT_REQUIRED)
          String cc,
      @JsonProperty("Guid")
          @Schema(
              description = "of the new ticket; one that is known gives its ticket again",
              requiredMode = RequiredMode.NOT_REQUIRED)
          UUID guid,
      @JsonProperty("TicketCategoryId") @Schema(requiredMode = RequiredMode.NOT_REQUIRED)
          Integer ticketCategoryId,
      @JsonProperty("TicketSubCategoryId") @Schema(requiredMode = RequiredMode.NOT_REQUIRED)
          Integer ticketSubCategoryId,
      @JsonProperty("ItemId") @Schema(requiredMode = RequiredMode.NOT_REQUIRED) Integer itemId,
      @JsonProperty("DueDate")
          @Schema(
              description = "ISO 8601; without an offset in the desk's time zone",
              requiredMode = RequiredMode.NOT_REQUIRED)
          String dueDate,
      @JsonProperty("TierLevelId") @Schema(requiredMode = RequiredMode.NOT_REQUIRED)
          Integer tierLevelId,
      @JsonProperty("GroupId") @Schema(requiredMode = RequiredMode.NOT_REQUIRED) Integer groupId,
      @JsonProperty("ClientId") @Schema(requiredMode = RequiredMode.NOT_REQUIRED) Integer clientId,
      @JsonProperty("TicketPriorityId") @Schema(requiredMode = RequiredMode.NOT_REQUIRED)
          Integer ticketPriorityId,
      @JsonProperty("ServiceId") @Schema(requiredMode = RequiredMode.NOT_REQUIRED)
          Integer serviceId,
      @JsonProperty("ImpactId") @Schema(requiredMode = RequiredMode.NOT_REQUIRED) Integer impactId,
      @JsonProperty("UrgencyId") @Schema(requiredMode = RequiredMode.NOT_REQUIRED)
          Integer urgencyId,
      @JsonProperty("SLAId") @Schema(requiredMode = RequiredMode.NOT_REQUIRED) Integer slaId,
      @JsonProperty("SelectedTags") @Schema(requiredMode = RequiredMode.NOT_REQUIRED)
          List<Integer> selectedTags,
      @JsonProperty("AssignedUser")
          @Schema(
              description = "an active user who is no member",
              requiredMode = RequiredMode.NOT_REQUIRED)
          UUID assignedUser,
      @JsonProperty("Uploads")
          @Schema(
              description = "files; those that are not allowed are left out",
              requiredMode = RequiredMode.NOT_REQUIRED)
          @ArraySchema(schema = @Schema(type = "string", format = "binary"))
          List<String> uploads) {}

  /** What is to change; what is absent stays, what is empty is cleared. */
  public record Update(
      @JsonProperty("Id")
          @Schema(description = "the path's", requiredMode = RequiredMode.NOT_REQUIRED)
          Long id,
      @JsonProperty("CreatorId") @Schema(requiredMode = RequiredMode.REQUIRED) UUID creatorId,
      @JsonProperty("AssignedUser") @Schema(requiredMode = RequiredMode.NOT_REQUIRED)
          UUID assignedUser,
      @JsonProperty("GroupId") @Schema(requiredMode = RequiredMode.NOT_REQUIRED) Integer groupId,
      @JsonProperty("TicketType")
          @Schema(
              implementation = Shapes.TicketTypeOrNone.class,
              requiredMode = RequiredMode.NOT_REQUIRED)
          Integer ticketType,
      @JsonProperty("SiteId")
          @Schema(description = "0 is no choice", requiredMode = RequiredMode.NOT_REQUIRED)
          Integer siteId,
      @JsonProperty("DepartmentId")
          @Schema(description = "0 is no choice", requiredMode = RequiredMode.NOT_REQUIRED)
          Integer departmentId,
      @JsonProperty("TicketStatusId")
          @Schema(description = "0 is no choice", requiredMode = RequiredMode.NOT_REQUIRED)
          Integer ticketStatusId,
      @JsonProperty("TicketCategoryId") @Schema(requiredMode = RequiredMode.NOT_REQUIRED)
          Integer ticketCategoryId,
      @JsonProperty("TicketSubCategoryId") @Schema(requiredMode = RequiredMode.NOT_REQUIRED)
          Integer ticketSubCategoryId,
      @JsonProperty("ItemId") @Schema(requiredMode = RequiredMode.NOT_REQUIRED) Integer itemId,
      @JsonProperty("TierLevelId") @Schema(requiredMode = RequiredMode.NOT_REQUIRED)
          Integer tierLevelId,
      @JsonProperty("ClientId") @Schema(requiredMode = RequiredMode.NOT_REQUIRED) Integer clientId,
      @JsonProperty("TicketPriorityId") @Schema(requiredMode = RequiredMode.NOT_REQUIRED)
          Integer ticketPriorityId,
      @JsonProperty("ServiceId") @Schema(requiredMode = RequiredMode.NOT_REQUIRED)
          Integer serviceId,
      @JsonProperty("ImpactId") @Schema(requiredMode = RequiredMode.NOT_REQUIRED) Integer impactId,
      @JsonProperty("UrgencyId") @Schema(requiredMode = RequiredMode.NOT_REQUIRED)
          Integer urgencyId,
      @JsonProperty("TemplateId") @Schema(requiredMode = RequiredMode.NOT_REQUIRED) UUID templateId,
      @JsonProperty("DueDate")
          @Schema(
              description = "ISO 8601; without an offset in the desk's time zone",
              requiredMode = RequiredMode.NOT_REQUIRED)
          String dueDate) {}

  /** A word to the requester or to third parties. */
  public record Mail(
      @JsonProperty("Id") @Schema(description = "the path's", requiredMode = RequiredMode.REQUIRED)
          Long id,
      @JsonProperty("Title")
          @Schema(
              description = "at most 255 characters",
              maxLength = 1_000,
              requiredMode = RequiredMode.REQUIRED)
          String title,
      @JsonProperty("SendTo")
          @Schema(
              description = "addresses, separated by commas or semicolons",
              requiredMode = RequiredMode.REQUIRED)
          String sendTo,
      @JsonProperty("CcTo")
          @Schema(
              description = "addresses, separated by commas or semicolons",
              requiredMode = RequiredMode.NOT_REQUIRED)
          String ccTo,
      @JsonProperty("Message")
          @Schema(
              description = "plain or HTML",
              maxLength = 1_000_000,
              requiredMode = RequiredMode.NOT_REQUIRED)
          String message,
      @JsonProperty("HasDraft") @Schema(requiredMode = RequiredMode.NOT_REQUIRED) Boolean hasDraft,
      @JsonProperty("Uploads")
          @Schema(
              description = "files; those that are not allowed are left out",
              requiredMode = RequiredMode.NOT_REQUIRED)
          @ArraySchema(schema = @Schema(type = "string", format = "binary"))
          List<String> uploads) {}

  /** A word of the requester. */
  public record RequesterReply(
      @JsonProperty("Id") @Schema(description = "the path's", requiredMode = RequiredMode.REQUIRED)
          Long id,
      @JsonProperty("Username")
          @Schema(description = "the requester", requiredMode = RequiredMode.REQUIRED)
          String username,
      @JsonProperty("Title")
          @Schema(
              description = "at most 255 characters",
              maxLength = 1_000,
              requiredMode = RequiredMode.REQUIRED)
          String title,
      @JsonProperty("Message")
          @Schema(
              description = "plain or HTML",
              maxLength = 1_000_000,
              requiredMode = RequiredMode.NOT_REQUIRED)
          String message,
      @JsonProperty("Uploads")
          @Schema(
              description = "files; those that are not allowed are left out",
              requiredMode = RequiredMode.NOT_REQUIRED)
          @ArraySchema(schema = @Schema(type = "string", format = "binary"))
          List<String> uploads) {}

  /** How a ticket is closed. */
  public record Close(
      @JsonProperty("TicketId")
          @Schema(description = "the path's", requiredMode = RequiredMode.REQUIRED)
          Long ticketId,
      @JsonProperty("CloseBy") @Schema(requiredMode = RequiredMode.REQUIRED) UUID closeBy,
      @JsonProperty("Acknowledged")
          @Schema(
              description = "whether requester and Cc are told",
              requiredMode = RequiredMode.NOT_REQUIRED)
          Boolean acknowledged,
      @JsonProperty("Comments")
          @Schema(maxLength = 1_000_000, requiredMode = RequiredMode.NOT_REQUIRED)
          String comments,
      @JsonProperty("Status")
          @Schema(
              implementation = Shapes.ClosureStatus.class,
              requiredMode = RequiredMode.NOT_REQUIRED)
          Integer status,
      @JsonProperty("ClosureComments")
          @Schema(maxLength = 1_000_000, requiredMode = RequiredMode.NOT_REQUIRED)
          String closureComments,
      @JsonProperty("ClosingDate")
          @Schema(
              description =
                  "ISO 8601; without an offset in the desk's time zone; between the creation and now",
              requiredMode = RequiredMode.NOT_REQUIRED)
          String closingDate,
      @JsonProperty("Uploads")
          @Schema(
              description = "files; those that are not allowed are left out",
              requiredMode = RequiredMode.NOT_REQUIRED)
          @ArraySchema(schema = @Schema(type = "string", format = "binary"))
          List<String> uploads) {}

  /** How a ticket was resolved. */
  public record Resolve(
      @JsonProperty("TicketId")
          @Schema(description = "the path's", requiredMode = RequiredMode.REQUIRED)
          Long ticketId,
      @JsonProperty("Details")
          @Schema(
              description = "plain or HTML",
              maxLength = 1_000_000,
              requiredMode = RequiredMode.REQUIRED)
          String details,
      @JsonProperty("SubmitBy") @Schema(requiredMode = RequiredMode.REQUIRED) UUID submitBy,
      @JsonProperty("SubmitDate")
          @Schema(
              description = "ISO 8601; without an offset in the desk's time zone",
              requiredMode = RequiredMode.NOT_REQUIRED)
          String submitDate) {}

  /** Files for a ticket. */
  public record AddFiles(
      @JsonProperty("Uploads")
          @Schema(
              description = "files; those that are not allowed are left out",
              requiredMode = RequiredMode.REQUIRED)
          @ArraySchema(schema = @Schema(type = "string", format = "binary"))
          List<String> uploads) {}

  /** A ticket to open for somebody known by name; ids that are missing are the desk's defaults. */
  public record NewTicket(
      @JsonProperty("Title")
          @Schema(
              description = "at most 255 characters",
              maxLength = 255,
              requiredMode = RequiredMode.REQUIRED)
          String title,
      @JsonProperty("Description")
          @Schema(
              description = "plain or HTML",
              maxLength = 1_000_000,
              requiredMode = RequiredMode.REQUIRED)
          String description,
      @JsonProperty("Requester")
          @Schema(description = "user name or address", requiredMode = RequiredMode.REQUIRED)
          String requester,
      @JsonProperty("Email")
          @Schema(
              description = "looked for when nobody has that name",
              requiredMode = RequiredMode.NOT_REQUIRED)
          String email,
      @JsonProperty("TierLevelId") @Schema(requiredMode = RequiredMode.NOT_REQUIRED)
          Integer tierLevelId,
      @JsonProperty("GroupId") @Schema(requiredMode = RequiredMode.NOT_REQUIRED) Integer groupId,
      @JsonProperty("SiteId") @Schema(requiredMode = RequiredMode.NOT_REQUIRED) Integer siteId,
      @JsonProperty("DepartmentId") @Schema(requiredMode = RequiredMode.NOT_REQUIRED)
          Integer departmentId,
      @JsonProperty("ClientId") @Schema(requiredMode = RequiredMode.NOT_REQUIRED) Integer clientId,
      @JsonProperty("TicketStatusId") @Schema(requiredMode = RequiredMode.NOT_REQUIRED)
          Integer ticketStatusId,
      @JsonProperty("TicketPriorityId") @Schema(requiredMode = RequiredMode.NOT_REQUIRED)
          Integer ticketPriorityId,
      @JsonProperty("TicketCategoryId") @Schema(requiredMode = RequiredMode.NOT_REQUIRED)
          Integer ticketCategoryId,
      @JsonProperty("Uploads")
          @Schema(
              description = "files; those that are not allowed are left out",
              requiredMode = RequiredMode.NOT_REQUIRED)
          @ArraySchema(schema = @Schema(type = "string", format = "binary"))
          List<String> uploads) {}

  /** Whose tickets, and which 25 of them. */
  public record RequestedTickets(
      @JsonProperty("username") @Schema(requiredMode = RequiredMode.REQUIRED) String username,
      @JsonProperty("page")
          @Schema(description = "from 1", requiredMode = RequiredMode.NOT_REQUIRED)
          Integer page) {}
}
