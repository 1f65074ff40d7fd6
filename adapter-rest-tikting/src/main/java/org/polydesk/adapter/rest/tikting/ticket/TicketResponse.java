package org.polydesk.adapter.rest.tikting.ticket;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.AdditionalPropertiesValue;
import java.util.List;
import org.polydesk.adapter.rest.tikting.document.Shapes;

/** A ticket, flat: ids where {@link TicketDetailsResponse} also has names. */
@Schema(additionalProperties = AdditionalPropertiesValue.FALSE)
record TicketResponse(
    long id,
    String guid,
    String title,
    String description,
    @Shapes.OrNull String cc,
    @Schema(implementation = Shapes.TicketType.class) int ticketType,
    @Schema(implementation = Shapes.Source.class) int source,
    String creatorId,
    @Shapes.OrNull String assignedUser,
    @Shapes.OrNull Integer siteId,
    @Shapes.OrNull Integer departmentId,
    int ticketStatusId,
    @Shapes.OrNull Integer ticketPriorityId,
    @Shapes.OrNull Integer ticketCategoryId,
    @Shapes.OrNull Integer ticketSubCategoryId,
    @Shapes.OrNull Integer itemId,
    @Shapes.OrNull Integer tierLevelId,
    @Shapes.OrNull Integer groupId,
    @Shapes.OrNull Integer clientId,
    @Shapes.OrNull Integer serviceId,
    @Shapes.OrNull Integer impactId,
    @Shapes.OrNull Integer urgencyId,
    @Shapes.OrNull Integer slaId,
    @Shapes.OrNull String templateId,
    List<Integer> tags,
    @Shapes.DateTime String createdOn,
    @Shapes.DateTime String updatedOn,
    @Shapes.DateTimeOrNull String dueDate,
    @Shapes.DateTimeOrNull String responseDueDate,
    @Shapes.DateTimeOrNull String firstResponseOn,
    @Shapes.DateTimeOrNull String resolvedOn,
    @Shapes.DateTimeOrNull String closedOn,
    @Schema(implementation = Shapes.ClosureStatusOrNull.class) Integer closureStatus,
    @JsonProperty("isLocked") @Shapes.Member boolean locked,
    @JsonProperty("isEscalated") @Shapes.Member boolean escalated,
    int escalationLevel,
    @JsonProperty("isDeleted") @Shapes.Member boolean deleted,
    @Shapes.DateTimeOrNull String deletedOn,
    long version) {}
