package org.polydesk.adapter.rest.tikting.listing;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.AdditionalPropertiesValue;
import java.util.Optional;
import org.polydesk.adapter.rest.tikting.document.Shapes;
import org.polydesk.adapter.rest.tikting.wire.Items.StatusItem;
import org.polydesk.adapter.rest.tikting.wire.TicketSources;
import org.polydesk.adapter.rest.tikting.wire.WireDates;
import org.polydesk.application.ticket.out.TicketListings.TicketLine;
import org.polydesk.application.ticket.out.TicketReadings.Person;
import org.polydesk.domain.catalogue.Catalogue;
import org.polydesk.domain.catalogue.CatalogueList;
import org.polydesk.domain.catalogue.CatalogueRow;

/** A row of a list. */
@Schema(additionalProperties = AdditionalPropertiesValue.FALSE)
record TicketLineResponse(
    long id,
    long ticketId,
    String title,
    String subject,
    String requester,
    String requesterId,
    @Shapes.OrNull String technician,
    @Shapes.OrNull String technicianId,
    @Shapes.OrNull String priority,
    @Shapes.OrNull Integer priorityId,
    String status,
    int statusId,
    @Schema(implementation = Shapes.StatusType.class) int statusType,
    @Shapes.OrNull String group,
    @Shapes.OrNull Integer groupId,
    @Shapes.OrNull String category,
    @Shapes.OrNull String site,
    @Shapes.OrNull String department,
    @Schema(implementation = Shapes.TicketType.class) int ticketType,
    @Schema(implementation = Shapes.Source.class) int source,
    @Shapes.DateTime String createdOn,
    @Shapes.DateTime String updatedOn,
    @Shapes.DateTimeOrNull String dueDate,
    @JsonProperty("isOverdue") @Shapes.Member boolean overdue,
    @JsonProperty("isEscalated") @Shapes.Member boolean escalated,
    @JsonProperty("isRead") @Shapes.Member boolean read,
    boolean hasAttachments) {

  static TicketLineResponse of(TicketLine line, Catalogue catalogue) {
    StatusItem status = StatusItem.of(catalogue.existingStatus(line.statusId()));
    return new TicketLineResponse(
        line.number().value(),
        line.number().value(),
        line.subject(),
        line.subject(),
        line.requester().fullName(),
        line.requester().id().toString(),
        line.technician().map(Person::fullName).orElse(null),
        line.technician().map(person -> person.id().toString()).orElse(null),
        name(catalogue, CatalogueList.PRIORITY, line.priorityId()),
        line.priorityId().orElse(null),
        status.status(),
        status.id(),
        status.statusType(),
        name(catalogue, CatalogueList.GROUP, line.groupId()),
        line.groupId().orElse(null),
        name(catalogue, CatalogueList.CATEGORY, line.categoryId()),
        name(catalogue, CatalogueList.SITE, line.siteId()),
        name(catalogue, CatalogueList.DEPARTMENT, line.departmentId()),
        line.type().number(),
        TicketSources.numberOf(line.source()),
        WireDates.write(line.openedAt()),
        WireDates.write(line.updatedAt()),
        WireDates.writeOrNull(line.dueAt()),
        line.overdue(),
        line.escalated(),
        line.read(),
        line.hasAttachments());
  }

  private static String name(Catalogue catalogue, CatalogueList list, Optional<Integer> id) {
    return catalogue.row(list, id).map(CatalogueRow::name).orElse(null);
  }
}
