package org.polydesk.adapter.persistence.desk;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.polydesk.domain.desk.DeskSettings;
import org.polydesk.domain.desk.DeskSettings.AssignmentSettings;
import org.polydesk.domain.desk.DeskSettings.AssignmentStrategy;
import org.polydesk.domain.desk.DeskSettings.NotificationSettings;
import org.polydesk.domain.desk.DeskSettings.ReopeningSettings;
import org.polydesk.domain.desk.DeskSettings.StatusSettings;
import org.polydesk.domain.desk.DeskSettings.TicketDefaults;

/** A desk's settings as names and texts; what is empty has no row. */
final class DeskSettingRows {
  private final Map<String, String> rows;

  private DeskSettingRows(Map<String, String> rows) {
    this.rows = rows;
  }

  static Map<String, String> of(DeskSettings settings) {
    DeskSettingRows written = new DeskSettingRows(new TreeMap<>());
    written.put(settings.defaults());
    written.put(settings.statuses());
    written.put("assignment.onCreate", settings.assignment().onCreate());
    written.put("assignment.onUpdate", settings.assignment().onUpdate());
    written.put("assignment.strategy", settings.assignment().strategy());
    written.put(settings.notifications());
    written.put("reopening.allowed", settings.reopening().allowed());
    written.put("reopening.restartsClock", settings.reopening().restartsClock());
    written.put("reopening.answerResumesPending", settings.reopening().answerResumesPending());
    written.put("reopening.replyStartsWork", settings.reopening().replyStartsWork());
    written.put("lockAfter", settings.lockAfter());
    written.put("closeAfter", settings.closeAfter());
    written.put("autoCreateRequester", settings.autoCreateRequester());
    written.put("ownCategoriesOnly", settings.ownCategoriesOnly());
    written.put("closingNeedsTasksDone", settings.closingNeedsTasksDone());
    return written.rows;
  }

  static DeskSettings read(Map<String, String> rows) {
    DeskSettingRows stored = new DeskSettingRows(rows);
    return new DeskSettings(
        stored.defaults(),
        stored.statuses(),
        new AssignmentSettings(
            stored.flag("assignment.onCreate"),
            stored.flag("assignment.onUpdate"),
            AssignmentStrategy.valueOf(rows.get("assignment.strategy"))),
        stored.notifications(),
        new ReopeningSettings(
            stored.flag("reopening.allowed"),
            stored.flag("reopening.restartsClock"),
            stored.flag("reopening.answerResumesPending"),
            stored.flag("reopening.replyStartsWork")),
        stored.duration("lockAfter"),
        stored.duration("closeAfter"),
        stored.flag("autoCreateRequester"),
        stored.flag("ownCategoriesOnly"),
        stored.flag("closingNeedsTasksDone"));
  }

  private void put(TicketDefaults defaults) {
    put("defaults.siteId", defaults.siteId());
    put("defaults.tierLevelId", defaults.tierLevelId());
    put("defaults.statusId", defaults.statusId());
    put("defaults.priorityId", defaults.priorityId());
    put("defaults.categoryId", defaults.categoryId());
    put("defaults.departmentId", defaults.departmentId());
  }

  private TicketDefaults defaults() {
    return new TicketDefaults(
        id("defaults.siteId"),
        id("defaults.tierLevelId"),
        id("defaults.statusId"),
        id("defaults.priorityId"),
        id("defaults.categoryId"),
        id("defaults.departmentId"));
  }

  private void put(StatusSettings statuses) {
    put("statuses.openId", statuses.openId());
    put("statuses.inProgressId", statuses.inProgressId());
    put("statuses.resolvedId", statuses.resolvedId());
    put("statuses.closedId", statuses.closedId());
    put("statuses.reopenedId", statuses.reopenedId());
    put("statuses.sayInProgress", statuses.sayInProgress());
  }

  private StatusSettings statuses() {
    return new StatusSettings(
        existingId("statuses.openId"),
        existingId("statuses.inProgressId"),
        existingId("statuses.resolvedId"),
        existingId("statuses.closedId"),
        existingId("statuses.reopenedId"),
        flag("statuses.sayInProgress"));
  }

  private void put(NotificationSettings notifications) {
    put("notifications.onAssign", notifications.onAssign());
    put("notifications.onCreateAcknowledge", notifications.onCreateAcknowledge());
    put("notifications.onResolve", notifications.onResolve());
    put("notifications.onCloseAcknowledged", notifications.onCloseAcknowledged());
    put("notifications.onRequesterReply", notifications.onRequesterReply());
    put("notifications.push", notifications.push());
  }

  private NotificationSettings notifications() {
    return new NotificationSettings(
        flag("notifications.onAssign"),
        flag("notifications.onCreateAcknowledge"),
        flag("notifications.onResolve"),
        flag("notifications.onCloseAcknowledged"),
        flag("notifications.onRequesterReply"),
        flag("notifications.push"));
  }

  private void put(String name, Object value) {
    rows.put(name, value.toString());
  }

  private void put(String name, Optional<?> value) {
    value.ifPresent(present -> rows.put(name, present.toString()));
  }

  private boolean flag(String name) {
    return Boolean.parseBoolean(rows.get(name));
  }

  private Optional<Integer> id(String name) {
    return Optional.ofNullable(rows.get(name)).map(Integer::valueOf);
  }

  private int existingId(String name) {
    return id(name).orElseThrow(() -> new IllegalStateException("no setting " + name));
  }

  private Optional<Duration> duration(String name) {
    return Optional.ofNullable(rows.get(name)).map(Duration::parse);
  }
}
