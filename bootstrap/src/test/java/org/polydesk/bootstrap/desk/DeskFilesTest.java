package org.polydesk.bootstrap.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.polydesk.application.configuration.in.DeskPlan;
import org.polydesk.application.configuration.in.DeskPlan.PlannedKey;
import org.polydesk.application.configuration.in.DeskPlan.PlannedUser;
import org.polydesk.domain.catalogue.CatalogueList;
import org.polydesk.domain.catalogue.CatalogueRow;
import org.polydesk.domain.sla.ClockKind;
import org.polydesk.domain.sla.SlaPolicyId;
import org.polydesk.domain.sla.SlaTarget;
import org.polydesk.domain.user.Permission;

class DeskFilesTest {
  private static final DeskPlan DEMO = DeskFiles.demo().get(0);

  @Test
  void demoShouldHaveItsEightPeopleInTheOrderOfTheirNumbers() {
    List<String> names = DEMO.people().stream().map(PlannedUser::userName).toList();

    assertEquals(List.of("admin", "alice", "bob", "rita", "carol", "dave", "mona", "svc"), names);
  }

  @Test
  void demoShouldStorePasswordsReadyMade() {
    assertTrue(DEMO.people().stream().allMatch(p -> p.password().orElseThrow().hashed()));
  }

  @Test
  void demoShouldTakeEveryPermissionFromDave() {
    PlannedUser dave = DEMO.people().get(5);

    assertEquals(Optional.of(Set.<Permission>of()), dave.permissions());
  }

  @Test
  void demoShouldKnowTheKeysOfBothDesks() {
    Set<String> secrets =
        DeskFiles.demo().stream()
            .flatMap(desk -> desk.keys().stream())
            .map(PlannedKey::secret)
            .collect(Collectors.toSet());

    assertEquals(
        Set.of(
            "demo-token-alice",
            "demo-token-carol",
            "demo-primary-key",
            "demo-secondary-key",
            "demo-panel-token",
            "demo-panel-token-dave",
            "other-primary-key"),
        secrets);
  }

  @Test
  void standardCatalogueShouldPutItemsUnderTheirSubcategories() {
    CatalogueRow thinkPad = DEMO.setup().catalogue().row(CatalogueList.ITEM, 1000).orElseThrow();

    assertEquals(Optional.of(100), thinkPad.parentId());
  }

  @Test
  void standardSlaShouldPromiseEightHoursForHighPriority() {
    Optional<SlaTarget> target =
        DEMO.setup()
            .slas()
            .policies()
            .get(new SlaPolicyId(1))
            .target(ClockKind.RESOLUTION, Optional.of(3));

    assertEquals(Optional.of(SlaTarget.ofMinutes(480)), target);
  }

  @Test
  void firstDeskShouldHaveTheStandardCatalogueAndNobodyInIt() {
    DeskPlan first = DeskFiles.firstDesk();

    assertEquals(7, first.setup().catalogue().statuses().size());
    assertEquals(List.of(), first.people());
    assertEquals(List.of(), first.keys());
  }
}
