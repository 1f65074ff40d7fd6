package org.polydesk.domain.sla;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.ErrorCode;

class SlaCatalogueTest {
  private static final DeskCalendar ALWAYS =
      new DeskCalendar(
          new CalendarId(1), "Always", 480, BusinessCalendar.alwaysOpen(ZoneOffset.UTC));
  private static final SlaPolicyId GOLD = new SlaPolicyId(1);
  private static final SlaPolicyId SILVER = new SlaPolicyId(2);
  private static final SlaPolicyId BRONZE = new SlaPolicyId(3);
  private static final int HIGH = 3;

  private static SlaPolicy policy(SlaPolicyId id, EscalationLevel... levels) {
    return new SlaPolicy(
        id,
        "Policy " + id.value(),
        ALWAYS.id(),
        Map.of(ClockKind.RESOLUTION, Map.of(HIGH, SlaTarget.ofMinutes(240))),
        List.of(levels),
        ReopenPolicy.CONTINUE,
        RetargetMode.RETROACTIVE);
  }

  private static SlaCatalogue catalogue(Optional<SlaPolicyId> defaultPolicy, SlaRule... rules) {
    return new SlaCatalogue(
        Map.of(ALWAYS.id(), ALWAYS),
        Map.of(GOLD, policy(GOLD), SILVER, policy(SILVER), BRONZE, policy(BRONZE)),
        List.of(rules),
        defaultPolicy);
  }

  private static Optional<SlaPolicyId> chosen(
      SlaCatalogue catalogue, Optional<SlaPolicyId> asked, Map<SlaTrait, Long> traits) {
    return catalogue.choose(asked, traits).map(SlaPolicy::id);
  }

  @Test
  void chooseShouldTakeTheOneAskedForFirst() {
    SlaCatalogue catalogue = catalogue(Optional.of(BRONZE), new SlaRule(1, true, Map.of(), SILVER));

    assertEquals(Optional.of(GOLD), chosen(catalogue, Optional.of(GOLD), Map.of()));
  }

  @Test
  void chooseShouldRefuseOneThatTheDeskDoesNotHave() {
    SlaCatalogue catalogue = catalogue(Optional.of(BRONZE));

    var refusal =
        assertThrows(
            DeskException.class, () -> catalogue.choose(Optional.of(new SlaPolicyId(9)), Map.of()));

    assertEquals(ErrorCode.INVALID_FIELD, refusal.code());
    assertEquals("slaId", refusal.violations().get(0).field());
  }

  @Test
  void chooseShouldTakeTheFirstActiveMatchingRuleByRank() {
    SlaCatalogue catalogue =
        catalogue(
            Optional.of(BRONZE),
            new SlaRule(3, true, Map.of(), BRONZE),
            new SlaRule(2, true, Map.of(SlaTrait.SITE, 7L), SILVER),
            new SlaRule(1, false, Map.of(), GOLD));

    assertEquals(
        Optional.of(SILVER), chosen(catalogue, Optional.empty(), Map.of(SlaTrait.SITE, 7L)));
    assertEquals(
        Optional.of(BRONZE), chosen(catalogue, Optional.empty(), Map.of(SlaTrait.SITE, 8L)));
  }

  @Test
  void chooseShouldFallBackToTheDefaultAndThenToNone() {
    SlaRule never = new SlaRule(1, true, Map.of(SlaTrait.SITE, 7L), GOLD);

    assertEquals(
        Optional.of(BRONZE),
        chosen(catalogue(Optional.of(BRONZE), never), Optional.empty(), Map.of()));
    assertEquals(
        Optional.empty(), chosen(catalogue(Optional.empty(), never), Optional.empty(), Map.of()));
  }

  @ParameterizedTest
  @EnumSource
  void ruleShouldAskForEachOfItsTraits(SlaTrait trait) {
    SlaTrait another = SlaTrait.values()[(trait.ordinal() + 1) % SlaTrait.values().length];
    SlaRule rule = new SlaRule(1, true, Map.of(trait, 1L, another, 2L), GOLD);

    assertTrue(rule.matches(Map.of(trait, 1L, another, 2L)));
    assertFalse(rule.matches(Map.of(trait, 2L, another, 2L)));
    assertFalse(rule.matches(Map.of(another, 2L)));
  }

  @Test
  void termsShouldPromiseNothingWithoutAPriority() {
    SlaCatalogue catalogue = catalogue(Optional.empty());

    SlaTerms high = catalogue.termsOf(Optional.of(GOLD), Optional.of(HIGH));
    SlaTerms low = catalogue.termsOf(Optional.of(GOLD), Optional.of(1));
    SlaTerms without = catalogue.termsOf(Optional.of(GOLD), Optional.empty());

    assertEquals(Optional.of(SlaTarget.ofMinutes(240)), high.target(ClockKind.RESOLUTION));
    assertEquals(Optional.empty(), high.target(ClockKind.NEXT_RESPONSE));
    assertTrue(high.promisesResolution());
    assertFalse(low.promisesResolution());
    assertEquals(Map.of(), without.targets());
    assertEquals(Optional.of(GOLD), without.policyId());
  }

  @Test
  void termsShouldBeNoneWithoutAPolicy() {
    SlaCatalogue catalogue = catalogue(Optional.empty());

    assertEquals(SlaTerms.NONE, catalogue.termsOf(Optional.empty(), Optional.of(HIGH)));
    assertEquals(
        SlaTerms.NONE, catalogue.termsOf(Optional.of(new SlaPolicyId(9)), Optional.of(HIGH)));
  }

  @Test
  void constructorShouldRefuseReferencesToNothing() {
    Map<CalendarId, DeskCalendar> calendars = Map.of(ALWAYS.id(), ALWAYS);
    Map<SlaPolicyId, SlaPolicy> policies = Map.of(GOLD, policy(GOLD));
    SlaRule stray = new SlaRule(1, true, Map.of(), BRONZE);

    assertThrows(
        DeskException.class,
        () -> new SlaCatalogue(Map.of(), policies, List.of(), Optional.empty()));
    assertThrows(
        DeskException.class,
        () -> new SlaCatalogue(calendars, policies, List.of(stray), Optional.empty()));
    assertThrows(
        DeskException.class,
        () -> new SlaCatalogue(calendars, policies, List.of(), Optional.of(BRONZE)));
  }

  @Test
  void policyShouldRefuseTwoLevelsOfOneNumberOnAClock() {
    EscalationLevel one = EscalationLevel.atOffset(1, ClockKind.RESOLUTION, 0);
    EscalationLevel twin = EscalationLevel.atOffset(1, ClockKind.RESOLUTION, 60);
    EscalationLevel other = EscalationLevel.atOffset(1, ClockKind.FIRST_RESPONSE, 0);

    assertThrows(DeskException.class, () -> policy(GOLD, one, twin));
    assertEquals(List.of(other, one), policy(GOLD, one, other).levels());
  }

  @ParameterizedTest
  @CsvSource({"0", "1441"})
  void calendarShouldRefuseADayThatIsNone(int minutesPerDay) {
    assertThrows(
        DeskException.class,
        () -> new DeskCalendar(ALWAYS.id(), "Always", minutesPerDay, ALWAYS.hours()));
  }

  @Test
  void calendarShouldTurnDaysIntoMinutes() {
    assertEquals(SlaTarget.ofMinutes(960), ALWAYS.days(2));
  }

  @Test
  void namesShouldBeThereAndShort() {
    String longest = "x".repeat(100);

    assertEquals(longest, new DeskCalendar(ALWAYS.id(), longest, 1, ALWAYS.hours()).name());
    assertThrows(
        DeskException.class, () -> new DeskCalendar(ALWAYS.id(), longest + "x", 1, ALWAYS.hours()));
    assertThrows(
        DeskException.class, () -> new DeskCalendar(ALWAYS.id(), " ", 1440, ALWAYS.hours()));
  }

  @Test
  void targetShouldBeASecondToTenYears() {
    assertEquals(60, SlaTarget.ofMinutes(1).seconds());
    assertEquals(SlaTarget.MAX_SECONDS, SlaTarget.ofMinutes(SlaTarget.MAX_SECONDS / 60).seconds());
    assertThrows(DeskException.class, () -> SlaTarget.ofMinutes(0));
    assertThrows(DeskException.class, () -> new SlaTarget(0));
    assertThrows(DeskException.class, () -> new SlaTarget(SlaTarget.MAX_SECONDS + 1));
    assertThrows(DeskException.class, () -> SlaTarget.ofMinutes(Long.MAX_VALUE));
  }
}
