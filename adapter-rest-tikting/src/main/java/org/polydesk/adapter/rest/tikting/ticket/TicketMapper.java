package org.polydesk.adapter.rest.tikting.ticket;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.polydesk.adapter.rest.shared.TextFormats;
import org.polydesk.adapter.rest.tikting.ticket.TicketDetailsResponse.AttachmentItem;
import org.polydesk.adapter.rest.tikting.ticket.TicketDetailsResponse.PersonItem;
import org.polydesk.adapter.rest.tikting.ticket.TicketDetailsResponse.ResolutionItem;
import org.polydesk.adapter.rest.tikting.wire.Items.GroupItem;
import org.polydesk.adapter.rest.tikting.wire.Items.NamedItem;
import org.polydesk.adapter.rest.tikting.wire.Items.PriorityItem;
import org.polydesk.adapter.rest.tikting.wire.Items.StatusItem;
import org.polydesk.adapter.rest.tikting.wire.Items.TitledItem;
import org.polydesk.adapter.rest.tikting.wire.TicketSources;
import org.polydesk.adapter.rest.tikting.wire.WireDates;
import org.polydesk.application.ticket.in.FindTicketUseCase.TicketDetails;
import org.polydesk.application.ticket.out.TicketReadings.Person;
import org.polydesk.application.ticket.out.TicketReadings.ResolutionNote;
import org.polydesk.domain.attachment.Attachment;
import org.polydesk.domain.catalogue.Catalogue;
import org.polydesk.domain.catalogue.CatalogueList;
import org.polydesk.domain.catalogue.CatalogueRow;
import org.polydesk.domain.conversation.Body;
import org.polydesk.domain.ticket.Classification;
import org.polydesk.domain.ticket.Closure;
import org.polydesk.domain.ticket.Lifecycle;
import org.polydesk.domain.ticket.Ticket;
import org.polydesk.domain.user.EmailAddress;
import org.polydesk.domain.user.UserId;

/** Tickets in the dialect's words. Source: docs/dialects/tikting.md, section "Shapes". */
final class TicketMapper {
  private TicketMapper() {}

  static RegisteredResponse toRegistered(Ticket ticket, Body description, JsonCasing casing) {
    TicketResponse response = toResponse(ticket, description);
    return new RegisteredResponse(response, casing.capitalId(response.id()));
  }

  static RaisedResponse toRaised(TicketDetails details, JsonCasing casing) {
    return new RaisedResponse(
        toDetails(details), casing.capitalId(details.reading().ticket().number().value()));
  }

  static TicketResponse toResponse(Ticket ticket, Body description) {
    Classification ids = ticket.classification();
    Lifecycle life = ticket.lifecycle();
    return new TicketResponse(
        ticket.number().value(),
        ticket.guid().toString(),
        ticket.subject().text(),
        TextFormats.forHtmlField(description),
        cc(ticket.people().cc()),
        ids.type().number(),
        TicketSources.numberOf(ticket.source()),
        ticket.people().requester().toString(),
        ticket.people().technician().map(UserId::toString).orElse(null),
        ids.siteId().orElse(null),
        ids.departmentId().orElse(null),
        life.status().id(),
        ids.priorityId().orElse(null),
        ids.categoryId().orElse(null),
        ids.subCategoryId().orElse(null),
        ids.itemId().orElse(null),
        ids.tierLevelId().orElse(null),
        ticket.people().groupId().orElse(null),
        ids.companyId().orElse(null),
        ids.serviceId().orElse(null),
        ids.impactId().orElse(null),
        ids.urgencyId().orElse(null),
        ticket.slaId().orElse(null),
        ids.templateId().map(UUID::toString).orElse(null),
        ids.tagIds(),
        WireDates.write(life.openedAt()),
        WireDates.write(ticket.updatedAt()),
        WireDates.writeOrNull(ticket.due().shownAt()),
        WireDates.writeOrNull(ticket.due().responseDueAt()),
        WireDates.writeOrNull(ticket.firstResponseAt()),
        WireDates.writeOrNull(life.resolvedAt()),
        WireDates.writeOrNull(life.closedAt()),
        life.closure().flatMap(Closure::code).map(ClosureCodes::numberOf).orElse(null),
        life.locked(),
        ticket.escalation().active(),
        ticket.escalation().level(),
        life.isDeleted(),
        WireDates.writeOrNull(life.deletedAt()),
        ticket.version());
  }

  static TicketDetailsResponse toDetails(TicketDetails details) {
    Ticket ticket = details.reading().ticket();
    Names names = new Names(details.catalogue(), ticket);
    return new TicketDetailsResponse(
        toResponse(ticket, details.reading().description()),
        person(details.reading().requester()),
        details.reading().technician().map(TicketMapper::person).orElse(null),
        names.of(CatalogueList.CATEGORY, NamedItem::of),
        names.of(CatalogueList.SUB_CATEGORY, NamedItem::of),
        names.of(CatalogueList.ITEM, NamedItem::of),
        names.of(CatalogueList.SITE, TitledItem::of),
        names.of(CatalogueList.DEPARTMENT, TitledItem::of),
        names.of(CatalogueList.GROUP, GroupItem::of),
        names.of(CatalogueList.TIER_LEVEL, TitledItem::of),
        names.of(CatalogueList.COMPANY, NamedItem::of),
        StatusItem.of(ticket.lifecycle().status()),
        names.of(CatalogueList.PRIORITY, PriorityItem::of),
        details.reading().resolution().map(TicketMapper::resolution).orElse(null),
        details.attachments().stream().map(TicketMapper::attachment).toList(),
        details.reading().read(),
        details.overdue());
  }

  private record Names(Catalogue catalogue, Ticket ticket) {
    <T> T of(CatalogueList list, Function<CatalogueRow, T> shape) {
      Optional<Integer> id =
          list == CatalogueList.GROUP
              ? ticket.people().groupId()
              : ticket.classification().idIn(list);
      return catalogue.row(list, id).map(shape).orElse(null);
    }
  }

  private static PersonItem person(Person person) {
    return new PersonItem(
        person.id().toString(), person.fullName(), person.userName(), person.email());
  }

  private static ResolutionItem resolution(ResolutionNote note) {
    return new ResolutionItem(
        note.details(), note.by().id().toString(), WireDates.write(note.at()));
  }

  private static AttachmentItem attachment(Attachment file) {
    return new AttachmentItem(
        file.id().value(),
        file.name().text(),
        file.mediaType(),
        file.size(),
        WireDates.write(file.addedAt()),
        file.addedBy().map(UserId::toString).orElse(null));
  }

  private static String cc(List<EmailAddress> addresses) {
    return addresses.isEmpty()
        ? null
        : addresses.stream().map(EmailAddress::text).collect(Collectors.joining(","));
  }
}
