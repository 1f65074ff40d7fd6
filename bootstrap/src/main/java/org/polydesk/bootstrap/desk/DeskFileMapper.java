package org.polydesk.bootstrap.desk;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.polydesk.adapter.rest.shared.TextFormats;
import org.polydesk.application.asset.in.AssetDraft;
import org.polydesk.application.configuration.in.DeskPlan;
import org.polydesk.application.configuration.in.DeskPlan.PlannedArticle;
import org.polydesk.application.configuration.in.DeskPlan.PlannedAsset;
import org.polydesk.application.configuration.in.DeskPlan.PlannedKey;
import org.polydesk.application.configuration.in.DeskPlan.PlannedPassword;
import org.polydesk.application.configuration.in.DeskPlan.PlannedUser;
import org.polydesk.application.desk.DeskSetup;
import org.polydesk.application.shared.Edit;
import org.polydesk.bootstrap.desk.DeskFile.ArticlePart;
import org.polydesk.bootstrap.desk.DeskFile.AssetPart;
import org.polydesk.bootstrap.desk.DeskFile.AssignmentPart;
import org.polydesk.bootstrap.desk.DeskFile.CalendarPart;
import org.polydesk.bootstrap.desk.DeskFile.CannedAnswerPart;
import org.polydesk.bootstrap.desk.DeskFile.DefaultsPart;
import org.polydesk.bootstrap.desk.DeskFile.FieldPart;
import org.polydesk.bootstrap.desk.DeskFile.KeyPart;
import org.polydesk.bootstrap.desk.DeskFile.OptionPart;
import org.polydesk.bootstrap.desk.DeskFile.PersonPart;
import org.polydesk.bootstrap.desk.DeskFile.PolicyPart;
import org.polydesk.bootstrap.desk.DeskFile.RowPart;
import org.polydesk.bootstrap.desk.DeskFile.RulePart;
import org.polydesk.bootstrap.desk.DeskFile.SettingsPart;
import org.polydesk.bootstrap.desk.DeskFile.SlaPart;
import org.polydesk.bootstrap.desk.DeskFile.TagCategoryPart;
import org.polydesk.bootstrap.desk.DeskFile.TopicPart;
import org.polydesk.domain.asset.AssetId;
import org.polydesk.domain.catalogue.Catalogue;
import org.polydesk.domain.catalogue.CatalogueList;
import org.polydesk.domain.catalogue.CatalogueRow;
import org.polydesk.domain.catalogue.CustomField;
import org.polydesk.domain.catalogue.CustomFields;
import org.polydesk.domain.catalogue.FieldOption;
import org.polydesk.domain.catalogue.FieldSubject;
import org.polydesk.domain.catalogue.FieldValue;
import org.polydesk.domain.catalogue.StatusRow;
import org.polydesk.domain.catalogue.Tag;
import org.polydesk.domain.catalogue.TagCategory;
import org.polydesk.domain.catalogue.Topic;
import org.polydesk.domain.desk.Desk;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.desk.DeskSettings;
import org.polydesk.domain.desk.DeskSettings.AssignmentSettings;
import org.polydesk.domain.desk.DeskSettings.TicketDefaults;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.Violation;
import org.polydesk.domain.error.Violations;
import org.polydesk.domain.knowledge.ArticleId;
import org.polydesk.domain.knowledge.CannedAnswer;
import org.polydesk.domain.sla.BusinessCalendar;
import org.polydesk.domain.sla.CalendarId;
import org.polydesk.domain.sla.ClockKind;
import org.polydesk.domain.sla.DeskCalendar;
import org.polydesk.domain.sla.EscalationLevel;
import org.polydesk.domain.sla.SlaCatalogue;
import org.polydesk.domain.sla.SlaPolicy;
import org.polydesk.domain.sla.SlaPolicyId;
import org.polydesk.domain.sla.SlaRule;
import org.polydesk.domain.sla.SlaTarget;
import org.polydesk.domain.sla.TimeWindow;
import org.polydesk.domain.user.EmailAddress;
import org.polydesk.domain.user.EmailDomain;
import org.polydesk.domain.user.PersonName;
import org.polydesk.domain.user.UserId;

/** Turns the shape of a file into a plan; what the file leaves out is as it is in the desk. */
final class DeskFileMapper {
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

  private DeskFileMapper() {}

  /**
   * @param present how the desk is set up; empty when there is none, then nothing that every desk
   *     has may be left out
   * @throws DeskException {@code INVALID_FIELD} when something is left out or makes no sense
   */
  static DeskPlan toPlan(DeskFile file, Optional<DeskSetup> present) {
    if (present.isEmpty()) {
      mustBeWhole(file);
    }
    return new DeskPlan(
        new DeskSetup(
            desk(file, present.map(DeskSetup::desk)),
            catalogue(file, present.map(DeskSetup::catalogue)),
            slas(file, present.map(DeskSetup::slas)),
            file.customFields() == null && present.isPresent()
                ? present.get().fields()
                : fields(file)),
        list(file.people(), DeskFileMapper::person),
        list(file.keys(), DeskFileMapper::key),
        Optional.ofNullable(file.topics()).map(topics -> list(topics, DeskFileMapper::topic)),
        list(file.cannedAnswers(), DeskFileMapper::cannedAnswer),
        list(file.articles(), DeskFileMapper::article),
        list(file.assets(), DeskFileMapper::asset),
        emailDomains(file));
  }

  private static void mustBeWhole(DeskFile file) {
    new Violations()
        .addIf(file.name() == null, Violation.required("name"))
        .addIf(file.publicId() == null, Violation.required("publicId"))
        .addIf(file.settings() == null, Violation.required("settings"))
        .addIf(file.statuses() == null, Violation.required("statuses"))
        .addIf(file.lists() == null, Violation.required("lists"))
        .addIf(file.slas() == null, Violation.required("slas"))
        .orThrow();
  }

  private static Desk desk(DeskFile file, Optional<Desk> present) {
    return new Desk(
        new DeskId(file.id()),
        orElse(file.publicId(), present.map(Desk::publicId)),
        orElse(file.name(), present.map(Desk::name)),
        settings(file.settings(), present.map(Desk::settings)));
  }

  private static <T> T orElse(T said, Optional<T> present) {
    return said == null ? present.orElseThrow() : said;
  }

  private static <A, B> List<B> list(List<A> parts, Function<A, B> mapping) {
    return parts == null ? List.of() : parts.stream().map(mapping).toList();
  }

  private static Map<EmailDomain, Integer> emailDomains(DeskFile file) {
    return Objects.requireNonNullElse(file.emailDomains(), Map.<String, Integer>of())
        .entrySet()
        .stream()
        .collect(Collectors.toMap(domain -> new EmailDomain(domain.getKey()), Map.Entry::getValue));
  }

  private static DeskSettings settings(SettingsPart part, Optional<DeskSettings> present) {
    return new DeskSettings(
        defaults(part.defaults()),
        part.statuses(),
        assignment(part.assignment()),
        part.notifications(),
        part.reopening(),
        days(part.lockAfterDays(), present.flatMap(DeskSettings::lockAfter)),
        days(part.closeAfterDays(), present.flatMap(DeskSettings::closeAfter)),
        part.autoCreateRequester(),
        part.ownCategoriesOnly(),
        part.closingNeedsTasksDone());
  }

  /** What the settings of a file are laid over; days are left to {@link #toPlan}. */
  static SettingsPart toPart(DeskSettings settings) {
    TicketDefaults defaults = settings.defaults();
    return new SettingsPart(
        new DefaultsPart(
            defaults.siteId().orElse(null),
            defaults.tierLevelId().orElse(null),
            defaults.statusId().orElse(null),
            defaults.priorityId().orElse(null),
            defaults.categoryId().orElse(null),
            defaults.departmentId().orElse(null)),
        settings.statuses(),
        assignment(settings.assignment()),
        settings.notifications(),
        settings.reopening(),
        null,
        null,
        settings.autoCreateRequester(),
        settings.ownCategoriesOnly(),
        settings.closingNeedsTasksDone());
  }

  private static AssignmentSettings assignment(AssignmentPart part) {
    return new AssignmentSettings(part.onCreate(), part.onUpdate(), part.strategy());
  }

  private static AssignmentPart assignment(AssignmentSettings settings) {
    return new AssignmentPart(settings.onCreate(), settings.onUpdate(), settings.strategy());
  }

  private static TicketDefaults defaults(DefaultsPart part) {
    return new TicketDefaults(
        Optional.ofNullable(part.siteId()),
        Optional.ofNullable(part.tierLevelId()),
        Optional.ofNullable(part.statusId()),
        Optional.ofNullable(part.priorityId()),
        Optional.ofNullable(part.categoryId()),
        Optional.ofNullable(part.departmentId()));
  }

  private static Optional<Duration> days(Integer days, Optional<Duration> present) {
    if (days == null) {
      return present;
    }
    return days == 0 ? Optional.empty() : Optional.of(Duration.ofDays(days));
  }

  /** Statuses and tags that are left out stay in any case. */
  private static Catalogue catalogue(DeskFile file, Optional<Catalogue> present) {
    Map<CatalogueList, List<CatalogueRow>> lists = new EnumMap<>(CatalogueList.class);
    present.ifPresent(catalogue -> lists.putAll(catalogue.lists()));
    Objects.requireNonNullElse(file.lists(), Map.<CatalogueList, List<RowPart>>of())
        .forEach((list, rows) -> lists.put(list, list(rows, DeskFileMapper::row)));
    return new Catalogue(
        list(file.statuses(), s -> new StatusRow(s.id(), s.name(), s.type(), s.pausesClock())),
        lists,
        list(file.tags(), t -> new Tag(t.id(), t.category(), t.text(), t.deleted())),
        file.tagCategories() == null && present.isPresent()
            ? present.get().tagCategories()
            : list(file.tagCategories(), DeskFileMapper::tagCategory));
  }

  private static CatalogueRow row(RowPart part) {
    return new CatalogueRow(
        part.id(), part.name(), Optional.ofNullable(part.parentId()), true, part.staffOnly());
  }

  private static TagCategory tagCategory(TagCategoryPart part) {
    String color = TagCategory.unnamed(part.id()).color();
    return new TagCategory(
        part.id(), part.name(), Objects.requireNonNullElse(part.color(), color), part.deleted());
  }

  private static CustomFields fields(DeskFile file) {
    List<FieldPart> parts = Objects.requireNonNullElse(file.customFields(), List.of());
    return new CustomFields(
        IntStream.range(0, parts.size()).mapToObj(i -> field(parts.get(i), i)).toList());
  }

  private static CustomField field(FieldPart part, int position) {
    return new CustomField(
        part.id(),
        part.publicId(),
        Objects.requireNonNullElse(part.subject(), FieldSubject.TICKET),
        part.name(),
        part.kind(),
        ids(part.categories()),
        part.techniciansOnly(),
        part.mandatory(),
        part.hidden(),
        part.multiple(),
        position,
        list(part.options(), DeskFileMapper::option),
        Optional.ofNullable(part.defaultValue()).map(kept -> FieldValue.restore(part.kind(), kept)),
        true);
  }

  private static FieldOption option(OptionPart part) {
    return new FieldOption(
        part.id(), Objects.requireNonNullElse(part.key(), part.text()), part.text());
  }

  private static SlaCatalogue slas(DeskFile file, Optional<SlaCatalogue> present) {
    SlaCatalogue before = present.orElse(SlaCatalogue.EMPTY);
    Map<CalendarId, DeskCalendar> calendars = new HashMap<>(before.calendars());
    list(file.calendars(), DeskFileMapper::calendar).forEach(c -> calendars.put(c.id(), c));
    Map<SlaPolicyId, SlaPolicy> policies = new HashMap<>(before.policies());
    SlaPart part = Objects.requireNonNullElse(file.slas(), new SlaPart(null, null, null));
    list(part.policies(), DeskFileMapper::policy).forEach(p -> policies.put(p.id(), p));
    return new SlaCatalogue(
        calendars,
        policies,
        part.rules() == null ? before.rules() : list(part.rules(), DeskFileMapper::rule),
        part.defaultId() == null ? before.defaultPolicy() : defaultPolicy(part.defaultId()));
  }

  /** 0 means none. */
  private static Optional<SlaPolicyId> defaultPolicy(int id) {
    return id == 0 ? Optional.empty() : Optional.of(new SlaPolicyId(id));
  }

  private static DeskCalendar calendar(CalendarPart part) {
    return new DeskCalendar(
        new CalendarId(part.id()),
        part.name(),
        part.minutesPerDay(),
        new BusinessCalendar(
            ZoneId.of(part.zone()),
            windows(part.weekly(), day -> DayOfWeek.valueOf(day.toUpperCase(Locale.ROOT))),
            windows(part.holidays(), LocalDate::parse),
            part.annualHolidays() == null
                ? Set.of()
                : part.annualHolidays().stream()
                    .map(day -> MonthDay.parse("--" + day))
                    .collect(Collectors.toSet()),
            windows(part.specialDays(), LocalDate::parse)));
  }

  private static <K> Map<K, List<TimeWindow>> windows(
      Map<String, List<String>> parts, Function<String, K> key) {
    Map<K, List<TimeWindow>> windows = new HashMap<>();
    if (parts != null) {
      parts.forEach(
          (day, texts) -> windows.put(key.apply(day), list(texts, DeskFileMapper::window)));
    }
    return windows;
  }

  private static TimeWindow window(String text) {
    if (text == null) {
      throw new IllegalArgumentException("a day has an empty window");
    }
    int dash = text.indexOf('-');
    return TimeWindow.of(
        text.substring(0, Math.max(dash, 0)).strip(), text.substring(dash + 1).strip());
  }

  private static SlaPolicy policy(PolicyPart part) {
    Map<ClockKind, Map<Integer, SlaTarget>> targets = new EnumMap<>(ClockKind.class);
    part.targets()
        .forEach(
            (kind, minutes) ->
                targets.put(
                    kind,
                    minutes.entrySet().stream()
                        .collect(
                            Collectors.toMap(
                                Map.Entry::getKey, e -> SlaTarget.ofMinutes(e.getValue())))));
    return new SlaPolicy(
        new SlaPolicyId(part.id()),
        part.name(),
        new CalendarId(part.calendarId()),
        targets,
        list(
            part.levels(),
            level ->
                EscalationLevel.atOffset(level.number(), level.clock(), level.offsetMinutes())),
        part.reopening(),
        part.retargeting());
  }

  private static SlaRule rule(RulePart part) {
    return new SlaRule(
        part.rank(),
        Objects.requireNonNullElse(part.active(), true),
        Objects.requireNonNullElse(part.conditions(), Map.of()),
        new SlaPolicyId(part.policyId()));
  }

  private static PlannedUser person(PersonPart part) {
    return new PlannedUser(
        Optional.ofNullable(part.id()).map(UserId::new),
        part.userName(),
        new EmailAddress(part.email()),
        new PersonName(
            Objects.requireNonNullElse(part.firstName(), ""),
            Objects.requireNonNullElse(part.lastName(), "")),
        part.role(),
        Optional.ofNullable(part.permissions()),
        part.companyManager(),
        ids(part.groups()),
        ids(part.categories()),
        ids(part.sites()),
        Optional.ofNullable(part.capacity()),
        Optional.ofNullable(part.companyId()),
        Optional.ofNullable(part.departmentId()),
        Optional.ofNullable(part.zone()).map(ZoneId::of),
        Optional.ofNullable(part.language()).map(DeskFileMapper::language),
        password(part));
  }

  private static Locale language(String code) {
    if (!LANGUAGE.matcher(code).matches()) {
      throw DeskException.invalid(Violation.malformed("language", code));
    }
    return Locale.forLanguageTag(code);
  }

  private static Set<Integer> ids(Set<Integer> ids) {
    return ids == null ? Set.of() : new HashSet<>(ids);
  }

  private static Optional<PlannedPassword> password(PersonPart part) {
    return Optional.ofNullable(part.passwordHash())
        .map(hash -> new PlannedPassword(hash, true))
        .or(
            () ->
                Optional.ofNullable(part.password()).map(text -> new PlannedPassword(text, false)));
  }

  private static Topic topic(TopicPart part) {
    return new Topic(part.key(), part.english(), part.russian());
  }

  private static CannedAnswer cannedAnswer(CannedAnswerPart part) {
    return new CannedAnswer(
        part.id(),
        part.name(),
        TextFormats.eitherFormat(part.body()),
        part.internal(),
        Optional.ofNullable(part.categoryId()));
  }

  private static PlannedArticle article(ArticlePart part) {
    return new PlannedArticle(
        new ArticleId(part.id()),
        part.subject(),
        TextFormats.eitherFormat(part.body()),
        Optional.ofNullable(part.categoryId()),
        part.staffOnly(),
        list(part.tags(), Function.identity()));
  }

  private static PlannedAsset asset(AssetPart part) {
    Optional<Integer> company = Optional.ofNullable(part.companyId());
    return new PlannedAsset(
        new AssetId(part.id()),
        new AssetDraft(
            Optional.ofNullable(part.modelName()),
            Optional.ofNullable(part.manufacturer()),
            Optional.ofNullable(part.type()),
            Optional.ofNullable(part.supplier()),
            Optional.ofNullable(part.serialNumber()),
            Optional.ofNullable(part.location()),
            Optional.ofNullable(part.comments()),
            Optional.ofNullable(part.quantity()),
            company.isPresent() ? Edit.set(company) : Edit.keep(),
            Optional.ofNullable(part.disabled())),
        list(part.users(), Function.identity()));
  }

  private static PlannedKey key(KeyPart part) {
    return new PlannedKey(
        part.kind(),
        part.label(),
        part.secret(),
        Optional.ofNullable(part.userName()),
        part.readOnly());
  }
}
