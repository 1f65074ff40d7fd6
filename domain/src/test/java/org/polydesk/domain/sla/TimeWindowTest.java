package org.polydesk.domain.sla;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.ErrorCode;

class TimeWindowTest {
  @ParameterizedTest
  @CsvSource({
    "00:00, 24:00, 0, 86400",
    "09:30, 13:00, 34200, 46800",
    "23:59:59, 24:00, 86399, 86400",
    "00:00, 00:00:01, 0, 1",
  })
  void ofShouldReadWallClockTimes(String start, String end, int from, int to) {
    TimeWindow window = TimeWindow.of(start, end);

    assertEquals(new TimeWindow(from, to), window);
    assertEquals(start, window.startText());
    assertEquals(end, window.endText());
    assertEquals(to - from, window.seconds());
  }

  @ParameterizedTest
  @CsvSource({
    "09:00, 09:00",
    "17:00, 09:00",
    "24:00, 24:00",
    "00:00, 24:01",
    "00:00, 24:00:01",
    "9:00, 17:00",
    "09:60, 17:00",
    "09:00:60, 17:00",
    "25:00, 26:00",
    "-1:00, 17:00",
    "noon, 17:00",
    ", 17:00",
    "09:00, ",
  })
  void ofShouldRefuseWhatIsNoWindow(String start, String end) {
    var refusal = assertThrows(DeskException.class, () -> TimeWindow.of(start, end));

    assertEquals(ErrorCode.INVALID_FIELD, refusal.code());
  }

  @ParameterizedTest
  @CsvSource({"-1, 10", "86400, 86401", "0, 86401", "10, 10"})
  void constructorShouldRefuseWhatLeavesTheDay(int start, int end) {
    assertThrows(DeskException.class, () -> new TimeWindow(start, end));
  }

  @Test
  void inOrderShouldSortAndLetWindowsTouch() {
    TimeWindow morning = TimeWindow.of("08:00", "12:00");
    TimeWindow afternoon = TimeWindow.of("12:00", "17:00");

    assertEquals(List.of(morning, afternoon), TimeWindow.inOrder(List.of(afternoon, morning)));
  }

  @Test
  void inOrderShouldRefuseAnOverlapOfASecond() {
    List<TimeWindow> windows =
        List.of(TimeWindow.of("12:00", "17:00"), TimeWindow.of("08:00", "12:00:01"));

    assertThrows(DeskException.class, () -> TimeWindow.inOrder(windows));
  }

  @ParameterizedTest
  @CsvSource({
    "00:00, 24:00, []",
    "12:00, 24:00, [09:00-12:00]",
    "00:00, 09:00, '[09:00-13:00, 14:00-17:00]'",
    "10:00, 11:00, '[09:00-10:00, 11:00-13:00, 14:00-17:00]'",
    "12:00, 15:00, '[09:00-12:00, 15:00-17:00]'",
    "13:00, 14:00, '[09:00-13:00, 14:00-17:00]'",
    "09:00, 13:00, [14:00-17:00]",
    "17:00, 18:00, '[09:00-13:00, 14:00-17:00]'",
  })
  void withoutShouldLeaveWhatIsNotClosed(String from, String to, String rest) {
    List<TimeWindow> open =
        List.of(TimeWindow.of("09:00", "13:00"), TimeWindow.of("14:00", "17:00"));

    List<TimeWindow> left = TimeWindow.without(open, List.of(TimeWindow.of(from, to)));

    assertEquals(rest, left.toString());
  }
}
