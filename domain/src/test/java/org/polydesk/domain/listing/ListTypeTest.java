package org.polydesk.domain.listing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.polydesk.domain.ticket.StatusType;
import org.polydesk.domain.user.UserId;

/** The twenty lists. Source: docs/dialects/tikting.md, section "List types". */
final class ListTypeTest {
  private static final Instant NOW = Instant.parse("2026-03-04T10:00:00Z");
  private static final UserId ME = new UserId(new UUID(1, 1));
  private static final UserId OTHER = new UserId(new UUID(1, 2));
  private static final int MY_GROUP = 7;

  private static final Viewer STAFF =
      new Viewer(ME, Set.of(MY_GROUP), false, false, ZoneOffset.UTC, NOW);
  private static final Viewer RESTRICTED =
      new Viewer(ME, Set.of(MY_GROUP), false, true, ZoneOffset.UTC, NOW);
  private static final Viewer MEMBER =
      new Viewer(ME, Set.of(MY_GROUP), true, true, ZoneOffset.UTC, NOW);

  /**
   * A ticket in words: a status type, then any of {@code asked} (by me), {@code mine} (to work on),
   * {@code taken} (by another technician), {@code group}, {@code late}, {@code today}, {@code
   * tomorrow}, {@code escalated}, {@code deleted}, {@code task}, {@code taskdone}. Asked by
   * somebody else, unassigned, in no group and without a due date otherwise.
   */
  private static TicketFacts ticket(String words) {
    List<String> said = List.of(words.split(" "));
    Optional<Instant> due =
        said.contains("late")
            ? Optional.of(NOW.minus(Duration.ofDays(2)))
            : said.contains("today")
                ? Optional.of(NOW.plusSeconds(60))
                : said.contains("tomorrow")
                    ? Optional.of(NOW.plus(Duration.ofDays(1)))
                    : Optional.empty();
    return new TicketFacts(
        said.contains("asked") ? ME : OTHER,
        said.contains("mine")
            ? Optional.of(ME)
            : said.contains("taken") ? Optional.of(OTHER) : Optional.empty(),
        said.contains("group") ? Optional.of(MY_GROUP) : Optional.of(8),
        StatusType.valueOf(said.get(0).toUpperCase(Locale.ROOT)),
        due,
        said.contains("escalated"),
        said.contains("deleted"),
        said.contains("task") ? Set.of(ME) : Set.of(OTHER),
        said.contains("taskdone") ? Set.of(ME) : Set.of());
  }

  private static Set<String> listsOf(String words, Viewer viewer) {
    TicketFacts ticket = ticket(words);
    return Arrays.stream(ListType.values())
        .filter(list -> list.visible().matches(ticket, viewer))
        .map(ListType::word)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void assertLists(String expected, String words, Viewer viewer) {
    assertEquals(
        expected == null ? Set.of() : new TreeSet<>(Set.of(expected.split(" "))),
        listsOf(words, viewer),
        words);
  }

  /** Every list is here with tickets that are in it and tickets that are not. */
  @ParameterizedTest
  @CsvSource({
    "open,AllTickets MyOpenOrUnassigned UnassignedTickets",
    "open taken,AllTickets",
    "open taken group,AllTickets AllMyGroups",
    "closed taken group,AllTickets AllMyGroups CompletedTickets",
    "open mine,AllTickets AllMyTickets MyOpenOrUnassigned MyOpenTickets",
    "open asked taken,AllTickets AllMyTickets MyOpenOrUnassigned MyOpenTickets",
    "pending,AllTickets UnassignedTickets PendingTickets",
    "pending mine,AllTickets AllMyTickets PendingTickets MyPendingTickets",
    "on_hold taken,AllTickets TicketsOnHold",
    "on_hold mine,AllTickets AllMyTickets TicketsOnHold MyTicketsOnhold",
    "resolved,AllTickets UnassignedTickets CompletedTickets",
    "resolved mine,AllTickets AllMyTickets CompletedTickets MyCompletedTickets",
    "closed asked taken,AllTickets AllMyTickets CompletedTickets MyCompletedTickets",
    "open taken late,AllTickets OverdueTickets",
    "open mine late,AllTickets AllMyTickets MyOpenOrUnassigned MyOpenTickets OverdueTickets MyOverdueTickets",
    "pending taken late,AllTickets PendingTickets OverdueTickets",
    "resolved taken late,AllTickets CompletedTickets",
    "closed mine late,AllTickets AllMyTickets CompletedTickets MyCompletedTickets",
    "open taken today,AllTickets TicketsDueToday",
    "open mine today,AllTickets AllMyTickets MyOpenOrUnassigned MyOpenTickets TicketsDueToday MyTicketsDueToday",
    "open taken tomorrow,AllTickets",
    "resolved mine today,AllTickets AllMyTickets CompletedTickets MyCompletedTickets",
    "open taken escalated,AllTickets AllEscalated",
    "open mine escalated,AllTickets AllMyTickets MyOpenOrUnassigned MyOpenTickets AllEscalated MyEscalated",
    "open taken task,AllTickets MyOpenTasks",
    "closed taken task,AllTickets MyOpenTasks CompletedTickets",
    "open taken taskdone,AllTickets MyCompletedTasks",
    "open mine late escalated deleted,"
  })
  void staffShouldSee(String words, String lists) {
    assertLists(lists, words, STAFF);
  }

  @ParameterizedTest
  @CsvSource({
    "open,",
    "open taken group,",
    "open taken escalated late,",
    "open mine,AllTickets AllMyTickets MyOpenOrUnassigned MyOpenTickets",
    "open asked,AllTickets AllMyTickets MyOpenOrUnassigned MyOpenTickets UnassignedTickets",
    "open mine group,AllTickets AllMyTickets AllMyGroups MyOpenOrUnassigned MyOpenTickets",
    "open taken task,AllTickets MyOpenTasks",
    "pending taken taskdone,AllTickets MyCompletedTasks PendingTickets",
    "open mine escalated,AllTickets AllMyTickets MyOpenOrUnassigned MyOpenTickets AllEscalated MyEscalated",
    "open mine deleted,"
  })
  void restrictedStaffShouldSeeTheirOwn(String words, String lists) {
    assertLists(lists, words, RESTRICTED);
  }

  @ParameterizedTest
  @CsvSource({
    "open,",
    "open taken late,",
    "closed asked taken,AllTickets AllMyTickets CompletedTickets MyCompletedTickets",
    "open asked taken escalated,AllTickets AllMyTickets MyOpenOrUnassigned MyOpenTickets MyEscalated"
  })
  void membersShouldSeeTheirOwnAndNothingEscalated(String words, String lists) {
    assertLists(lists, words, MEMBER);
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 0, 1})
  void overdueShouldBeginRightAfterTheDueDate(long secondsAfter) {
    Viewer viewer =
        new Viewer(ME, Set.of(), false, false, ZoneOffset.UTC, due().plusSeconds(secondsAfter));

    assertEquals(
        secondsAfter > 0, ListType.OVERDUE_TICKETS.visible().matches(ticket("open late"), viewer));
  }

  private static Instant due() {
    return ticket("open late").dueInForceAt().orElseThrow();
  }

  /** The table of day windows: 23 to 25 hours around clock changes. */
  @ParameterizedTest
  @CsvSource({
    "2026-03-02T23:30:00Z,UTC,2026-03-02T00:00:00Z,2026-03-03T00:00:00Z",
    "2026-03-02T23:30:00Z,Asia/Kolkata,2026-03-02T18:30:00Z,2026-03-03T18:30:00Z",
    "2026-03-02T23:30:00Z,America/New_York,2026-03-02T05:00:00Z,2026-03-03T05:00:00Z",
    "2026-03-02T09:30:00Z,Pacific/Kiritimati,2026-03-01T10:00:00Z,2026-03-02T10:00:00Z",
    "2026-03-02T10:30:00Z,Pacific/Kiritimati,2026-03-02T10:00:00Z,2026-03-03T10:00:00Z",
    "2026-03-29T12:00:00Z,Europe/London,2026-03-29T00:00:00Z,2026-03-29T23:00:00Z",
    "2026-10-25T12:00:00Z,Europe/Paris,2026-10-24T22:00:00Z,2026-10-25T23:00:00Z",
    "2018-11-04T12:00:00Z,America/Sao_Paulo,2018-11-04T03:00:00Z,2018-11-05T02:00:00Z"
  })
  void todayShouldBeTheViewersDay(Instant now, String zone, Instant from, Instant to) {
    Viewer viewer = new Viewer(ME, Set.of(), false, false, ZoneId.of(zone), now);

    assertEquals(new Viewer.DayWindow(from, to), viewer.today());
    assertDueToday(false, from.minusSeconds(1), viewer);
    assertDueToday(true, from, viewer);
    assertDueToday(true, to.minusSeconds(1), viewer);
    assertDueToday(false, to, viewer);
  }

  private static void assertDueToday(boolean expected, Instant due, Viewer viewer) {
    TicketFacts facts =
        new TicketFacts(
            OTHER,
            Optional.empty(),
            Optional.empty(),
            StatusType.OPEN,
            Optional.of(due),
            false,
            false,
            Set.of(),
            Set.of());
    assertEquals(
        expected, ListType.TICKETS_DUE_TODAY.visible().matches(facts, viewer), due.toString());
  }

  @ParameterizedTest
  @EnumSource(ListType.class)
  void ofShouldFindTheListByItsWordInAnyCase(ListType list) {
    assertEquals(Optional.of(list), ListType.of(list.word()));
    assertEquals(Optional.of(list), ListType.of(list.word().toUpperCase(Locale.ROOT)));
    assertEquals(Optional.of(list), ListType.of(list.word().toLowerCase(Locale.ROOT)));
  }

  @Test
  void ofShouldBeEmptyForOtherWords() {
    assertEquals(20, ListType.values().length);
    assertEquals(Optional.empty(), ListType.of("MyTickets"));
    assertEquals(Optional.empty(), ListType.of(""));
  }
}
