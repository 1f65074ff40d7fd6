package org.polydesk.adapter.rest.simple.taas.desk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.polydesk.adapter.rest.simple.taas.wire.FieldJson;
import org.polydesk.adapter.rest.simple.taas.wire.Priorities;
import org.polydesk.adapter.rest.simple.taas.wire.TaasJson;
import org.polydesk.adapter.rest.simple.taas.wire.Workflow;
import org.polydesk.application.desk.DeskSetup;
import org.polydesk.application.ticket.in.ReadForTeamUseCase.TeamDesk;
import org.polydesk.domain.catalogue.CustomField;
import org.polydesk.domain.catalogue.FieldKind;
import org.polydesk.domain.desk.Desk;
import org.polydesk.domain.sla.ClockKind;
import org.polydesk.domain.sla.EscalationLevel;
import org.polydesk.domain.sla.EscalationThreshold;
import org.polydesk.domain.sla.SlaPolicy;
import org.polydesk.domain.sla.SlaTarget;
import org.polydesk.domain.sla.TimeWindow;
import org.polydesk.domain.user.EmailAddress;
import org.polydesk.domain.user.User;

/** Writes the desk. Source: docs/dialects/taas.md, section "The instance". */
final class InstanceMapper {
  private static final double SECONDS_OF_HOUR = 3_600;
  private static final double MINUTES_OF_HOUR = 60;

  private InstanceMapper() {}

  static ObjectNode toItem(TeamDesk found) {
    Desk desk = found.setup().desk();
    String id = desk.publicId().toString();
    ObjectNode item =
        TaasJson.object()
            .put("id", id)
            .put("groupId", id)
            .put("name", desk.name())
            .put("instanceName", desk.name())
            .put("displayName", desk.name())
            .put("code", Long.toString(desk.id().value()))
            .put("instanceType", "team")
            .put("enabled", true)
            .put("tenantId", id)
            .put("teamId", id)
            .put("channelId", id)
            .putNull("subscriptionId")
            .putNull("mailAddress");
    item.set("customFields", customFields(found.fields()));
    item.set("customFieldsLeft", customFields(found.fields()));
    item.putArray("customFieldsRight");
    ArrayNode left = item.putArray("optionalFieldsLeft");
    left.add(field("priority", "Priority", Priorities.WORDS));
    left.add(field("expectedDate", "Expected date", List.of()));
    item.putArray("optionalFieldsRight").add(field("tags", "Tags", List.of()));
    ObjectNode assignees = item.putObject("assignees").put("type", "customAssignee");
    ArrayNode peoples = assignees.putArray("peoples");
    found.assignees().stream()
        .filter(User::isAssignable)
        .forEach(user -> peoples.add(person(user)));
    item.putArray("assigneeRules");
    item.putArray("defaultRuleAssignee");
    item.put("isAutomaticAssignTickets", desk.settings().assignment().onCreate());
    item.put("isAutoAssignIdleTickets", false)
        .put("dayBeforeTicketsIdle", 0)
        .put("isNotifyIdleTicket", false);
    item.putArray("idleTicketAssignedTo");
    item.set("sla", sla(found.setup()));
    ObjectNode alerts = item.putObject("alertNotification");
    alerts.set("serviceLevelAgreement", agreement(found.setup()));
    alerts
        .putObject("expectedDate")
        .put("isDueInNotifOn", false)
        .put("dueInNotifDays", 0)
        .put("isDueTodayNotifOn", false)
        .put("isOverdueNotifOn", false)
        .put("overdueNotifDays", 0);
    ArrayNode workflows = item.putArray("workflows");
    workflows
        .addObject()
        .put("id", "default")
        .put("label", "Default")
        .put("isCustomWorkflow", false)
        .set("workflow", Workflow.json(found.setup()));
    return item;
  }

  private static ArrayNode customFields(List<CustomField> fields) {
    ArrayNode all = TaasJson.object().arrayNode();
    fields.forEach(field -> all.add(customField(field)));
    return all;
  }

  private static ObjectNode customField(CustomField field) {
    ObjectNode item =
        TaasJson.object().put("id", field.publicId().toString()).put("title", field.name());
    item.set("type", type(field.kind()));
    item.put("isMandatory", field.mandatory()).put("status", field.hidden() ? "hidden" : "visible");
    item.set(
        "defaultValue",
        field
            .defaultValue()
            .map(value -> FieldJson.write(field, value))
            .orElseGet(NullNode::getInstance));
    ArrayNode options = item.putArray("options");
    field
        .options()
        .forEach(option -> options.addObject().put("key", option.key()).put("text", option.text()));
    return item.put("isMultiple", field.multiple())
        .put("choosePeopleFrom", "tenant")
        .put("isSeeTicket", false)
        .put("isReceiveNotification", false)
        .put("isMultipleSection", field.multiple())
        .put("isReceiveEmailNotification", false);
  }

  private static ObjectNode type(FieldKind kind) {
    return switch (kind) {
      case TEXT -> type("1_text", "Text", "TextField");
      case MULTILINE_TEXT -> type("2_textarea", "Text area", "TextDocument");
      case DATE -> type("3_date", "Date", "Calendar");
      case CHECKBOX -> type("4_toggle", "Toggle", "ToggleRight");
      case DROP_DOWN -> type("5_list", "List", "BulletedList");
      case PEOPLE -> type("6_peoplepicker", "People picker", "People");
      case EMAILS -> type("7_emailpicker", "Email picker", "Mail");
    };
  }

  private static ObjectNode type(String key, String text, String icon) {
    ObjectNode type = TaasJson.object().put("key", key).put("text", text);
    type.putObject("data").put("icon", icon).put("color", "#6264A7");
    return type;
  }

  /** A field that every ticket has; its type is a text and its id no UUID. */
  private static ObjectNode field(String id, String title, List<String> options) {
    ObjectNode field =
        TaasJson.object()
            .put("id", id)
            .put("title", title)
            .put("type", id)
            .put("isMandatory", false)
            .put("status", "visible")
            .putNull("defaultValue");
    ArrayNode all = field.putArray("options");
    options.forEach(option -> all.addObject().put("key", option).put("text", option));
    return field.put("isMultiple", id.equals("tags"));
  }

  private static ObjectNode person(User user) {
    return TaasJson.object()
        .put("id", user.id().toString())
        .put("name", user.displayName())
        .put("email", user.email().map(EmailAddress::text).orElse(""));
  }

  private static Optional<SlaPolicy> policy(DeskSetup setup) {
    return setup.slas().defaultPolicy().map(id -> setup.slas().policies().get(id));
  }

  private static ObjectNode sla(DeskSetup setup) {
    ObjectNode sla = TaasJson.object();
    sla.set("frt", targets(setup, ClockKind.FIRST_RESPONSE));
    sla.set("rt", targets(setup, ClockKind.RESOLUTION));
    return sla;
  }

  private static ObjectNode targets(DeskSetup setup, ClockKind kind) {
    ObjectNode group = TaasJson.object();
    for (int i = 0; i < Priorities.WORDS.size(); i++) {
      Optional<SlaTarget> target = target(setup, kind, i + 1);
      ObjectNode entry =
          group
              .putObject(Priorities.WORDS.get(i).toLowerCase(Locale.ROOT))
              .put("enabled", target.isPresent());
      target.ifPresent(found -> entry.put("duration", hours(found)).put("unit", "hours"));
    }
    group
        .putObject("escalation")
        .put("enabled", escalates(setup, kind))
        .set("escalationAssignee", nobody());
    return group;
  }

  private static ObjectNode nobody() {
    return TaasJson.object().put("id", "").put("name", "").put("email", "");
  }

  private static Optional<SlaTarget> target(DeskSetup setup, ClockKind kind, int priority) {
    return policy(setup).flatMap(found -> found.target(kind, Optional.of(priority)));
  }

  private static boolean escalates(DeskSetup setup, ClockKind kind) {
    return policy(setup)
        .filter(found -> found.levels().stream().anyMatch(level -> level.kind() == kind))
        .isPresent();
  }

  private static double hours(SlaTarget target) {
    return target.seconds() / SECONDS_OF_HOUR;
  }

  /** The same under its older names. */
  private static ObjectNode agreement(DeskSetup setup) {
    List<TimeWindow> windows = windows(setup);
    ObjectNode agreement = TaasJson.object().put("slaWeek", "1_weekdays");
    agreement.set(
        "slaStartTime", time(windows.stream().mapToInt(TimeWindow::startSecond).min().orElse(0)));
    agreement.set(
        "slaEndTime",
        time(
            windows.stream()
                .mapToInt(TimeWindow::endSecond)
                .max()
                .orElse(TimeWindow.SECONDS_OF_DAY)));
    for (int i = 0; i < Priorities.WORDS.size(); i++) {
      older(agreement, "frt", target(setup, ClockKind.FIRST_RESPONSE, i + 1), i);
      older(agreement, "rt", target(setup, ClockKind.RESOLUTION, i + 1), i);
    }
    escalation(agreement, "FirstResponseTime", ClockKind.FIRST_RESPONSE, setup);
    escalation(agreement, "ResolutionTime", ClockKind.RESOLUTION, setup);
    return agreement;
  }

  private static void escalation(
      ObjectNode agreement, String clock, ClockKind kind, DeskSetup setup) {
    agreement
        .put("isBreaches" + clock, escalates(setup, kind))
        .put("breachesHours" + clock, hoursToEscalation(setup, kind));
    agreement.putArray("breachesAssignee" + clock);
  }

  /** From the due instant to the first escalation after it. */
  private static double hoursToEscalation(DeskSetup setup, ClockKind kind) {
    return policy(setup).stream()
        .flatMap(found -> found.levels().stream())
        .filter(level -> level.kind() == kind)
        .map(EscalationLevel::threshold)
        .filter(EscalationThreshold.Offset.class::isInstance)
        .mapToDouble(offset -> ((EscalationThreshold.Offset) offset).minutes() / MINUTES_OF_HOUR)
        .filter(hours -> hours >= 0)
        .min()
        .orElse(0);
  }

  /** When the desk works in a usual week. */
  private static List<TimeWindow> windows(DeskSetup setup) {
    return policy(setup)
        .map(found -> setup.slas().calendars().get(found.calendarId()))
        .map(calendar -> calendar.hours().weekly().values())
        .map(days -> days.stream().flatMap(List::stream).toList())
        .orElse(List.of());
  }

  private static ObjectNode time(int second) {
    int minutes = second / (int) MINUTES_OF_HOUR;
    return TaasJson.object()
        .put("hours", minutes / (int) MINUTES_OF_HOUR)
        .put("minutes", minutes % (int) MINUTES_OF_HOUR);
  }

  private static void older(
      ObjectNode agreement, String clock, Optional<SlaTarget> target, int priority) {
    String word = Priorities.WORDS.get(priority);
    String capital = clock.substring(0, 1).toUpperCase(Locale.ROOT) + clock.substring(1);
    agreement.put("is" + capital + word, target.isPresent());
    target.ifPresent(
        found ->
            agreement
                .put(clock + word + "Duration", hours(found))
                .put(clock + word + "Time", "1_hours"));
  }
}
