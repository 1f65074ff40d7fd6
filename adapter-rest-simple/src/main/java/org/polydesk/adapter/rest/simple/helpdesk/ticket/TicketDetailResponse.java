package org.polydesk.adapter.rest.simple.helpdesk.ticket;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.polydesk.adapter.rest.simple.helpdesk.attachment.AttachmentResponse;
import org.polydesk.adapter.rest.simple.helpdesk.attachment.TicketFiles;
import org.polydesk.adapter.rest.simple.helpdesk.ticket.TicketSummaryResponse.Updates;
import org.polydesk.adapter.rest.simple.helpdesk.user.UserResponse;
import org.polydesk.adapter.rest.simple.helpdesk.wire.HelpdeskJson;
import org.polydesk.adapter.rest.simple.helpdesk.wire.Marker;
import org.polydesk.adapter.rest.simple.helpdesk.wire.TagResponse;
import org.polydesk.adapter.rest.simple.helpdesk.wire.Words;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.identity.Right;
import org.polydesk.application.ticket.in.ReadConversationUseCase.Conversation;
import org.polydesk.domain.catalogue.CatalogueList;
import org.polydesk.domain.ticket.Ticket;
import org.polydesk.domain.user.User;

/** One ticket. Source: docs/dialects/helpdesk.md, section "Tickets". */
public record TicketDetailResponse(
    UserResponse submitterUserInfo,
    String categoryName,
    UserResponse assigneeUserInfo,
    String url,
    List<String> viewingTechNames,
    String origin,
    @JsonProperty("IsActiveChat") boolean activeChat,
    List<TagResponse> tags,
    String onBehalfUserName,
    Map<String, String> integrations,
    String issueDate,
    String subject,
    String body,
    int priority,
    String dueDate,
    String startDate,
    long timeSpentInSeconds,
    String lastUpdated,
    boolean updatedByUser,
    boolean updatedByPerformer,
    boolean updatedForTechView,
    List<AttachmentResponse> attachments,
    String status,
    boolean statusStopTimeSpent,
    @JsonProperty("StatusID") int statusId,
    @JsonProperty("TicketID") long ticketId,
    @JsonProperty("IssueID") long issueId,
    @JsonProperty("UserID") long userId,
    @JsonProperty("AssignedToUserID") Long assignedToUserId,
    @JsonProperty("CategoryID") int categoryId,
    String resolvedDate,
    @JsonProperty("IsCurrentUserTechInThisCategory") boolean technicianHere,
    @JsonProperty("IsCurrentCategoryForTechsOnly") boolean categoryForTechnicians,
    boolean submittedByCurrentUser,
    @JsonProperty("IsInKb") boolean inKb,
    @JsonProperty("IsShared") boolean shared,
    String stats) {

  static TicketDetailResponse of(
      Conversation conversation,
      User requester,
      Optional<User> technician,
      Words words,
      Caller caller,
      String base) {
    Ticket ticket = conversation.ticket();
    boolean notes = caller.may(Right.READ_NOTES);
    return new TicketDetailResponse(
        UserResponse.of(requester, words, caller),
        words.name(CatalogueList.CATEGORY, ticket.classification().categoryId()),
        technician.map(user -> UserResponse.of(user, words, caller)).orElse(null),
        base + "/Ticket/" + ticket.number(),
        List.of(),
        Words.origin(ticket.source()),
        false,
        tags(ticket, words),
        conversation
            .authorOf(conversation.opening().entry())
            .filter(author -> !author.id().equals(ticket.people().requester()))
            .flatMap(User::userName)
            .orElse(null),
        Map.of(),
        HelpdeskJson.instant(ticket.lifecycle().openedAt()),
        ticket.subject().text(),
        Marker.with(conversation.opening().entry().body()),
        Words.priority(ticket.classification().priorityId()),
        ticket.due().shownAt().map(HelpdeskJson::instant).orElse(null),
        ticket.handling().startedAt().map(HelpdeskJson::instant).orElse(null),
        ticket.handling().timeSpent().toSeconds(),
        HelpdeskJson.instant(ticket.updatedAt()),
        Updates.byUser(ticket.handling(), notes),
        Updates.byPerformer(ticket.handling(), notes),
        Updates.forTechnicians(ticket.handling(), notes),
        TicketFiles.of(conversation, base),
        words.status(ticket.lifecycle().status()),
        ticket.lifecycle().status().pausesClock(),
        words.statusId(ticket.lifecycle().status()),
        ticket.number().value(),
        ticket.number().value(),
        requester.number(),
        technician.map(User::number).orElse(null),
        words.category(ticket.classification().categoryId()),
        Updates.resolvedAt(ticket).map(HelpdeskJson::instant).orElse(null),
        isTechnicianHere(ticket, caller),
        words.isForTechnicians(ticket.classification().categoryId()),
        caller.is(ticket.people().requester()),
        false,
        false,
        null);
  }

  private static List<TagResponse> tags(Ticket ticket, Words words) {
    return ticket.classification().tagIds().stream()
        .flatMap(id -> words.catalogue().tag(id).stream())
        .map(TagResponse::of)
        .toList();
  }

  private static boolean isTechnicianHere(Ticket ticket, Caller caller) {
    return ticket
        .classification()
        .categoryId()
        .filter(id -> caller.user().filter(user -> user.categories().contains(id)).isPresent())
        .isPresent();
  }
}
