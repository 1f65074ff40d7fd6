package org.polydesk.adapter.rest.simple.helpdesk.ticket;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.polydesk.adapter.rest.simple.helpdesk.field.FieldResponse;
import org.polydesk.adapter.rest.simple.helpdesk.wire.HelpdeskJson;
import org.polydesk.adapter.rest.simple.helpdesk.wire.Words;
import org.polydesk.application.field.in.FilledField;
import org.polydesk.application.ticket.out.TicketBrowsing.BrowsedPerson;
import org.polydesk.application.ticket.out.TicketBrowsing.BrowsedTicket;
import org.polydesk.domain.catalogue.CatalogueList;
import org.polydesk.domain.ticket.Handling;
import org.polydesk.domain.ticket.Speaker;
import org.polydesk.domain.ticket.Ticket;

/** A ticket as lists show it. Source: docs/dialects/helpdesk.md, section "Tickets". */
public record TicketSummaryResponse(
    @JsonProperty("IssueID") long issueId,
    @JsonProperty("TicketID") long ticketId,
    int priority,
    @JsonProperty("StatusID") int statusId,
    String issueDate,
    String subject,
    String status,
    boolean updatedByUser,
    boolean updatedByPerformer,
    @JsonProperty("CategoryID") int categoryId,
    String userName,
    String technician,
    String firstName,
    String lastName,
    String dueDate,
    String techFirstName,
    String techLastName,
    String lastUpdated,
    boolean updatedForTechView,
    @JsonProperty("UserID") long userId,
    @JsonProperty("CompanyID") Integer companyId,
    String companyName,
    @JsonProperty("AssignedToUserID") Long assignedToUserId,
    String resolvedDate,
    @JsonProperty("SectionID") Integer sectionId,
    String category,
    String origin,
    String email,
    boolean hasChildren,
    @JsonProperty("LastUpdatedByUserID") Long lastUpdatedByUserId,
    String lastUpdatedUsername,
    String startDate,
    String viewingTechs,
    @JsonInclude(JsonInclude.Include.NON_NULL) List<FieldResponse> customFields) {

  /** The ticket as lists show it, without its custom fields. */
  public static TicketSummaryResponse of(BrowsedTicket browsed, Words words, boolean notes) {
    return of(browsed, words, notes, Optional.empty());
  }

  /**
   * The ticket as lists show it.
   *
   * @param fields its custom fields, of which those are shown that are set; empty to show none
   */
  static TicketSummaryResponse of(
      BrowsedTicket browsed, Words words, boolean notes, Optional<List<FilledField>> fields) {
    Ticket ticket = browsed.ticket();
    BrowsedPerson requester = browsed.requester();
    Optional<BrowsedPerson> technician = browsed.technician();
    Handling handling = ticket.handling();
    return new TicketSummaryResponse(
        ticket.number().value(),
        ticket.number().value(),
        Words.priority(ticket.classification().priorityId()),
        words.statusId(ticket.lifecycle().status()),
        HelpdeskJson.instant(ticket.lifecycle().openedAt()),
        ticket.subject().text(),
        words.status(ticket.lifecycle().status()),
        Updates.byUser(handling, notes),
        Updates.byPerformer(handling, notes),
        words.category(ticket.classification().categoryId()),
        login(requester),
        technician.map(TicketSummaryResponse::login).orElse(null),
        requester.name().first(),
        requester.name().last(),
        ticket.due().shownAt().map(HelpdeskJson::instant).orElse(null),
        technician.map(person -> person.name().first()).orElse(null),
        technician.map(person -> person.name().last()).orElse(null),
        HelpdeskJson.instant(ticket.updatedAt()),
        Updates.forTechnicians(handling, notes),
        requester.number(),
        requester.companyId().orElse(null),
        requester
            .companyId()
            .map(id -> words.name(CatalogueList.COMPANY, requester.companyId()))
            .orElse(null),
        technician.map(BrowsedPerson::number).orElse(null),
        Updates.resolvedAt(ticket).map(HelpdeskJson::instant).orElse(null),
        null,
        words.name(CatalogueList.CATEGORY, ticket.classification().categoryId()),
        Words.origin(ticket.source()),
        requester.email(),
        browsed.hasChildren(),
        browsed.updatedBy().or(browsed::createdBy).map(BrowsedPerson::number).orElse(null),
        browsed.updatedBy().or(browsed::createdBy).map(TicketSummaryResponse::login).orElse(""),
        handling.startedAt().map(HelpdeskJson::instant).orElse(null),
        null,
        fields.map(TicketSummaryResponse::set).orElse(null));
  }

  private static List<FieldResponse> set(List<FilledField> fields) {
    return fields.stream()
        .filter(filled -> filled.value().isPresent())
        .map(FieldResponse::of)
        .toList();
  }

  private static String login(BrowsedPerson person) {
    return person.userName().isEmpty() ? person.email() : person.userName();
  }

  /** Who wrote last, as this dialect's flags tell it. */
  static final class Updates {
    private Updates() {}

    static boolean byUser(Handling handling, boolean notes) {
      return !isNoted(handling, notes)
          && handling.lastSpeaker().filter(Speaker.CLIENT::equals).isPresent();
    }

    static boolean byPerformer(Handling handling, boolean notes) {
      return !isNoted(handling, notes)
          && handling.lastSpeaker().filter(Speaker.STAFF::equals).isPresent();
    }

    static boolean forTechnicians(Handling handling, boolean notes) {
      return isNoted(handling, notes);
    }

    static Optional<Instant> resolvedAt(Ticket ticket) {
      return ticket.lifecycle().closedAt().or(() -> ticket.lifecycle().resolvedAt());
    }

    /** A note is no news for those who may not read it. */
    private static boolean isNoted(Handling handling, boolean notes) {
      return notes && handling.noted();
    }
  }
}
