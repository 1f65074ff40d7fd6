package org.polydesk.adapter.persistence.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.polydesk.domain.sla.BusinessCalendar;
import org.polydesk.domain.sla.CalendarId;
import org.polydesk.domain.sla.ClockKind;
import org.polydesk.domain.sla.EscalationAction;
import org.polydesk.domain.sla.EscalationLevel;
import org.polydesk.domain.sla.EscalationThreshold;
import org.polydesk.domain.sla.ReopenPolicy;
import org.polydesk.domain.sla.RetargetMode;
import org.polydesk.domain.sla.SlaPolicy;
import org.polydesk.domain.sla.SlaPolicyId;
import org.polydesk.domain.sla.SlaTarget;
import org.polydesk.domain.sla.TimeWindow;

/** Calendars and policies as JSON texts; they are always read and written whole. */
final class SlaDefinitions {
  private final ObjectMapper json =
      new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

  /** Windows are lists such as {@code 09:00-12:00}, days ISO texts, weekdays English names. */
  private record CalendarText(
      String zone,
      Map<String, List<String>> weekly,
      Map<String, List<String>> holidays,
      List<String> annualHolidays,
      Map<String, List<String>> specialDays) {}

  /** Targets are seconds by kind of clock and priority. */
  private record PolicyText(
      Map<ClockKind, Map<Integer, Long>> targets,
      List<LevelText> levels,
      ReopenPolicy reopening,
      RetargetMode retargeting) {}

  /** Either the offset or the percentage is there. */
  private record LevelText(
      int number, ClockKind kind, Long offsetMinutes, Integer percent, List<ActionText> actions) {}

  private record ActionText(ActionKind kind, UUID userId, Integer priorityId) {}

  private enum ActionKind {
    NOTIFY_TECHNICIAN,
    NOTIFY_USER,
    ASSIGN_TO,
    RAISE_PRIORITY
  }

  String text(BusinessCalendar calendar) {
    return write(
        new CalendarText(
            calendar.zone().getId(),
            texts(calendar.weekly()),
            texts(calendar.holidays()),
            calendar.annualHolidays().stream().map(MonthDay::toString).sorted().toList(),
            texts(calendar.specialDays())));
  }

  private static Map<String, List<String>> texts(Map<?, List<TimeWindow>> days) {
    Map<String, List<String>> texts = new TreeMap<>();
    days.forEach(
        (day, windows) ->
            texts.put(day.toString(), windows.stream().map(TimeWindow::toString).toList()));
    return texts;
  }

  BusinessCalendar calendar(String text) {
    CalendarText read = read(text, CalendarText.class);
    return new BusinessCalendar(
        ZoneId.of(read.zone()),
        days(read.weekly(), DayOfWeek::valueOf),
        days(read.holidays(), LocalDate::parse),
        read.annualHolidays().stream().map(MonthDay::parse).collect(Collectors.toSet()),
        days(read.specialDays(), LocalDate::parse));
  }

  private static <D> Map<D, List<TimeWindow>> days(
      Map<String, List<String>> texts, Function<String, D> day) {
    return texts.entrySet().stream()
        .collect(Collectors.toMap(e -> day.apply(e.getKey()), e -> windows(e.getValue())));
  }

  private static List<TimeWindow> windows(Collection<String> texts) {
    return texts.stream()
        .map(text -> text.split("-"))
        .map(ends -> TimeWindow.of(ends[0], ends[1]))
        .toList();
  }

  String text(SlaPolicy policy) {
    Map<ClockKind, Map<Integer, Long>> targets =
        policy.targets().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> seconds(e.getValue())));
    return write(
        new PolicyText(
            targets,
            policy.levels().stream().map(SlaDefinitions::text).toList(),
            policy.reopening(),
            policy.retargeting()));
  }

  private static Map<Integer, Long> seconds(Map<Integer, SlaTarget> targets) {
    return targets.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().seconds()));
  }

  private static LevelText text(EscalationLevel level) {
    EscalationThreshold threshold = level.threshold();
    return new LevelText(
        level.number(),
        level.kind(),
        threshold instanceof EscalationThreshold.Offset offset ? offset.minutes() : null,
        threshold instanceof EscalationThreshold.Percent percent ? percent.percent() : null,
        level.actions().stream().map(SlaDefinitions::text).toList());
  }

  private static ActionText text(EscalationAction action) {
    if (action instanceof EscalationAction.NotifyUser notify) {
      return new ActionText(ActionKind.NOTIFY_USER, notify.userId(), null);
    }
    if (action instanceof EscalationAction.AssignTo assign) {
      return new ActionText(ActionKind.ASSIGN_TO, assign.userId(), null);
    }
    if (action instanceof EscalationAction.RaisePriority raise) {
      return new ActionText(ActionKind.RAISE_PRIORITY, null, raise.priorityId());
    }
    return new ActionText(ActionKind.NOTIFY_TECHNICIAN, null, null);
  }

  SlaPolicy policy(SlaPolicyId id, String name, CalendarId calendar, String text) {
    PolicyText read = read(text, PolicyText.class);
    Map<ClockKind, Map<Integer, SlaTarget>> targets =
        read.targets().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> targets(e.getValue())));
    return new SlaPolicy(
        id,
        name,
        calendar,
        targets,
        read.levels().stream().map(SlaDefinitions::level).toList(),
        read.reopening(),
        read.retargeting());
  }

  private static Map<Integer, SlaTarget> targets(Map<Integer, Long> seconds) {
    return seconds.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> new SlaTarget(e.getValue())));
  }

  private static EscalationLevel level(LevelText text) {
    EscalationThreshold threshold =
        text.percent() == null
            ? new EscalationThreshold.Offset(text.offsetMinutes())
            : new EscalationThreshold.Percent(text.percent());
    return new EscalationLevel(
        text.number(),
        text.kind(),
        threshold,
        text.actions().stream().map(SlaDefinitions::action).toList());
  }

  private static EscalationAction action(ActionText text) {
    return switch (text.kind()) {
      case NOTIFY_TECHNICIAN -> new EscalationAction.NotifyTechnician();
      case NOTIFY_USER -> new EscalationAction.NotifyUser(text.userId());
      case ASSIGN_TO -> new EscalationAction.AssignTo(text.userId());
      case RAISE_PRIORITY -> new EscalationAction.RaisePriority(text.priorityId());
    };
  }

  private String write(Object definition) {
    try {
      return json.writeValueAsString(definition);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a definition cannot be written", e);
    }
  }

  private <T> T read(String text, Class<T> type) {
    try {
      return json.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored definition cannot be read", e);
    }
  }
}
