package org.polydesk.application.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.polydesk.application.asset.AssetBook;
import org.polydesk.application.asset.in.AssetDraft;
import org.polydesk.application.configuration.in.DeskPlan;
import org.polydesk.application.configuration.in.DeskPlan.PlannedArticle;
import org.polydesk.application.configuration.in.DeskPlan.PlannedAsset;
import org.polydesk.application.configuration.in.DeskPlan.PlannedKey;
import org.polydesk.application.configuration.in.DeskPlan.PlannedPassword;
import org.polydesk.application.configuration.in.DeskPlan.PlannedUser;
import org.polydesk.application.desk.DeskSetup;
import org.polydesk.application.desk.TagBook;
import org.polydesk.application.desk.out.Topics;
import org.polydesk.application.fixture.InMemoryPorts;
import org.polydesk.application.fixture.Setups;
import org.polydesk.application.identity.out.AccessKeyRepository.Kind;
import org.polydesk.application.identity.out.PlainPasswordHasher;
import org.polydesk.application.identity.out.PlainSecretHasher;
import org.polydesk.application.shared.SystemZone;
import org.polydesk.application.ticket.out.Recalculations;
import org.polydesk.domain.asset.Asset;
import org.polydesk.domain.asset.AssetId;
import org.polydesk.domain.catalogue.CatalogueList;
import org.polydesk.domain.catalogue.CatalogueRow;
import org.polydesk.domain.catalogue.Topic;
import org.polydesk.domain.conversation.Body;
import org.polydesk.domain.desk.Desk;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.desk.DeskSettings;
import org.polydesk.domain.desk.DeskSettings.StatusSettings;
import org.polydesk.domain.desk.DeskSettings.TicketDefaults;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.ErrorCode;
import org.polydesk.domain.error.Violation;
import org.polydesk.domain.knowledge.Article;
import org.polydesk.domain.knowledge.ArticleId;
import org.polydesk.domain.knowledge.CannedAnswer;
import org.polydesk.domain.sla.SlaCatalogue;
import org.polydesk.domain.sla.SlaPolicyId;
import org.polydesk.domain.ticket.TicketNumber;
import org.polydesk.domain.user.EmailAddress;
import org.polydesk.domain.user.EmailDomain;
import org.polydesk.domain.user.PersonName;
import org.polydesk.domain.user.Role;
import org.polydesk.domain.user.User;

final class ApplyDeskPlanServiceTest {
  private static final DeskId OTHER = new DeskId(2);

  /** A second later every time it is asked. */
  private final Clock clock =
      new Clock() {
        private Instant now = Instant.parse("2026-03-02T12:00:00Z");

        @Override
        public Instant instant() {
          now = now.plusSeconds(1);
          return now;
        }

        @Override
        public ZoneId getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return this;
        }
      };

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
  private final Set<SlaPolicyId> recalculated = new HashSet<>();
  private final Recalculations recalculations =
      new Recalculations() {
        @Override
        public void ask(DeskId desk, Collection<SlaPolicyId> policies, Instant changedAt) {
          recalculated.addAll(policies);
        }

        @Override
        public List<Recalculation> pending() {
          return List.of();
        }

        @Override
        public List<TicketNumber> affected(Recalculation of, long after, int atMost) {
          return List.of();
        }

        @Override
        public void advance(Recalculation of, TicketNumber last) {}

        @Override
        public void end(Recalculation of) {}
      };
  private final PlanHistory history = new PlanHistory(ports.audit(), clock);
  private final ApplyDeskPlanService service =
      new ApplyDeskPlanService(
          ports.setups(),
          recalculations,
          topics,
          new KnowledgePlans(
              ports.cannedAnswers(), ports.articles(), new TagBook(ports.setups()), history, clock),
          new CompanyPlans(ports.companies(), history),
          new PeoplePlans(
              ports.users(),
              ports.credentials(),
              ports.accessKeys(),
              passwords,
              secrets,
              history,
              new SystemZone(ZoneId.of("Europe/Paris"))),
          new AssetPlans(
              ports.assets(),
              ports.assetTies(),
              new AssetBook(ports.assets(), ports.setups()),
              ports.users(),
              history,
              clock),
          history,
          ports.unitOfWork(),
          clock);

  private static PlannedUser person(String name, Role role, String password) {
    return person(name, role, password, Optional.empty(), Optional.empty());
  }

  private static PlannedUser person(
      String name, Role role, String password, Optional<ZoneId> zone, Optional<Locale> language) {
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
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        zone,
        language,
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
  void applyShouldLeaveZoneAndLanguageThatThePlanDoesNotName() {
    ZoneId tokyo = ZoneId.of("Asia/Tokyo");
    Optional<Locale> russian = Optional.of(Locale.forLanguageTag("ru"));

    service.apply(plan(DeskId.DEFAULT, List.of(person("ann", Role.MEMBER, null))));
    assertEquals(ZoneId.of("Europe/Paris"), user("ann").preferences().zone());
    assertEquals(Locale.ENGLISH, user("ann").preferences().language());

    service.apply(
        plan(
            DeskId.DEFAULT,
            List.of(person("ann", Role.MEMBER, null, Optional.of(tokyo), russian))));
    service.apply(plan(DeskId.DEFAULT, List.of(person("ann", Role.MEMBER, null))));
    assertEquals(tokyo, user("ann").preferences().zone());
    assertEquals(russian.get(), user("ann").preferences().language());
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

  private List<String> told(String entity, String key) {
    return ports.audit().about(DeskId.DEFAULT, entity, key).stream()
        .map(fact -> fact.action() + fact.field().map(field -> " " + field).orElse(""))
        .toList();
  }

  @Test
  void applyShouldWriteDownWhatItChanged() {
    DeskPlan plan =
        plan(DeskId.DEFAULT, List.of(person("ann", Role.TECHNICIAN, "pw")), key("s", "ann"));
    DeskSetup setup = plan.setup();
    Desk desk = setup.desk();
    service.apply(plan);

    service.apply(plan);
    service.apply(
        new DeskPlan(
            new DeskSetup(desk, setup.catalogue(), SlaCatalogue.EMPTY),
            List.of(person("ann", Role.MEMBER, "other")),
            List.of(key("t", "ann"))));

    assertEquals(List.of("created", "changed slas"), told("desk", "1"));
    assertEquals(List.of("created", "changed", "passwordSet"), told("user", "ann"));
    assertEquals(List.of("created", "changed"), told("key", "PANEL_TOKEN panel"));
  }

  private static DeskPlan furnished(String text, String model) {
    DeskPlan bare = plan(DeskId.DEFAULT, List.of(person("ann", Role.TECHNICIAN, "pw")));
    AssetDraft nothing = AssetDraft.NOTHING;
    AssetDraft laptop =
        new AssetDraft(
            Optional.of(model),
            Optional.of("Lenovo"),
            Optional.of("Laptop"),
            nothing.supplier(),
            nothing.serialNumber(),
            nothing.location(),
            nothing.comments(),
            nothing.quantity(),
            nothing.companyId(),
            nothing.disabled());
    DeskSetup setup = bare.setup();
    CatalogueRow acme = new CatalogueRow(1, "Acme", Optional.empty(), true);
    return new DeskPlan(
        setup.with(setup.catalogue().with(CatalogueList.COMPANY, acme)),
        bare.people(),
        bare.keys(),
        bare.topics(),
        List.of(new CannedAnswer(1, "Hi", Body.plain(text), false, Optional.empty())),
        List.of(
            new PlannedArticle(
                new ArticleId(4),
                "VPN",
                Body.plain(text),
                Optional.empty(),
                true,
                List.of("remote"))),
        List.of(new PlannedAsset(new AssetId(3), laptop, List.of("ann"))),
        Map.of(new EmailDomain("x.test"), 1));
  }

  @Test
  void applyShouldFurnishADeskAndChangeNothingTheSecondTime() {
    DeskId desk = DeskId.DEFAULT;
    service.apply(furnished("Text", "X1"));
    Article article = ports.articles().find(desk, new ArticleId(4)).orElseThrow();
    Asset asset = ports.assets().existing(desk, new AssetId(3));

    service.apply(furnished("Text", "X1"));

    assertEquals(Optional.of(article), ports.articles().find(desk, new ArticleId(4)));
    assertEquals(asset, ports.assets().existing(desk, new AssetId(3)));
    assertEquals("Text", ports.cannedAnswers().of(desk).get(0).body().text());
    assertEquals(
        Map.of(asset.id(), List.of(user("ann").id())),
        ports.assetTies().users(desk, List.of(asset.id()), 9));
    assertEquals(new ArticleId(5), ports.articles().nextId(desk));
  }

  @Test
  void applyShouldChangeWhatIsFurnishedAnotherWay() {
    DeskId desk = DeskId.DEFAULT;
    service.apply(furnished("Text", "X1"));
    Article before = ports.articles().find(desk, new ArticleId(4)).orElseThrow();

    service.apply(furnished("Other", "X2"));

    Article after = ports.articles().find(desk, new ArticleId(4)).orElseThrow();
    assertEquals("Other", after.body().text());
    assertEquals(before.heading().createdAt(), after.heading().createdAt());
    assertTrue(after.heading().updatedAt().isAfter(before.heading().updatedAt()));
    assertEquals("X2", ports.assets().existing(desk, new AssetId(3)).traits().modelName());
    assertEquals(1, ports.cannedAnswers().of(desk).size());
  }

  @Test
  void applyShouldWriteDownWhatItFurnished() {
    service.apply(furnished("Text", "X1"));
    service.apply(furnished("Text", "X1"));
    service.apply(furnished("Other", "X2"));

    assertEquals(
        List.of("created", "changed cannedAnswers", "changed cannedAnswers"), told("desk", "1"));
    assertEquals(List.of("created", "changed"), told("article", "4"));
    assertEquals(List.of("created", "changed"), told("asset", "3"));
    assertEquals(List.of("changed"), told("company", "1"));
  }

  @Test
  void applyShouldRefuseWhatNamesRowsThatAreNotThere() {
    DeskSetup setup = Setups.aDeskSetup(DeskId.DEFAULT);
    DeskSettings settings = setup.desk().settings();
    TicketDefaults defaults =
        new TicketDefaults(
            Optional.of(901),
            Optional.of(902),
            Optional.of(3),
            Optional.of(903),
            Optional.of(904),
            Optional.of(905));
    Desk desk =
        new Desk(
            DeskId.DEFAULT,
            setup.desk().publicId(),
            "Astray",
            new DeskSettings(
                defaults,
                new StatusSettings(3, 6, 1, 4, 99, true),
                settings.assignment(),
                settings.notifications(),
                settings.reopening(),
                Optional.empty(),
                Optional.empty(),
                false));
    PlannedUser lost =
        new PlannedUser(
            Optional.empty(),
            "lost",
            new EmailAddress("lost@x.test"),
            new PersonName("Lost", "Demo"),
            Role.TECHNICIAN,
            Optional.empty(),
            false,
            Set.of(801),
            Set.of(802),
            Set.of(803),
            Optional.empty(),
            Optional.of(804),
            Optional.of(805),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    CatalogueRow orphan = new CatalogueRow(700, "Orphan", Optional.of(701), true);

    DeskException refusal =
        assertThrows(
            DeskException.class,
            () ->
                service.apply(
                    new DeskPlan(
                        new DeskSetup(
                            desk,
                            setup.catalogue().with(CatalogueList.SUB_CATEGORY, orphan),
                            setup.slas()),
                        List.of(lost),
                        List.of(),
                        Optional.empty(),
                        List.of(
                            new CannedAnswer(1, "Hi", Body.plain("x"), false, Optional.of(601))),
                        List.of(
                            new PlannedArticle(
                                new ArticleId(4),
                                "VPN",
                                Body.plain("x"),
                                Optional.of(602),
                                true,
                                List.of())),
                        List.of(),
                        Map.of(new EmailDomain("x.test"), 603))));

    assertEquals(
        List.of(
            "settings.defaults: there is no site 901.",
            "settings.defaults: there is no tierLevel 902.",
            "settings.defaults: there is no priority 903.",
            "settings.defaults: there is no category 904.",
            "settings.defaults: there is no department 905.",
            "settings.defaults: there is no open status 3.",
            "settings.statuses: there is no open status 3.",
            "settings.statuses: there is no open status 99.",
            "settings.statuses: there is no resolved or closed status 1.",
            "lists.SUB_CATEGORY: there is no category 701.",
            "people[lost]: there is no group 801.",
            "people[lost]: there is no category 802.",
            "people[lost]: there is no site 803.",
            "people[lost]: there is no company 804.",
            "people[lost]: there is no department 805.",
            "cannedAnswers[Hi]: there is no category 601.",
            "articles[VPN]: there is no category 602.",
            "emailDomains: there is no company 603."),
        refusal.violations().stream().map(Violation::sentence).toList());
    assertEquals(Optional.empty(), ports.users().findByLogin("lost"));
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
