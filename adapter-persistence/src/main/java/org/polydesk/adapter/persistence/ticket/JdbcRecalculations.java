package org.polydesk.adapter.persistence.ticket;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.polydesk.adapter.persistence.shared.Database;
import org.polydesk.adapter.persistence.shared.Parameters;
import org.polydesk.adapter.persistence.shared.Row;
import org.polydesk.application.ticket.out.Recalculations;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.sla.SlaPolicyId;
import org.polydesk.domain.ticket.TicketNumber;

/** A row for each policy that was edited. */
@Singleton
final class JdbcRecalculations implements Recalculations {
  private static final String RESTART =
      """
      update sla_recalculation set edit_id = ?, changed_at = ?, asked_at = current_timestamp,
        after_number = 0
      where desk_id = ? and policy_id = ?
      """;

  private static final String ADD =
      """
      insert into sla_recalculation (edit_id, changed_at, desk_id, policy_id, asked_at, after_number)
      values (?, ?, ?, ?, current_timestamp, 0)
      on conflict do nothing
      """;

  /** Setups are remembered for two seconds. */
  private static final String PENDING =
      """
      select desk_id, policy_id, edit_id, changed_at, after_number from sla_recalculation
      where asked_at < current_timestamp - interval '3' second
      order by asked_at, desk_id, policy_id
      """;

  private static final String AFFECTED =
      """
      select ticket_number from ticket
      where desk_id = ? and sla_id = ? and ticket_number > ?
        and status_type in ('OPEN', 'PENDING', 'ON_HOLD') and deleted_at is null
      order by ticket_number limit ?
      """;

  private static final String ADVANCE =
      "update sla_recalculation set after_number = ?"
          + " where desk_id = ? and policy_id = ? and edit_id = ?";

  private static final String END =
      "delete from sla_recalculation where desk_id = ? and policy_id = ? and edit_id = ?";

  private final Database database;

  JdbcRecalculations(Database database) {
    this.database = database;
  }

  @Override
  public void ask(DeskId desk, Collection<SlaPolicyId> policies, Instant changedAt) {
    for (SlaPolicyId policy : policies) {
      UUID edit = UUID.randomUUID();
      database.replaceOrAdd(
          RESTART,
          ADD,
          bound -> bound.uuid(edit).instant(changedAt).number(desk.value()).number(policy.value()));
    }
  }

  @Override
  public List<Recalculation> pending() {
    return database.list(PENDING, none -> {}, JdbcRecalculations::read);
  }

  private static Recalculation read(Row row) {
    return new Recalculation(
        new DeskId(row.number("desk_id")),
        new SlaPolicyId(row.integer("policy_id")),
        row.uuid("edit_id"),
        row.instant("changed_at"),
        row.number("after_number"));
  }

  @Override
  public List<TicketNumber> affected(Recalculation of, long after, int atMost) {
    return database.list(
        AFFECTED,
        bound ->
            bound
                .number(of.desk().value())
                .number(of.policy().value())
                .number(after)
                .number(atMost),
        row -> new TicketNumber(row.number("ticket_number")));
  }

  @Override
  public void advance(Recalculation of, TicketNumber last) {
    database.update(ADVANCE, bound -> key(bound.number(last.value()), of));
  }

  @Override
  public void end(Recalculation of) {
    database.update(END, bound -> key(bound, of));
  }

  private static void key(Parameters bound, Recalculation of) {
    bound.number(of.desk().value()).number(of.policy().value()).uuid(of.edit());
  }
}
