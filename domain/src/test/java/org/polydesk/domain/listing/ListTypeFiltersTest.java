package org.polydesk.domain.listing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.polydesk.domain.ticket.StatusType;
import org.polydesk.domain.user.UserId;

final class ListTypeFiltersTest {
  private static final Instant NOW = Instant.parse("2026-03-02T23:30:00.900Z");
  private static final UserId ME = new UserId(UUID.randomUUID());
  private static final UserId OTHER = new UserId(UUID.randomUUID());

  private static Viewer viewer(boolean member, boolean restricted) {
    return new Viewer(ME, Set.of(7), member, restricted, ZoneOffset.UTC, NOW);
  }

  private static final Viewer STAFF = viewer(false, false);
  private static final Viewer GUARDED = viewer(false, true);
  private static final Viewer MEMBER = viewer(true, true);

  private static TicketFacts ticket(UserId requester, StatusType status, Instant due) {
    return new TicketFacts(
        requester,
        Optional.of(OTHER),
        Optional.of(8),
        status,
        Optional.ofNullable(due),
        true,
        false,
        Set.of(),
        Set.of());
  }

  private static Set<ListType> listsOf(TicketFacts ticket, Viewer viewer) {
    return Arrays.stream(ListType.values())
        .filter(type -> type.visible().matches(ticket, viewer))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(ListType.class)));
  }

  @Test
  void visibleShouldShowAnOwnOpenTicketThatIsOverdueInItsLists() {
    TicketFacts ticket = ticket(ME, StatusType.OPEN, NOW.minusSeconds(60));

    assertEquals(
        EnumSet.of(
            ListType.MY_OPEN_OR_UNASSIGNED,
            ListType.MY_OPEN_TICKETS,
            ListType.MY_OVERDUE_TICKETS,
            ListType.MY_TICKETS_DUE_TODAY,
            ListType.MY_ESCALATED,
            ListType.ALL_ESCALATED,
            ListType.ALL_MY_TICKETS,
            ListType.OVERDUE_TICKETS,
            ListType.TICKETS_DUE_TODAY,
            ListType.ALL_TICKETS),
        listsOf(ticket, STAFF));
  }

  @Test
  void visibleShouldHideTheDeskFromThoseWhoSeeTheirOwnOnly() {
    TicketFacts foreign = ticket(OTHER, StatusType.OPEN, null);
    TicketFacts own = ticket(ME, StatusType.CLOSED, NOW.minusSeconds(60));

    assertEquals(Set.of(), listsOf(foreign, GUARDED));
    assertEquals(
        EnumSet.of(
            ListType.MY_ESCALATED,
            ListType.MY_COMPLETED_TICKETS,
            ListType.ALL_MY_TICKETS,
            ListType.COMPLETED_TICKETS,
            ListType.ALL_TICKETS),
        listsOf(own, MEMBER));
  }

  @ParameterizedTest
  @CsvSource({"-1, true", "0, false", "1, false"})
  void overdueShouldBeginTheSecondAfterTheDueDate(int seconds, boolean overdue) {
    Instant due = Instant.parse("2026-03-02T23:30:00Z").plusSeconds(seconds);

    assertEquals(
        overdue,
        ListType.OVERDUE_TICKETS.visible().matches(ticket(ME, StatusType.OPEN, due), STAFF));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-02T23:30:00Z, UTC, 2026-03-02T00:00:00Z, 2026-03-03T00:00:00Z",
    "2026-03-02T23:30:00Z, Asia/Kolkata, 2026-03-02T18:30:00Z, 2026-03-03T18:30:00Z",
    "2026-03-02T23:30:00Z, America/New_York, 2026-03-02T05:00:00Z, 2026-03-03T05:00:00Z",
    "2026-03-02T09:30:00Z, Pacific/Kiritimati, 2026-03-01T10:00:00Z, 2026-03-02T10:00:00Z",
    "2026-03-29T12:00:00Z, Europe/London, 2026-03-29T00:00:00Z, 2026-03-29T23:00:00Z",
    "2026-10-25T12:00:00Z, Europe/Paris, 2026-10-24T22:00:00Z, 2026-10-25T23:00:00Z",
    "2018-11-04T12:00:00Z, America/Sao_Paulo, 2018-11-04T03:00:00Z, 2018-11-05T02:00:00Z"
  })
  void todayShouldBeTheViewersOwn(Instant now, String zone, Instant from, Instant to) {
    Viewer viewer = new Viewer(ME, Set.of(), false, false, ZoneId.of(zone), now);

    assertEquals(new Viewer.DayWindow(from, to), viewer.today());
  }

  @ParameterizedTest
  @EnumSource(ListType.class)
  void isPersonalShouldHoldForWhoeverSeesHisOwnOnly(ListType type) {
    assertEquals(true, type.visible().isPersonal(GUARDED));
  }

  @Test
  void isPersonalShouldHoldForOwnListsOnly() {
    assertEquals(
        EnumSet.of(
            ListType.MY_OPEN_TICKETS,
            ListType.MY_TICKETS_ON_HOLD,
            ListType.MY_OVERDUE_TICKETS,
            ListType.MY_PENDING_TICKETS,
            ListType.MY_TICKETS_DUE_TODAY,
            ListType.MY_ESCALATED,
            ListType.MY_COMPLETED_TICKETS,
            ListType.ALL_MY_TICKETS,
            ListType.MY_OPEN_TASKS,
            ListType.MY_COMPLETED_TASKS),
        Arrays.stream(ListType.values())
            .filter(type -> type.visible().isPersonal(STAFF))
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(ListType.class))));
  }

  @ParameterizedTest
  @EnumSource(ListType.class)
  void ofShouldKnowEveryWordInAnyCase(ListType type) {
    assertEquals(Optional.of(type), ListType.of(type.word().toUpperCase(Locale.ROOT)));
    assertFalse(ListType.of(type.word() + "x").isPresent());
  }
}
