package org.polydesk.domain.sla;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.Violation;

/**
 * A stretch of one local day, its start included and its end not. A window over midnight is two of
 * them.
 *
 * @param startSecond seconds after local midnight, 0 to 86 399
 * @param endSecond seconds after local midnight, more than {@code startSecond}, at most 86 400,
 *     which is 24:00
 */
public record TimeWindow(int startSecond, int endSecond) {
  /** The local seconds of a day, as a wall clock counts them. */
  public static final int SECONDS_OF_DAY = 86_400;

  /** 00:00 to 24:00. */
  public static final TimeWindow WHOLE_DAY = new TimeWindow(0, SECONDS_OF_DAY);

  private static final Pattern TIME =
      Pattern.compile("([01][0-9]|2[0-4]):([0-5][0-9])(?::([0-5][0-9]))?");

  /** Refuses, with {@code INVALID_FIELD}, a window that is empty or leaves its day. */
  public TimeWindow {
    if (startSecond < 0 || startSecond >= endSecond || endSecond > SECONDS_OF_DAY) {
      throw DeskException.invalid(
          Violation.refused(
              "window",
              "A window must start before it ends, between 00:00 and 24:00: %s to %s."
                  .formatted(text(startSecond), text(endSecond))));
    }
  }

  /**
   * The window between two wall-clock times.
   *
   * @param start {@code HH:mm} or {@code HH:mm:ss}
   * @param end the same; may be {@code 24:00}
   * @throws DeskException {@code INVALID_FIELD} for a text that is no such time and for an empty
   *     window
   */
  public static TimeWindow of(String start, String end) {
    return new TimeWindow(secondOfDay(start), secondOfDay(end));
  }

  /** How long it lasts on a day without a clock change, in seconds. */
  public int seconds() {
    return endSecond - startSecond;
  }

  /** Its start as {@code HH:mm}, with {@code :ss} when it has seconds. */
  public String startText() {
    return text(startSecond);
  }

  /** Its end as {@code HH:mm}, with {@code :ss} when it has seconds; {@code 24:00} at midnight. */
  public String endText() {
    return text(endSecond);
  }

  /**
   * {@code windows} in the order of the day.
   *
   * @throws DeskException {@code INVALID_FIELD} when two of them overlap; touching is fine
   */
  static List<TimeWindow> inOrder(List<TimeWindow> windows) {
    List<TimeWindow> sorted = new ArrayList<>(windows);
    sorted.sort(Comparator.comparingInt(TimeWindow::startSecond));
    for (int i = 1; i < sorted.size(); i++) {
      if (sorted.get(i).startSecond < sorted.get(i - 1).endSecond) {
        throw DeskException.invalid(
            Violation.refused(
                "window",
                "Windows of one day overlap: %s and %s."
                    .formatted(sorted.get(i - 1), sorted.get(i))));
      }
    }
    return List.copyOf(sorted);
  }

  /** What is left of {@code open} when {@code closed} is taken away; both in the order of a day. */
  static List<TimeWindow> without(List<TimeWindow> open, List<TimeWindow> closed) {
    List<TimeWindow> rest = new ArrayList<>();
    for (TimeWindow window : open) {
      int from = window.startSecond;
      for (TimeWindow gap : closed) {
        if (gap.startSecond > from && gap.startSecond < window.endSecond) {
          rest.add(new TimeWindow(from, gap.startSecond));
        }
        if (gap.startSecond < window.endSecond) {
          from = Math.max(from, gap.endSecond);
        }
      }
      if (from < window.endSecond) {
        rest.add(new TimeWindow(from, window.endSecond));
      }
    }
    return List.copyOf(rest);
  }

  private static int secondOfDay(String text) {
    Matcher time = TIME.matcher(text == null ? "" : text);
    if (!time.matches()) {
      throw DeskException.invalid(Violation.malformed("window", String.valueOf(text)));
    }
    int seconds = time.group(3) == null ? 0 : Integer.parseInt(time.group(3));
    return Integer.parseInt(time.group(1)) * 3600 + Integer.parseInt(time.group(2)) * 60 + seconds;
  }

  private static String text(int secondOfDay) {
    String minutes = twoDigits(secondOfDay / 3600) + ':' + twoDigits(secondOfDay / 60 % 60);
    return secondOfDay % 60 == 0 ? minutes : minutes + ':' + twoDigits(secondOfDay % 60);
  }

  private static String twoDigits(int number) {
    return number >= 0 && number < 10 ? "0" + number : Integer.toString(number);
  }

  @Override
  public String toString() {
    return startText() + '-' + endText();
  }
}
