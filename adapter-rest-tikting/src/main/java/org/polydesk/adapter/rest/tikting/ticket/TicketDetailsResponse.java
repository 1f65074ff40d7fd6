package org.polydesk.adapter.rest.tikting.ticket;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.polydesk.adapter.rest.tikting.wire.Items.GroupItem;
import org.polydesk.adapter.rest.tikting.wire.Items.NamedItem;
import org.polydesk.adapter.rest.tikting.wire.Items.PriorityItem;
import org.polydesk.adapter.rest.tikting.wire.Items.StatusItem;
import org.polydesk.adapter.rest.tikting.wire.Items.TitledItem;

/** A ticket with all that belongs to it; what there is none of is {@code null}. */
record TicketDetailsResponse(
    @JsonUnwrapped TicketResponse ticket,
    PersonItem creator,
    PersonItem assignee,
    NamedItem category,
    NamedItem subCategory,
    NamedItem item,
    TitledItem site,
    TitledItem department,
    GroupItem group,
    TitledItem level,
    NamedItem client,
    StatusItem status,
    PriorityItem priority,
    ResolutionItem resolution,
    List<AttachmentItem> attachments,
    @JsonProperty("isRead") boolean read,
    @JsonProperty("isOverdue") boolean overdue) {

  record PersonItem(String id, String fullName, String userName, String email) {}

  record ResolutionItem(String details, String submitBy, String submitDate) {}

  record AttachmentItem(
      long id,
      String fileName,
      String contentType,
      long size,
      String createdOn,
      String createdBy) {}
}
