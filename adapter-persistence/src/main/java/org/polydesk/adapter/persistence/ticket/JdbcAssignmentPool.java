package org.polydesk.adapter.persistence.ticket;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.polydesk.adapter.persistence.shared.Database;
import org.polydesk.adapter.persistence.shared.Parameters;
import org.polydesk.adapter.persistence.shared.Row;
import org.polydesk.application.ticket.out.AssignmentPool;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.user.User;
import org.polydesk.domain.user.UserId;

/** One row for every team, which is locked while somebody is chosen, and one for every user. */
@Singleton
final class JdbcAssignmentPool implements AssignmentPool {
  /** Stands for no group and for no site; both are numbered from 1. */
  private static final int NONE = 0;

  private static final String LOCK =
      """
      select last_number from assignment_turn
      where desk_id = ? and group_id = ? and site_id = ? for update
      """;

  private static final String ADD =
      """
      insert into assignment_turn (desk_id, group_id, site_id, last_number) values (?, ?, ?, 0)
      on conflict do nothing
      """;

  private static final String TURN =
      """
      update assignment_turn set last_number = ?
      where desk_id = ? and group_id = ? and site_id = ?
      """;

  private static final String LOADS =
      """
      select u.user_id, c.chosen_at,
        (select count(*) from ticket t
          where t.desk_id = u.desk_id and t.technician_id = u.user_id and t.deleted_at is null
            and t.status_type in ('OPEN', 'PENDING', 'ON_HOLD')) as unfinished
      from app_user u left join assignment_choice c on c.user_id = u.user_id
      where u.desk_id = ? and u.user_id = any (?)
      """;

  private static final String REPLACE_CHOICE =
      "update assignment_choice set chosen_at = ? where desk_id = ? and user_id = ?";

  private static final String ADD_CHOICE =
      """
      insert into assignment_choice (chosen_at, desk_id, user_id) values (?, ?, ?)
      on conflict do nothing
      """;

  private final Database database;

  JdbcAssignmentPool(Database database) {
    this.database = database;
  }

  @Override
  public long lastChosen(DeskId desk, Team team) {
    Optional<Long> known = locked(desk, team);
    if (known.isPresent()) {
      return known.get();
    }
    database.update(ADD, bound -> bind(bound, desk, team));
    return locked(desk, team).orElseThrow();
  }

  private Optional<Long> locked(DeskId desk, Team team) {
    return database.find(LOCK, bound -> bind(bound, desk, team), row -> row.number("last_number"));
  }

  private static Parameters bind(Parameters bound, DeskId desk, Team team) {
    return bound
        .number(desk.value())
        .number(team.groupId().orElse(NONE).intValue())
        .number(team.siteId().orElse(NONE).intValue());
  }

  @Override
  public Map<UserId, Load> loads(DeskId desk, Collection<UserId> users) {
    UUID[] keys = users.stream().map(UserId::value).toArray(UUID[]::new);
    Function<Row, Map.Entry<UserId, Load>> reader =
        row ->
            Map.entry(
                new UserId(row.uuid("user_id")),
                new Load(row.number("unfinished"), row.optionalInstant("chosen_at")));
    return database.list(LOADS, bound -> bound.number(desk.value()).uuids(keys), reader).stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  @Override
  public void chose(User user, Team team, Instant at) {
    database.update(TURN, bound -> bind(bound.number(user.number()), user.desk(), team));
    database.replaceOrAdd(
        REPLACE_CHOICE,
        ADD_CHOICE,
        bound -> bound.instant(at).number(user.desk().value()).uuid(user.id().value()));
  }
}
