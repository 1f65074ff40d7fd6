package org.polydesk.adapter.persistence.audit;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.polydesk.adapter.persistence.shared.Database;
import org.polydesk.adapter.persistence.shared.KeyBlocks;
import org.polydesk.adapter.persistence.shared.Parameters;
import org.polydesk.adapter.persistence.shared.Row;
import org.polydesk.application.audit.out.AuditTrail;
import org.polydesk.domain.audit.AuditFact;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.user.UserId;

/** History in a table that is only inserted into. */
@Singleton
final class JdbcAuditTrail implements AuditTrail {
  private static final String ADD =
      """
      insert into audit (audit_id, desk_id, happened_at, actor_id, on_behalf_of, door, entity,
        entity_key, action, field, old_value, new_value, line_number)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String ABOUT =
      """
      select happened_at, actor_id, on_behalf_of, door, entity, entity_key, action, field,
        old_value, new_value
      from audit where desk_id = ? and entity = ? and entity_key = ?
      order by happened_at, audit_id
      """;

  private static final String LATEST =
      """
      select happened_at, actor_id, on_behalf_of, door, entity, entity_key, action, field,
        old_value, new_value
      from audit where desk_id = ? and entity = ? and entity_key = ?
      order by happened_at desc, audit_id desc limit ?
      """;

  private static final String LINES =
      """
      select line_number, happened_at, actor_id, on_behalf_of, door, entity, entity_key, action,
        field, old_value, new_value
      from audit
      where desk_id = ? and entity = ? and entity_key = ? and line_number is not null
      order by line_number, audit_id
      """;

  private record Told(long line, AuditFact fact) {}

  private final Database database;
  private final KeyBlocks keys;

  JdbcAuditTrail(Database database) {
    this.database = database;
    this.keys = KeyBlocks.of(database, "audit_id_block");
  }

  @Override
  public void append(DeskId desk, OptionalLong line, List<AuditFact> facts) {
    database.batch(ADD, facts, (bound, fact) -> bind(bound, desk, line, fact));
  }

  private void bind(Parameters bound, DeskId desk, OptionalLong line, AuditFact fact) {
    bound
        .number(keys.next())
        .number(desk.value())
        .instant(fact.at())
        .uuid(fact.actor().map(UserId::value))
        .uuid(fact.onBehalfOf().map(UserId::value))
        .text(fact.door())
        .text(fact.entity())
        .text(fact.key())
        .text(fact.action())
        .text(fact.field())
        .text(fact.oldValue())
        .text(fact.newValue())
        .bigNumber(line.isPresent() ? Optional.of(line.getAsLong()) : Optional.empty());
  }

  @Override
  public List<AuditFact> about(DeskId desk, String entity, String key) {
    return database.list(
        ABOUT, bound -> bound.number(desk.value()).text(entity).text(key), JdbcAuditTrail::read);
  }

  @Override
  public List<AuditFact> latest(DeskId desk, String entity, String key, int most) {
    return database.list(
        LATEST,
        bound -> bound.number(desk.value()).text(entity).text(key).number(most),
        JdbcAuditTrail::read);
  }

  @Override
  public List<AuditLine> lines(DeskId desk, String entity, String key) {
    Map<Long, List<AuditFact>> lines = new LinkedHashMap<>();
    database
        .list(
            LINES,
            bound -> bound.number(desk.value()).text(entity).text(key),
            row -> new Told(row.number("line_number"), read(row)))
        .forEach(
            told -> lines.computeIfAbsent(told.line(), n -> new ArrayList<>()).add(told.fact()));
    return lines.entrySet().stream()
        .map(line -> new AuditLine(line.getKey(), line.getValue()))
        .toList();
  }

  private static AuditFact read(Row row) {
    return new AuditFact(
        row.instant("happened_at"),
        row.optionalUuid("actor_id").map(UserId::new),
        row.optionalUuid("on_behalf_of").map(UserId::new),
        row.text("door"),
        row.text("entity"),
        row.text("entity_key"),
        row.text("action"),
        row.optionalText("field"),
        row.optionalText("old_value"),
        row.optionalText("new_value"));
  }
}
