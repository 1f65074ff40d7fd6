package org.polydesk.bootstrap.desk;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.polydesk.application.identity.out.AccessKeyRepository.Kind;
import org.polydesk.domain.catalogue.CatalogueList;
import org.polydesk.domain.catalogue.FieldKind;
import org.polydesk.domain.catalogue.FieldSubject;
import org.polydesk.domain.desk.DeskSettings.AssignmentStrategy;
import org.polydesk.domain.desk.DeskSettings.NotificationSettings;
import org.polydesk.domain.desk.DeskSettings.ReopeningSettings;
import org.polydesk.domain.desk.DeskSettings.StatusSettings;
import org.polydesk.domain.sla.ClockKind;
import org.polydesk.domain.sla.ReopenPolicy;
import org.polydesk.domain.sla.RetargetMode;
import org.polydesk.domain.sla.SlaTrait;
import org.polydesk.domain.ticket.StatusType;
import org.polydesk.domain.user.Permission;
import org.polydesk.domain.user.Role;

/** The shape of one desk in a file; what is left out is {@code null}. */
record DeskFile(
    long id,
    UUID publicId,
    String name,
    SettingsPart settings,
    List<StatusPart> statuses,
    Map<CatalogueList, List<RowPart>> lists,
    List<TagCategoryPart> tagCategories,
    List<TagPart> tags,
    List<FieldPart> customFields,
    List<TopicPart> topics,
    List<CalendarPart> calendars,
    SlaPart slas,
    List<PersonPart> people,
    List<KeyPart> keys,
    List<CannedAnswerPart> cannedAnswers,
    List<ArticlePart> articles,
    List<AssetPart> assets,
    Map<String, Integer> emailDomains) {

  /** Must be there, and have a value. */
  @Retention(RetentionPolicy.RUNTIME)
  @JacksonAnnotationsInside
  @JsonProperty(required = true)
  @JsonSetter(nulls = Nulls.FAIL)
  private @interface Needed {}

  /** A day without windows may be left empty. */
  @Retention(RetentionPolicy.RUNTIME)
  @JacksonAnnotationsInside
  @JsonSetter(contentNulls = Nulls.SET)
  private @interface Hollow {}

  /** Days are 0 for never, and as they are if left out. */
  record SettingsPart(
      @Needed DefaultsPart defaults,
      @Needed StatusSettings statuses,
      @Needed AssignmentPart assignment,
      @Needed NotificationSettings notifications,
      @Needed ReopeningSettings reopening,
      Integer lockAfterDays,
      Integer closeAfterDays,
      boolean autoCreateRequester,
      boolean ownCategoriesOnly,
      boolean closingNeedsTasksDone) {}

  record DefaultsPart(
      Integer siteId,
      Integer tierLevelId,
      Integer statusId,
      Integer priorityId,
      Integer categoryId,
      Integer departmentId) {}

  record AssignmentPart(boolean onCreate, boolean onUpdate, @Needed AssignmentStrategy strategy) {}

  record StatusPart(
      @Needed int id, @Needed String name, @Needed StatusType type, boolean pausesClock) {}

  record RowPart(@Needed int id, @Needed String name, Integer parentId, boolean staffOnly) {}

  /** Without a colour it has the usual one. */
  record TagCategoryPart(@Needed UUID id, @Needed String name, String color, boolean deleted) {}

  record TagPart(@Needed int id, @Needed UUID category, @Needed String text, boolean deleted) {}

  /**
   * Without a subject a ticket's; without categories every ticket's; an option without a key has
   * its text as its key.
   */
  record FieldPart(
      @Needed int id,
      @Needed UUID publicId,
      FieldSubject subject,
      @Needed String name,
      @Needed FieldKind kind,
      Set<Integer> categories,
      boolean techniciansOnly,
      boolean mandatory,
      boolean hidden,
      boolean multiple,
      List<OptionPart> options,
      String defaultValue) {}

  record OptionPart(@Needed int id, String key, @Needed String text) {}

  record TopicPart(@Needed String key, @Needed String english, @Needed String russian) {}

  /**
   * Windows are written {@code 09:00-17:00}, dates {@code 2026-12-24}, annual ones {@code 12-25}.
   */
  record CalendarPart(
      @Needed int id,
      @Needed String name,
      @Needed String zone,
      @Needed int minutesPerDay,
      @Hollow Map<String, List<String>> weekly,
      @Hollow Map<String, List<String>> holidays,
      List<String> annualHolidays,
      @Hollow Map<String, List<String>> specialDays) {}

  /** 0 as the default is none. */
  record SlaPart(Integer defaultId, List<PolicyPart> policies, List<RulePart> rules) {}

  /** Active unless it says otherwise; without a rank it is asked among the first. */
  record RulePart(int rank, Boolean active, Map<SlaTrait, Long> conditions, @Needed int policyId) {}

  record PolicyPart(
      @Needed int id,
      @Needed String name,
      @Needed int calendarId,
      @Needed Map<ClockKind, Map<Integer, Long>> targets,
      @Needed ReopenPolicy reopening,
      @Needed RetargetMode retargeting,
      List<LevelPart> levels) {}

  record LevelPart(@Needed int number, @Needed ClockKind clock, @Needed long offsetMinutes) {}

  record PersonPart(
      @Needed String userName,
      UUID id,
      @Needed String email,
      String firstName,
      String lastName,
      @Needed Role role,
      Set<Permission> permissions,
      boolean companyManager,
      Set<Integer> groups,
      Set<Integer> categories,
      Set<Integer> sites,
      Integer capacity,
      Integer companyId,
      Integer departmentId,
      String zone,
      String language,
      String password,
      String passwordHash) {}

  /** {@code body} is plain, or HTML when an element of it is in it. */
  record CannedAnswerPart(
      @Needed int id,
      @Needed String name,
      @Needed String body,
      boolean internal,
      Integer categoryId) {}

  /** {@code body} is plain, or HTML when an element of it is in it. */
  record ArticlePart(
      @Needed long id,
      @Needed String subject,
      @Needed String body,
      Integer categoryId,
      boolean staffOnly,
      List<String> tags) {}

  record AssetPart(
      @Needed long id,
      String modelName,
      String manufacturer,
      String type,
      String supplier,
      String serialNumber,
      String location,
      String comments,
      Integer quantity,
      Integer companyId,
      Boolean disabled,
      List<String> users) {}

  record KeyPart(
      @Needed Kind kind,
      @Needed String label,
      @Needed String secret,
      String userName,
      boolean readOnly) {}
}
