package org.polydesk.adapter.persistence.ticket;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.polydesk.adapter.persistence.shared.Sql;
import org.polydesk.application.identity.Scope.Reach;
import org.polydesk.application.ticket.out.TicketBrowsing.Onlooker;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.user.UserId;

/**
 * What somebody sees, as a condition on the ticket {@code t}. Tickets that are reached through a
 * person are looked up by that person, for there are few of them among many others.
 */
public final class BrowseSight {
  private final DeskId desk;
  private final Onlooker onlooker;

  public BrowseSight(DeskId desk, Onlooker onlooker) {
    this.desk = desk;
    this.onlooker = onlooker;
  }

  /** The condition, beginning with {@code and} unless it is none; empty when he sees nothing. */
  public Optional<Sql> condition() {
    if (onlooker.reaches().contains(Reach.DESK)) {
      return Optional.of(new Sql());
    }
    List<Sql> ways = new ArrayList<>();
    List<Sql> lookUps =
        onlooker.reaches().stream().sorted().flatMap(reach -> lookUps(reach).stream()).toList();
    if (!lookUps.isEmpty()) {
      ways.add(isOneOf("t.ticket_id", Sql.joined(lookUps, " union all ")));
    }
    if (onlooker.reaches().contains(Reach.CATEGORIES) && !onlooker.categories().isEmpty()) {
      ways.add(
          new Sql()
              .add(
                  onlooker.categories().stream()
                      .sorted()
                      .map(String::valueOf)
                      .collect(Collectors.joining(", ", "t.category_id in (", ")"))));
    }
    return ways.isEmpty()
        ? Optional.empty()
        : Optional.of(new Sql().add(" and (").add(Sql.joined(ways, " or ")).add(")"));
  }

  /**
   * Whether {@code column} is among what {@code found}, a union of selects of a ticket's key,
   * finds. H2 keeps the result of a select for all rows that are asked, but makes that of a bare
   * union anew for each of them.
   */
  static Sql isOneOf(String column, Sql found) {
    return new Sql()
        .add(column + " in (select looked_up.ticket_id from (")
        .add(found)
        .add(") looked_up)");
  }

  private List<Sql> lookUps(Reach reach) {
    Optional<UUID> user = onlooker.user().map(UserId::value);
    return switch (reach) {
      case DESK, CATEGORIES -> List.of();
      case OWN -> user.map(this::own).orElse(List.of());
      case SUBSCRIBED -> user.map(BrowseSight::subscribed).map(List::of).orElse(List.of());
      case COMPANY -> onlooker.companyId().map(this::ofCompany).map(List::of).orElse(List.of());
    };
  }

  private List<Sql> own(UUID user) {
    return List.of(
        new Sql()
            .add(
                "select o.ticket_id from ticket o where o.desk_id = ? and o.requester_id = ?"
                    + " and o.deleted_at is null",
                bound -> bound.number(desk.value()).uuid(user)),
        new Sql()
            .add(
                "select o.ticket_id from ticket o where o.desk_id = ? and o.technician_id = ?"
                    + " and o.deleted_at is null",
                bound -> bound.number(desk.value()).uuid(user)),
        new Sql()
            .add(
                "select k.ticket_id from task k where k.desk_id = ? and k.assigned_to = ?",
                bound -> bound.number(desk.value()).uuid(user)));
  }

  /** The tickets that somebody follows. */
  static Sql subscribed(UUID user) {
    return new Sql()
        .add(
            "select s.ticket_id from ticket_subscriber s where s.user_id = ?",
            bound -> bound.uuid(user));
  }

  private Sql ofCompany(int company) {
    return new Sql()
        .add(
            "select o.ticket_id from ticket o where o.desk_id = ? and o.deleted_at is null and ",
            bound -> bound.number(desk.value()))
        .add(isOfCompany("o", desk, company));
  }

  /** Whether somebody of this company asks. */
  static Sql isOfCompany(String alias, DeskId desk, int company) {
    return new Sql()
        .add(
            alias
                + ".requester_id in (select c.user_id from app_user c"
                + " where c.desk_id = ? and c.company_id = ?)",
            bound -> bound.number(desk.value()).number(company));
  }
}
