package org.polydesk.bootstrap.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.polydesk.application.configuration.in.DeskPlan;
import org.polydesk.application.configuration.in.DeskPlan.PlannedKey;
import org.polydesk.application.configuration.in.DeskPlan.PlannedUser;
import org.polydesk.application.desk.DeskSetup;
import org.polydesk.domain.catalogue.CatalogueList;
import org.polydesk.domain.catalogue.CatalogueRow;
import org.polydesk.domain.desk.DeskSettings;
import org.polydesk.domain.desk.DeskSettings.AssignmentSettings;
import org.polydesk.domain.desk.DeskSettings.TicketDefaults;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.Violation;
import org.polydesk.domain.sla.CalendarId;
import org.polydesk.domain.sla.ClockKind;
import org.polydesk.domain.sla.SlaCatalogue;
import org.polydesk.domain.sla.SlaPolicyId;
import org.polydesk.domain.sla.SlaRule;
import org.polydesk.domain.sla.SlaTarget;
import org.polydesk.domain.sla.SlaTrait;
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

  @TempDir private Path directory;

  private List<DeskPlan> read(String yaml) throws IOException {
    Path file = Files.writeString(directory.resolve("desk.yaml"), yaml);
    return DeskFiles.read(file, id -> Optional.of(DEMO.setup()));
  }

  @Test
  void whatAFileLeavesOutShouldBeAsItIsInTheDesk() throws IOException {
    DeskPlan plan = read("desks: [{id: 1, lists: {SITE: [{id: 9, name: Attic}]}}]").get(0);

    DeskSetup demo = DEMO.setup();
    assertEquals(demo.slas(), plan.setup().slas());
    assertEquals(demo.fields(), plan.setup().fields());
    assertEquals(demo.desk(), plan.setup().desk());
    assertEquals(Optional.empty(), plan.topics());
    assertEquals(
        demo.catalogue().row(CatalogueList.ITEM, 1000),
        plan.setup().catalogue().row(CatalogueList.ITEM, 1000));
    assertEquals("Attic", plan.setup().catalogue().row(CatalogueList.SITE, 9).orElseThrow().name());
  }

  @Test
  void aDayWithoutWindowsMayBeLeftEmpty() throws IOException {
    DeskPlan plan =
        read("""
                desks:
                  - id: 1
                    calendars:
                      - id: 5
                        name: Weekdays
                        zone: UTC
                        minutesPerDay: 480
                        weekly: {MONDAY: ["09:00-17:00"], SATURDAY: }
                """)
            .get(0);

    assertTrue(plan.setup().slas().calendars().containsKey(new CalendarId(5)));
  }

  @Test
  void settingsShouldBeAsTheyAreButForWhatIsSaid() throws IOException {
    DeskPlan plan =
        read("""
                desks:
                  - id: 1
                    settings:
                      defaults: {siteId: 2, categoryId: ~}
                      assignment: {onCreate: true}
                      closeAfterDays: 3
                """)
            .get(0);

    DeskSettings before = DEMO.setup().desk().settings();
    TicketDefaults defaults = before.defaults();
    assertEquals(
        new DeskSettings(
            new TicketDefaults(
                Optional.of(2),
                defaults.tierLevelId(),
                defaults.statusId(),
                defaults.priorityId(),
                Optional.empty(),
                defaults.departmentId()),
            before.statuses(),
            new AssignmentSettings(true, false, before.assignment().strategy()),
            before.notifications(),
            before.reopening(),
            Optional.empty(),
            Optional.of(Duration.ofDays(3)),
            before.autoCreateRequester()),
        plan.setup().desk().settings());
  }

  /** Each place of a whole desk, one after the other, left out or empty. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void nothingThatIsMissingShouldBeMoreThanARefusal(boolean left) throws IOException {
    YAMLMapper yaml = new YAMLMapper();
    JsonNode whole = yaml.readTree(DeskFilesTest.class.getResourceAsStream("whole.yaml"));
    int refused = 0;
    for (int place = 0; ; place++) {
      JsonNode damaged = whole.deepCopy();
      if (!damage(damaged.get("desks").get(0), new AtomicInteger(place), left)) {
        break;
      }
      try {
        read(yaml.writeValueAsString(damaged));
      } catch (DeskException e) {
        refused++;
      }
    }
    assertTrue(refused > 30, refused + " refusals");
  }

  private static boolean damage(JsonNode node, AtomicInteger toGo, boolean left) {
    if (node instanceof ObjectNode object) {
      for (String name :
          List.copyOf(object.properties()).stream().map(Map.Entry::getKey).toList()) {
        if (toGo.getAndDecrement() == 0) {
          return left ? object.remove(name) != null : object.putNull(name) != null;
        }
        if (damage(object.get(name), toGo, left)) {
          return true;
        }
      }
    }
    if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        if (toGo.getAndDecrement() == 0) {
          return left ? array.remove(i) != null : array.setNull(i) != null;
        }
        if (damage(array.get(i), toGo, left)) {
          return true;
        }
      }
    }
    return false;
  }

  @Test
  void rulesShouldBeAllRulesAndAskedByTheirRank() throws IOException {
    DeskPlan plan =
        read("""
                desks:
                  - id: 1
                    slas:
                      rules:
                        - {rank: 2, conditions: {SITE: 2, TYPE: 3}, policyId: 1}
                        - {rank: 1, active: false, policyId: 1}
                """)
            .get(0);

    SlaCatalogue slas = plan.setup().slas();
    SlaPolicyId standard = new SlaPolicyId(1);
    assertEquals(
        List.of(
            new SlaRule(1, false, Map.of(), standard),
            new SlaRule(2, true, Map.of(SlaTrait.SITE, 2L, SlaTrait.TYPE, 3L), standard)),
        slas.rules());
    assertEquals(DEMO.setup().slas().policies(), slas.policies());
    assertEquals(Optional.of(standard), slas.defaultPolicy());
  }

  @Test
  void defaultPolicyShouldBeTakenAwayByZero() throws IOException {
    DeskPlan plan = read("desks: [{id: 1, slas: {defaultId: 0}}]").get(0);

    assertEquals(Optional.empty(), plan.setup().slas().defaultPolicy());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          desks: [                                          | line 1 is no YAML
          {}                                                | there is no list of desks
          desks: [{name: x}]                                | a desk has no number as its id
          desks: [{id: 1, nmae: x}]                         | nmae is unknown or has no such value
          desks: [{id: 1, statuses: [{id: 1, type: OPENED}]}] | statuses[0].type is unknown or has no such value
          desks: [{id: 1, calendars: [{id: 1, name: x, minutesPerDay: 480, zone: Mars}]}] | Unknown time-zone ID: Mars
          desks: [{id: 1, calendars: [{id: 1}]}]            | calendars[0].name must not be left out
          desks: [{id: 1, slas: {policies: [{id: 1, name: x}]}}] | slas.policies[0].calendarId must not be left out
          desks: [{id: 1, people: [{userName: x, email: ~, role: MEMBER}]}] | people[0].email must not be empty
          desks: [{id: 1, keys: [~]}]                       | keys[0] must not be empty
          desks: [{id: 1, topics: [{key: x, english: y}]}]  | topics[0].russian must not be left out
          desks: [{id: 1, settings: {assignment: {strategy: ~}}}] | settings.assignment.strategy must not be empty
          desks: [{id: 1, settings: {nmae: ~}}]             | settings.nmae is unknown or has no such value
          desks: [{id: 1, settings: 5}]                     | settings is unknown or has no such value
          desks: [{id: 1, slas: {rules: [{conditions: {COLOR: 1}, policyId: 1}]}}] | slas.rules[0].conditions is unknown or has no such value
          """)
  void aFileThatMakesNoSenseShouldBeRefusedWithASentence(String yaml, String sentence) {
    DeskException refusal = assertThrows(DeskException.class, () -> read(yaml));

    assertEquals(
        directory.resolve("desk.yaml") + ": " + sentence, refusal.violations().get(0).sentence());
  }

  @Test
  void aNewDeskShouldNeedWhatEveryDeskHas() throws IOException {
    Path file = Files.writeString(directory.resolve("desk.yaml"), "desks: [{id: 7}]");

    DeskException refusal =
        assertThrows(DeskException.class, () -> DeskFiles.read(file, id -> Optional.empty()));

    assertEquals(
        List.of("name", "publicId", "settings", "statuses", "lists", "slas"),
        refusal.violations().stream().map(Violation::field).toList());
  }
}
