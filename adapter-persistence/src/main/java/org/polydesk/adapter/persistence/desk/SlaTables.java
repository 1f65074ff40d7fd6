package org.polydesk.adapter.persistence.desk;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.polydesk.adapter.persistence.shared.Compact;
import org.polydesk.adapter.persistence.shared.Database;
import org.polydesk.adapter.persistence.shared.Parameters;
import org.polydesk.adapter.persistence.shared.Row;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.sla.CalendarId;
import org.polydesk.domain.sla.DeskCalendar;
import org.polydesk.domain.sla.SlaCatalogue;
import org.polydesk.domain.sla.SlaPolicy;
import org.polydesk.domain.sla.SlaPolicyId;
import org.polydesk.domain.sla.SlaRule;
import org.polydesk.domain.sla.SlaTrait;

/** The tables of calendars, policies and rules. */
@Singleton
final class SlaTables {
  private static final String INSERT_CALENDAR =
      """
      insert into calendar (desk_id, calendar_id, name, minutes_per_day, definition)
      values (?, ?, ?, ?, ?)
      """;

  private static final String INSERT_POLICY =
      """
      insert into sla_policy (desk_id, policy_id, name, calendar_id, definition)
      values (?, ?, ?, ?, ?)
      """;

  private static final String INSERT_RULE =
      """
      insert into sla_rule (desk_id, position, rule_rank, active, conditions, policy_id)
      values (?, ?, ?, ?, ?, ?)
      """;

  private static final String SET_DEFAULT =
      "update desk set default_sla_policy_id = ? where desk_id = ?";

  private final Database database;
  private final SlaDefinitions definitions = new SlaDefinitions();

  SlaTables(Database database) {
    this.database = database;
  }

  private record PlacedRule(int position, SlaRule rule) {}

  SlaCatalogue load(DeskId desk, Optional<SlaPolicyId> defaultPolicy) {
    return new SlaCatalogue(
        byKey(rows(desk, "calendar", "calendar_id", this::calendar), DeskCalendar::id),
        byKey(rows(desk, "sla_policy", "policy_id", this::policy), SlaPolicy::id),
        rows(desk, "sla_rule", "position", SlaTables::rule),
        defaultPolicy);
  }

  private static <K, V> Map<K, V> byKey(List<V> values, Function<V, K> key) {
    return values.stream().collect(Collectors.toMap(key, Function.identity()));
  }

  private <T> List<T> rows(DeskId desk, String table, String order, Function<Row, T> reader) {
    return database.list(
        "select * from %s where desk_id = ? order by %s".formatted(table, order),
        bound -> bound.number(desk.value()),
        reader);
  }

  private DeskCalendar calendar(Row row) {
    return new DeskCalendar(
        new CalendarId(row.integer("calendar_id")),
        row.text("name"),
        row.integer("minutes_per_day"),
        definitions.calendar(row.text("definition")));
  }

  private SlaPolicy policy(Row row) {
    return definitions.policy(
        new SlaPolicyId(row.integer("policy_id")),
        row.text("name"),
        new CalendarId(row.integer("calendar_id")),
        row.text("definition"));
  }

  private static SlaRule rule(Row row) {
    return new SlaRule(
        row.integer("rule_rank"),
        row.flag("active"),
        Compact.list(row.text("conditions"), text -> text.split("=")).stream()
            .collect(Collectors.toMap(p -> SlaTrait.valueOf(p[0]), p -> Long.valueOf(p[1]))),
        new SlaPolicyId(row.integer("policy_id")));
  }

  /** Removes everything but the desk's default policy. */
  void clear(DeskId desk) {
    for (String table : List.of("sla_rule", "sla_policy", "calendar")) {
      database.update(
          "delete from " + table + " where desk_id = ?", bound -> bound.number(desk.value()));
    }
  }

  void insert(DeskId desk, SlaCatalogue slas) {
    database.batch(
        INSERT_CALENDAR,
        slas.calendars().values(),
        (bound, calendar) -> bind(bound.number(desk.value()), calendar));
    database.batch(
        INSERT_POLICY,
        slas.policies().values(),
        (bound, policy) -> bind(bound.number(desk.value()), policy));
    List<PlacedRule> rules = new ArrayList<>();
    slas.rules().forEach(rule -> rules.add(new PlacedRule(rules.size(), rule)));
    database.batch(INSERT_RULE, rules, (bound, placed) -> bind(bound.number(desk.value()), placed));
    database.update(
        SET_DEFAULT,
        bound -> bound.number(slas.defaultPolicy().map(SlaPolicyId::value)).number(desk.value()));
  }

  private void bind(Parameters bound, DeskCalendar calendar) {
    bound
        .number(calendar.id().value())
        .text(calendar.name())
        .number(calendar.minutesPerDay())
        .text(definitions.text(calendar.hours()));
  }

  private void bind(Parameters bound, SlaPolicy policy) {
    bound
        .number(policy.id().value())
        .text(policy.name())
        .number(policy.calendarId().value())
        .text(definitions.text(policy));
  }

  private static void bind(Parameters bound, PlacedRule placed) {
    SlaRule rule = placed.rule();
    bound
        .number(placed.position())
        .number(rule.rank())
        .flag(rule.active())
        .text(
            Compact.text(
                rule.conditions().entrySet().stream()
                    .map(condition -> condition.getKey() + "=" + condition.getValue())
                    .sorted()
                    .toList()))
        .number(rule.policyId().value());
  }
}
