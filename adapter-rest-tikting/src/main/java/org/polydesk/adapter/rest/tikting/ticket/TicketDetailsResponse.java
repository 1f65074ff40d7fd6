package org.polydesk.adapter.rest.tikting.ticket;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.AdditionalPropertiesValue;
import java.util.List;
import org.polydesk.adapter.rest.tikting.document.Shapes;
import org.polydesk.adapter.rest.tikting.wire.Items.GroupItem;
import org.polydesk.adapter.rest.tikting.wire.Items.GroupOrNull;
import org.polydesk.adapter.rest.tikting.wire.Items.NamedItem;
import org.polydesk.adapter.rest.tikting.wire.Items.NamedOrNull;
import org.polydesk.adapter.rest.tikting.wire.Items.PriorityItem;
import org.polydesk.adapter.rest.tikting.wire.Items.PriorityOrNull;
import org.polydesk.adapter.rest.tikting.wire.Items.StatusItem;
import org.polydesk.adapter.rest.tikting.wire.Items.TitledItem;
import org.polydesk.adapter.rest.tikting.wire.Items.TitledOrNull;

/** A ticket with all that belongs to it; what there is none of is {@code null}. */
@Schema(additionalProperties = AdditionalPropertiesValue.FALSE)
record TicketDetailsResponse(
    @JsonUnwrapped TicketResponse ticket,
    PersonItem creator,
    @Schema(implementation = PersonOrNull.class) PersonItem assignee,
    @Schema(implementation = NamedOrNull.class) NamedItem category,
    @Schema(implementation = NamedOrNull.class) NamedItem subCategory,
    @Schema(implementation = NamedOrNull.class) NamedItem item,
    @Schema(implementation = TitledOrNull.class) TitledItem site,
    @Schema(implementation = TitledOrNull.class) TitledItem department,
    @Schema(implementation = GroupOrNull.class) GroupItem group,
    @Schema(implementation = TitledOrNull.class) TitledItem level,
    @Schema(implementation = NamedOrNull.class) NamedItem client,
    StatusItem status,
    @Schema(implementation = PriorityOrNull.class) PriorityItem priority,
    @Schema(implementation = ResolutionOrNull.class) ResolutionItem resolution,
    List<AttachmentItem> attachments,
    @JsonProperty("isRead") @Shapes.Member boolean read,
    @JsonProperty("isOverdue") @Shapes.Member boolean overdue) {

  @Schema(additionalProperties = AdditionalPropertiesValue.FALSE)
  record PersonItem(String id, String fullName, String userName, String email) {}

  @Schema(additionalProperties = AdditionalPropertiesValue.FALSE)
  record ResolutionItem(String details, String submitBy, @Shapes.DateTime String submitDate) {}

  @Schema(additionalProperties = AdditionalPropertiesValue.FALSE)
  record AttachmentItem(
      long id,
      String fileName,
      String contentType,
      long size,
      @Shapes.DateTime String createdOn,
      @Shapes.OrNull String createdBy) {}

  @Schema(
      nullable = true,
      oneOf = {PersonItem.class, Shapes.Nothing.class})
  interface PersonOrNull {}

  @Schema(
      nullable = true,
      oneOf = {ResolutionItem.class, Shapes.Nothing.class})
  interface ResolutionOrNull {}
}
