package org.polydesk.adapter.persistence.audit;

import jakarta.inject.Singleton;
import java.util.List;
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
        entity_key, action, field, old_value, new_value)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String ABOUT =
      """
      select happened_at, actor_id, on_behalf_of, door, entity, entity_key, action, field,
        old_value, new_value
      from audit where desk_id = ? and entity = ? and entity_key = ?
      order by happened_at, audit_id
      """;

  private final Database database;
  private final KeyBlocks keys;

  JdbcAuditTrail(Database database) {
    this.database = database;
    this.keys = KeyBlocks.of(database, "audit_id_block");
  }

  @Override
  public void append(DeskId desk, List<AuditFact> facts) {
    database.batch(ADD, facts, (bound, fact) -> bind(bound, desk, fact));
  }

  private void bind(Parameters bound, DeskId desk, AuditFact fact) {
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
        .text(fact.newValue());
  }

  @Override
  public List<AuditFact> about(DeskId desk, String entity, String key) {
    return database.list(
        ABOUT, bound -> bound.number(desk.value()).text(entity).text(key), JdbcAuditTrail::read);
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
