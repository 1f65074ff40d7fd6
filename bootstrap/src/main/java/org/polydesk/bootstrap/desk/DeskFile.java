package org.polydesk.bootstrap.desk;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.polydesk.application.identity.out.AccessKeyRepository.Kind;
import org.polydesk.domain.catalogue.CatalogueList;
import org.polydesk.domain.catalogue.FieldKind;
import org.polydesk.domain.catalogue.FieldSubject;
import org.polydesk.domain.catalogue.Topic;
import org.polydesk.domain.desk.DeskSettings.AssignmentSettings;
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
    List<Topic> topics,
    List<CalendarPart> calendars,
    SlaPart slas,
    List<PersonPart> people,
    List<KeyPart> keys,
    List<CannedAnswerPart> cannedAnswers,
    List<ArticlePart> articles,
    List<AssetPart> assets,
    Map<String, Integer> emailDomains) {

  record SettingsPart(
      DefaultsPart defaults,
      StatusSettings statuses,
      AssignmentSettings assignment,
      NotificationSettings notifications,
      ReopeningSettings reopening,
      int lockAfterDays,
      int closeAfterDays,
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

  record StatusPart(int id, String name, StatusType type, boolean pausesClock) {}

  record RowPart(int id, String name, Integer parentId, boolean staffOnly) {}

  /** Without a colour it has the usual one. */
  record TagCategoryPart(UUID id, String name, String color, boolean deleted) {}

  record TagPart(int id, UUID category, String text, boolean deleted) {}

  /**
   * Without a subject a ticket's; without categories every ticket's; an option without a key has
   * its text as its key.
   */
  record FieldPart(
      int id,
      UUID publicId,
      FieldSubject subject,
      String name,
      FieldKind kind,
      Set<Integer> categories,
      boolean techniciansOnly,
      boolean mandatory,
      boolean hidden,
      boolean multiple,
      List<OptionPart> options,
      String defaultValue) {}

  record OptionPart(int id, String key, String text) {}

  /**
   * Windows are written {@code 09:00-17:00}, dates {@code 2026-12-24}, annual ones {@code 12-25}.
   */
  record CalendarPart(
      int id,
      String name,
      String zone,
      int minutesPerDay,
      Map<String, List<String>> weekly,
      Map<String, List<String>> holidays,
      List<String> annualHolidays,
      Map<String, List<String>> specialDays) {}

  /** 0 as the default is none. */
  record SlaPart(Integer defaultId, List<PolicyPart> policies, List<RulePart> rules) {}

  /** Active unless it says otherwise; without a rank it is asked among the first. */
  record RulePart(int rank, Boolean active, Map<SlaTrait, Long> conditions, int policyId) {}

  record PolicyPart(
      int id,
      String name,
      int calendarId,
      Map<ClockKind, Map<Integer, Long>> targets,
      ReopenPolicy reopening,
      RetargetMode retargeting,
      List<LevelPart> levels) {}

  record LevelPart(int number, ClockKind clock, long offsetMinutes) {}

  record PersonPart(
      String userName,
      UUID id,
      String email,
      String firstName,
      String lastName,
      Role role,
      Set<Permission> permissions,
      boolean companyManager,
      Set<Integer> groups,
      Set<Integer> categories,
      Set<Integer> sites,
      Integer capacity,
      Integer companyId,
      Integer departmentId,
      String zone,
      String password,
      String passwordHash) {}

  /** {@code body} is plain, or HTML when an element of it is in it. */
  record CannedAnswerPart(int id, String name, String body, boolean internal, Integer categoryId) {}

  /** {@code body} is plain, or HTML when an element of it is in it. */
  record ArticlePart(
      long id,
      String subject,
      String body,
      Integer categoryId,
      boolean staffOnly,
      List<String> tags) {}

  record AssetPart(
      long id,
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

  record KeyPart(Kind kind, String label, String secret, String userName, boolean readOnly) {}
}
