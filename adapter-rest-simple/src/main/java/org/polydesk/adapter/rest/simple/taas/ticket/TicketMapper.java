package org.polydesk.adapter.rest.simple.taas.ticket;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.polydesk.adapter.rest.shared.ParameterMap;
import org.polydesk.adapter.rest.shared.TextFormats;
import org.polydesk.adapter.rest.simple.taas.wire.FieldJson;
import org.polydesk.adapter.rest.simple.taas.wire.Priorities;
import org.polydesk.adapter.rest.simple.taas.wire.States;
import org.polydesk.adapter.rest.simple.taas.wire.TaasJson;
import org.polydesk.adapter.rest.simple.taas.wire.Workflow;
import org.polydesk.application.desk.DeskSetup;
import org.polydesk.application.ticket.SentPerson;
import org.polydesk.application.ticket.in.ReadForTeamUseCase.FoundTicket;
import org.polydesk.application.ticket.in.ReadForTeamUseCase.TeamTicket;
import org.polydesk.application.ticket.out.SentRecords.SentRole;
import org.polydesk.application.ticket.out.TicketBrowsing.BrowsedClock;
import org.polydesk.application.ticket.out.TicketBrowsing.BrowsedPerson;
import org.polydesk.application.ticket.out.TicketBrowsing.BrowsedResolution;
import org.polydesk.application.ticket.out.TicketBrowsing.BrowsedTicket;
import org.polydesk.domain.ticket.Closure;
import org.polydesk.domain.ticket.ClosureCode;
import org.polydesk.domain.ticket.Ticket;
import org.polydesk.domain.ticket.TicketSource;

/** Writes tickets. Source: docs/dialects/taas.md, section "A ticket". */
final class TicketMapper {
  private static final String HTML = "description_HTML";

  private final DeskSetup setup;
  private final Optional<Set<String>> selected;
  private final boolean withHtml;

  private TicketMapper(DeskSetup setup, Optional<Set<String>> selected, boolean withHtml) {
    this.setup = setup;
    this.selected = selected;
    this.withHtml = withHtml;
  }

  /** Writes the fields that the request selects, or all. */
  static TicketMapper selecting(ParameterMap parameters, DeskSetup setup) {
    Optional<Set<String>> selected =
        parameters
            .first("select")
            .filter(text -> !text.isBlank())
            .map(
                text ->
                    Arrays.stream(text.split(","))
                        .map(name -> name.strip().toLowerCase(Locale.ROOT))
                        .collect(Collectors.toCollection(HashSet::new)));
    selected.ifPresent(
        names -> {
          names.add("id");
          if (names.contains("ticketid") || names.contains("ticketno")) {
            names.addAll(List.of("ticketid", "ticketno"));
          }
        });
    return new TicketMapper(setup, selected, includes(parameters, HTML));
  }

  /** One whole ticket with its workflow. */
  static ObjectNode single(ParameterMap parameters, FoundTicket found) {
    TicketMapper mapper =
        new TicketMapper(found.setup(), Optional.empty(), includes(parameters, HTML));
    ObjectNode item = mapper.toItem(found.ticket());
    item.set("workflow", Workflow.json(found.setup()));
    return item;
  }

  static boolean includes(ParameterMap parameters, String name) {
    return parameters.all("include").stream()
        .flatMap(text -> Arrays.stream(text.split(",")))
        .anyMatch(text -> text.strip().equalsIgnoreCase(name));
  }

  ObjectNode toItem(TeamTicket found) {
    ObjectNode item = whole(found);
    if (withHtml) {
      item.put(HTML, TextFormats.forHtmlField(found.ticket().description()));
    }
    selected.ifPresent(
        names -> {
          Set<String> kept = new HashSet<>(names);
          if (withHtml) {
            kept.add(HTML.toLowerCase(Locale.ROOT));
          }
          people(names, item);
          List.copyOf(item.properties())
              .forEach(
                  member -> {
                    if (!kept.contains(member.getKey().toLowerCase(Locale.ROOT))) {
                      item.remove(member.getKey());
                    }
                  });
        });
    return item;
  }

  /** Names and addresses alone, which only those get who select them. */
  private static void people(Set<String> names, ObjectNode item) {
    for (String role : List.of("requestor", "assignee")) {
      for (String part : List.of("Name", "Email")) {
        if (names.contains((role + part).toLowerCase(Locale.ROOT))) {
          item.set(role + part, item.path(role).path(part.toLowerCase(Locale.ROOT)));
        }
      }
    }
  }

  private ObjectNode whole(TeamTicket found) {
    BrowsedTicket browsed = found.ticket();
    Ticket ticket = browsed.ticket();
    ObjectNode item =
        TaasJson.object()
            .put("id", ticket.guid().toString())
            .put("ticketId", ticket.number().value())
            .put("ticketNo", ticket.number().value())
            .put("title", ticket.subject().text())
            .put("description", TextFormats.forPlainField(browsed.description()))
            .put("status", States.of(ticket.lifecycle().status(), setup).word(setup));
    item.set("requestor", Names.json(requester(found)));
    item.set("assignee", Names.json(assignee(found)));
    item.put("priority", ticket.classification().priorityId().map(Priorities::word).orElse(null));
    item.put("expectedDate", TaasJson.instant(ticket.due().manualDueAt()));
    item.set("tags", tags(ticket));
    item.set("customFields", values(found));
    item.put("createdOn", TaasJson.instant(ticket.lifecycle().openedAt()))
        .put("lastUpdatedOn", TaasJson.instant(ticket.updatedAt()))
        .put("lastInteraction", TaasJson.instant(ticket.updatedAt()))
        .put("firstResponseOn", TaasJson.instant(ticket.firstResponseAt()))
        .put("firstResolutionOn", TaasJson.instant(ticket.lifecycle().firstResolvedAt()))
        .put("lastResolutionOn", TaasJson.instant(ticket.lifecycle().lastResolvedAt()));
    Optional<SentPerson> creator = creator(found);
    item.set("createdBy", Names.json(creator));
    item.set("lastUpdatedBy", Names.json(updater(found, creator)));
    item.put(
            "resolution",
            ticket.lifecycle().closure().flatMap(Closure::code).map(ClosureCode::text).orElse(null))
        .put(
            "lastResolutionComment",
            browsed.resolved().map(BrowsedResolution::details).orElse(null));
    ArrayNode resolved = item.putArray("resolvedStatus");
    Arrays.stream(States.values())
        .filter(States::isResolved)
        .forEach(state -> resolved.add(state.word()));
    item.put("isCustomWorkflow", false);
    if (Workflow.hasSla(setup)) {
      clocks(browsed, item);
    }
    item.put("assigneeUnseenEventCnt", found.unseen().byClients())
        .put("requestorUnseenEventCnt", found.unseen().byStaff())
        .putNull("trackingId");
    return item.put("origin", origin(ticket.source()));
  }

  private static void clocks(BrowsedTicket ticket, ObjectNode item) {
    item.put("isFrtBreached", isBreached(ticket.firstResponse()))
        .put("isRtBreached", isBreached(ticket.resolution()))
        .put("isFrtEscalated", isEscalated(ticket.firstResponse()))
        .put("isRtEscalated", isEscalated(ticket.resolution()));
  }

  private static boolean isBreached(Optional<BrowsedClock> clock) {
    return clock.filter(BrowsedClock::breached).isPresent();
  }

  private static boolean isEscalated(Optional<BrowsedClock> clock) {
    return clock.filter(found -> found.escalationLevel() > 0).isPresent();
  }

  private static SentPerson requester(TeamTicket found) {
    BrowsedPerson requester = found.ticket().requester();
    return found
        .sent()
        .person(SentRole.REQUESTER, Optional.of(requester.id()))
        .orElseGet(() -> Names.of(requester));
  }

  /** Whoever was named, be he nobody's technician, unless the desk chose somebody else. */
  private static Optional<SentPerson> assignee(TeamTicket found) {
    Optional<BrowsedPerson> technician = found.ticket().technician();
    return found
        .sent()
        .person(SentRole.ASSIGNEE, technician.map(BrowsedPerson::id))
        .or(() -> technician.map(Names::of));
  }

  private static Optional<SentPerson> creator(TeamTicket found) {
    return found
        .ticket()
        .createdBy()
        .map(
            person ->
                found
                    .sent()
                    .person(SentRole.CREATOR, Optional.of(person.id()))
                    .orElseGet(() -> Names.of(person)));
  }

  private static Optional<SentPerson> updater(TeamTicket found, Optional<SentPerson> creator) {
    Optional<BrowsedPerson> updater = found.ticket().updatedBy();
    if (updater.isEmpty()) {
      return creator;
    }
    return updater.map(
        person ->
            found
                .sent()
                .person(SentRole.UPDATER, Optional.of(person.id()))
                .orElseGet(() -> Names.of(person)));
  }

  private ArrayNode tags(Ticket ticket) {
    ArrayNode tags = TaasJson.object().arrayNode();
    ticket.classification().tagIds().stream()
        .flatMap(id -> setup.catalogue().tag(id).stream())
        .forEach(
            tag ->
                tags.addObject()
                    .put("tagCategoryId", tag.category().toString())
                    .put("text", tag.text()));
    return tags;
  }

  private static ObjectNode values(TeamTicket found) {
    ObjectNode values = TaasJson.object();
    new TreeMap<>(found.sent().values())
        .forEach((key, text) -> values.set(key, TaasJson.value(text)));
    found
        .fields()
        .forEach(
            filled ->
                filled
                    .value()
                    .ifPresent(
                        value ->
                            values.set(
                                filled.field().publicId().toString(),
                                FieldJson.write(filled.field(), value))));
    return values;
  }

  private static String origin(TicketSource source) {
    return switch (source) {
      case MANUAL -> "Manual";
      case API, TEAMS -> "API";
      case EMAIL -> "Email";
      case PORTAL -> "Portal";
      case HELPDESK -> "Helpdesk";
      case WIDGET -> "Widget";
      case SCHEDULER -> "Scheduler";
      case MOBILE -> "Mobile";
      case PHONE -> "Phone";
      case CHAT -> "Chat";
      case IN_PERSON -> "InPerson";
    };
  }
}
