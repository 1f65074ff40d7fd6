package org.polydesk.application.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.polydesk.application.configuration.in.DeskPlan;
import org.polydesk.application.configuration.in.DeskPlan.PlannedKey;
import org.polydesk.application.configuration.in.DeskPlan.PlannedPassword;
import org.polydesk.application.configuration.in.DeskPlan.PlannedUser;
import org.polydesk.application.desk.TagBook;
import org.polydesk.application.desk.out.Topics;
import org.polydesk.application.fixture.InMemoryPorts;
import org.polydesk.application.fixture.Setups;
import org.polydesk.application.identity.out.AccessKeyRepository.Kind;
import org.polydesk.application.identity.out.PlainPasswordHasher;
import org.polydesk.application.identity.out.PlainSecretHasher;
import org.polydesk.domain.catalogue.Topic;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.ErrorCode;
import org.polydesk.domain.user.EmailAddress;
import org.polydesk.domain.user.PersonName;
import org.polydesk.domain.user.Role;
import org.polydesk.domain.user.User;
import org.polydesk.domain.user.UserPreferences;

final class ApplyDeskPlanServiceTest {
  private static final DeskId OTHER = new DeskId(2);
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-02T12:00:00Z"), ZoneOffset.UTC);

  private final InMemoryPorts ports = new InMemoryPorts();
  private final PlainPasswordHasher passwords = new PlainPasswordHasher();
  private final PlainSecretHasher secrets = new PlainSecretHasher();
  private final Topics topics =
      new Topics() {
        @Override
        public List<Topic> of(DeskId desk) {
          return List.of();
        }

        @Override
        public void save(DeskId desk, List<Topic> topics) {}
      };
  private final ApplyDeskPlanService service =
      new ApplyDeskPlanService(
          ports.setups(),
          topics,
          new KnowledgePlans(
              ports.cannedAnswers(), ports.articles(), new TagBook(ports.setups()), CLOCK),
          ports.users(),
          ports.credentials(),
          ports.accessKeys(),
          passwords,
          secrets,
          ports.unitOfWork());

  private static PlannedUser person(String name, Role role, String password) {
    return new PlannedUser(
        Optional.empty(),
        name,
        new EmailAddress(name + "@x.test"),
        new PersonName(name, "Demo"),
        role,
        Optional.empty(),
        false,
        Set.of(),
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        UserPreferences.defaults(ZoneOffset.UTC),
        Optional.ofNullable(password).map(text -> new PlannedPassword(text, false)));
  }

  private static DeskPlan plan(DeskId desk, List<PlannedUser> people, PlannedKey... keys) {
    return new DeskPlan(Setups.aDeskSetup(desk), people, List.of(keys));
  }

  private static PlannedKey key(String secret, String userName) {
    return new PlannedKey(Kind.PANEL_TOKEN, "panel", secret, Optional.ofNullable(userName), false);
  }

  private User user(String name) {
    return ports.users().findByLogin(name).orElseThrow();
  }

  @Test
  void applyShouldMakeDeskPeopleAndKeys() {
    service.apply(
        plan(
            DeskId.DEFAULT,
            List.of(person("ann", Role.ADMINISTRATOR, "pw"), person("ben", Role.MEMBER, null)),
            key("s3cret", "ben")));

    assertEquals(Setups.aDeskSetup(DeskId.DEFAULT), ports.setups().existing(DeskId.DEFAULT));
    assertEquals(1, user("ann").number());
    assertEquals(2, user("ben").number());
    assertEquals(Role.ADMINISTRATOR.defaultPermissions(), user("ann").permissions());
    assertEquals(Optional.empty(), ports.credentials().find(user("ben").id()));
    assertEquals(
        Optional.of(user("ben").id()),
        ports.accessKeys().find(Kind.PANEL_TOKEN, secrets.hash("s3cret")).orElseThrow().user());
  }

  @Test
  void applyShouldChangeNothingTheSecondTime() {
    DeskPlan plan =
        plan(DeskId.DEFAULT, List.of(person("ann", Role.TECHNICIAN, "pw")), key("s", "ann"));
    service.apply(plan);
    User before = user("ann");
    String hash = ports.credentials().find(before.id()).orElseThrow().passwordHash();

    service.apply(plan);

    assertEquals(before, user("ann"));
    assertEquals(hash, ports.credentials().find(before.id()).orElseThrow().passwordHash());
  }

  @Test
  void applyShouldEndTokensWithTheOldPassword() {
    service.apply(plan(DeskId.DEFAULT, List.of(person("ann", Role.TECHNICIAN, "old"))));
    User before = user("ann");

    service.apply(plan(DeskId.DEFAULT, List.of(person("ann", Role.TECHNICIAN, "new"))));

    User after = user("ann");
    assertEquals(before.id(), after.id());
    assertEquals(before.number(), after.number());
    assertNotEquals(before.securityStamp(), after.securityStamp());
    String hash = ports.credentials().find(after.id()).orElseThrow().passwordHash();
    assertTrue(passwords.matches("new", hash));
  }

  @Test
  void applyShouldKeepTheStampWhenThePasswordStays() {
    service.apply(plan(DeskId.DEFAULT, List.of(person("ann", Role.TECHNICIAN, "pw"))));
    User before = user("ann");

    service.apply(plan(DeskId.DEFAULT, List.of(person("ann", Role.MEMBER, "pw"))));

    assertEquals(before.securityStamp(), user("ann").securityStamp());
    assertEquals(Role.MEMBER, user("ann").role());
  }

  @Test
  void applyShouldChangeNothingWhenAnythingIsWrong() {
    service.apply(plan(DeskId.DEFAULT, List.of(person("ann", Role.TECHNICIAN, "pw"))));

    var taken =
        assertThrows(
            DeskException.class,
            () ->
                service.apply(
                    plan(
                        OTHER,
                        List.of(
                            person("zoe", Role.MEMBER, null), person("ann", Role.MEMBER, "x")))));
    var unknown =
        assertThrows(
            DeskException.class,
            () ->
                service.apply(
                    plan(OTHER, List.of(person("zoe", Role.MEMBER, null)), key("s", "nobody"))));

    assertEquals(ErrorCode.INVALID_FIELD, taken.code());
    assertEquals(ErrorCode.INVALID_FIELD, unknown.code());
    assertEquals(Optional.empty(), ports.users().findByLogin("zoe"));
    assertEquals(Optional.empty(), ports.accessKeys().find(Kind.PANEL_TOKEN, secrets.hash("s")));
  }
}
