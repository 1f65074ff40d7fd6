package org.polydesk.domain.sla;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The worked examples of sla-vectors.json. */
class SlaVectorsTest {
  private static final JsonNode VECTORS = read();
  private static final Map<String, BusinessCalendar> CALENDARS = calendars();

  static Stream<Arguments> add() {
    return ofKind("add");
  }

  static Stream<Arguments> between() {
    return ofKind("between");
  }

  static Stream<Arguments> clock() {
    return ofKind("clock");
  }

  static Stream<Arguments> escalation() {
    return ofKind("escalation");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void add(String id, JsonNode vector) {
    Instant from = instant(vector, "startUtc");
    long seconds = vector.get("minutes").asLong() * 60 + vector.get("seconds").asLong();

    Optional<Instant> due = calendar(vector).add(from, seconds);

    assertEquals(Optional.of(instant(vector, "dueUtc")), due);
    assertEquals(
        OffsetDateTime.parse(vector.get("dueLocal").asText()),
        due.get().atZone(calendar(vector).zone()).toOffsetDateTime());
    assertEquals(seconds, calendar(vector).elapsed(from, due.get()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void between(String id, JsonNode vector) {
    long seconds = calendar(vector).elapsed(instant(vector, "startUtc"), instant(vector, "endUtc"));

    assertEquals(vector.get("businessMinutes").asDouble() * 60, seconds);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void clock(String id, JsonNode vector) {
    SlaTarget target = SlaTarget.ofMinutes(vector.get("minutes").asLong());
    SlaClock clock = null;
    for (JsonNode event : vector.get("events")) {
      clock = after(event, clock, target);
    }

    RunSegment running = clock.segments().get(clock.segments().size() - 1);
    SlaView view = clock.view(calendar(vector), running.from());

    assertEquals(vector.get("usedMinutesAtLastEvent").asDouble() * 60, view.usedSeconds());
    assertEquals(Optional.of(instant(vector, "dueUtc")), view.dueInForceAt());
    assertEquals(ClockState.RUNNING, view.state());
  }

  private static SlaClock after(JsonNode event, SlaClock clock, SlaTarget target) {
    Instant at = Instant.parse(event.get(1).asText());
    return switch (event.get(0).asText()) {
      case "start" -> SlaClock.start(ClockKind.RESOLUTION, Optional.of(target), at);
      case "pause" -> clock.pause(at);
      case "resume" -> clock.resume(at);
      case "stop" -> clock.stop(at);
      case "restart" -> clock.restart(at);
      case "retarget" ->
          clock.retarget(
              Optional.of(SlaTarget.ofMinutes(event.get(2).asLong())),
              RetargetMode.RETROACTIVE,
              at);
      default -> throw new IllegalArgumentException(event.toString());
    };
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void escalation(String id, JsonNode vector) {
    SlaClock clock =
        SlaClock.start(
            ClockKind.RESOLUTION,
            Optional.of(SlaTarget.ofMinutes(vector.get("minutes").asLong())),
            instant(vector, "startUtc"));

    for (JsonNode level : vector.get("levels")) {
      Optional<Instant> fires =
          EscalationLevel.atOffset(1, ClockKind.RESOLUTION, level.get("offsetMinutes").asLong())
              .firesAt(clock, calendar(vector));

      assertEquals(Optional.of(instant(level, "firesUtc")), fires);
    }
  }

  @Test
  void everyVectorShouldBeOfAKindThatIsTested() {
    long tested = Stream.of(add(), between(), clock(), escalation()).mapToLong(Stream::count).sum();

    assertEquals(VECTORS.get("vectors").size(), tested);
    assertFalse(VECTORS.get("vectors").isEmpty());
  }

  private static Stream<Arguments> ofKind(String kind) {
    return StreamSupport.stream(VECTORS.get("vectors").spliterator(), false)
        .filter(vector -> vector.get("kind").asText().equals(kind))
        .map(vector -> Arguments.of(vector.get("id").asText(), vector));
  }

  private static BusinessCalendar calendar(JsonNode vector) {
    return CALENDARS.get(vector.get("calendar").asText());
  }

  private static Instant instant(JsonNode vector, String field) {
    return Instant.parse(vector.get(field).asText());
  }

  private static JsonNode read() {
    try (InputStream json = SlaVectorsTest.class.getResourceAsStream("/sla-vectors.json")) {
      return new ObjectMapper().readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, BusinessCalendar> calendars() {
    Map<String, BusinessCalendar> calendars = new HashMap<>();
    VECTORS
        .get("calendars")
        .properties()
        .forEach(field -> calendars.put(field.getKey(), calendarOf(field.getValue())));
    return calendars;
  }

  private static BusinessCalendar calendarOf(JsonNode json) {
    BusinessCalendar.Builder calendar = BusinessCalendar.in(ZoneId.of(json.get("zone").asText()));
    json.get("weekly")
        .properties()
        .forEach(day -> calendar.open(weekday(day.getKey()), windows(day.getValue())));
    json.get("holidays")
        .properties()
        .forEach(day -> calendar.holiday(LocalDate.parse(day.getKey()), windows(day.getValue())));
    json.get("specialDays")
        .properties()
        .forEach(
            day -> calendar.specialDay(LocalDate.parse(day.getKey()), windows(day.getValue())));
    json.get("annualHolidays")
        .forEach(day -> calendar.annualHolidays(MonthDay.parse("--" + day.asText())));
    return calendar.build();
  }

  private static DayOfWeek weekday(String threeLetters) {
    return Arrays.stream(DayOfWeek.values())
        .filter(day -> day.name().startsWith(threeLetters))
        .findFirst()
        .orElseThrow();
  }

  private static TimeWindow[] windows(JsonNode json) {
    List<TimeWindow> windows =
        json.isTextual()
            ? List.of(TimeWindow.WHOLE_DAY)
            : StreamSupport.stream(json.spliterator(), false)
                .map(pair -> TimeWindow.of(pair.get(0).asText(), pair.get(1).asText()))
                .toList();
    return windows.toArray(TimeWindow[]::new);
  }
}
