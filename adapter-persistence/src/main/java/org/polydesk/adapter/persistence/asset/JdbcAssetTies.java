package org.polydesk.adapter.persistence.asset;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.polydesk.adapter.persistence.shared.Database;
import org.polydesk.adapter.persistence.shared.Sql;
import org.polydesk.adapter.persistence.ticket.BrowseSight;
import org.polydesk.application.asset.out.AssetTies;
import org.polydesk.application.ticket.out.TicketBrowsing.Onlooker;
import org.polydesk.domain.asset.AssetId;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.ticket.TicketId;
import org.polydesk.domain.ticket.TicketNumber;
import org.polydesk.domain.user.UserId;

/** A row for everybody who has an asset and for every ticket that is about one. */
@Singleton
final class JdbcAssetTies implements AssetTies {
  private static final String GIVE =
      """
      insert into asset_user (desk_id, asset_id, user_id, given_at) values (?, ?, ?, ?)
      on conflict do nothing
      """;

  private static final String TAKE =
      "delete from asset_user where desk_id = ? and asset_id = ? and user_id = ?";

  private static final String USERS =
      """
      select asset_id, user_id from (
        select asset_id, user_id,
          row_number() over (partition by asset_id order by given_at, user_id) as place
        from asset_user where desk_id = ? and asset_id = any (?)) holders
      where place <= ? order by asset_id, place
      """;

  private static final String ATTACH =
      """
      insert into asset_ticket (desk_id, asset_id, ticket_id) values (?, ?, ?)
      on conflict do nothing
      """;

  private static final String LINKS =
      " from asset_ticket l join ticket t on t.ticket_id = l.ticket_id and t.deleted_at is null"
          + " where l.desk_id = ? and l.asset_id";

  private final Database database;

  JdbcAssetTies(Database database) {
    this.database = database;
  }

  private record Holder(AssetId asset, UserId user) {}

  @Override
  public boolean give(DeskId desk, AssetId asset, UserId user, Instant at) {
    return database.update(
            GIVE,
            bound ->
                bound.number(desk.value()).number(asset.value()).uuid(user.value()).instant(at))
        > 0;
  }

  @Override
  public boolean take(DeskId desk, AssetId asset, UserId user) {
    return database.update(
            TAKE, bound -> bound.number(desk.value()).number(asset.value()).uuid(user.value()))
        > 0;
  }

  @Override
  public Map<AssetId, List<UserId>> users(DeskId desk, Collection<AssetId> assets, int most) {
    Map<AssetId, List<UserId>> users = new HashMap<>();
    if (!assets.isEmpty()) {
      database
          .list(
              USERS,
              bound -> bound.number(desk.value()).numbers(keys(assets)).number(most),
              row ->
                  new Holder(new AssetId(row.number("asset_id")), new UserId(row.uuid("user_id"))))
          .forEach(
              holder ->
                  users
                      .computeIfAbsent(holder.asset(), asset -> new ArrayList<>())
                      .add(holder.user()));
    }
    return users;
  }

  private static Long[] keys(Collection<AssetId> assets) {
    return assets.stream().map(AssetId::value).distinct().toArray(Long[]::new);
  }

  @Override
  public boolean attach(DeskId desk, AssetId asset, TicketId ticket) {
    return database.update(
            ATTACH,
            bound -> bound.number(desk.value()).number(asset.value()).number(ticket.value()))
        > 0;
  }

  @Override
  public List<TicketNumber> tickets(DeskId desk, AssetId asset, Onlooker onlooker, int most) {
    Optional<Sql> seen = new BrowseSight(desk, onlooker).condition();
    if (seen.isEmpty()) {
      return List.of();
    }
    Sql sql =
        new Sql()
            .add("select t.ticket_number")
            .add(LINKS + " = ?", bound -> bound.number(desk.value()).number(asset.value()))
            .add(seen.get())
            .add(" order by t.ticket_number desc limit ?", bound -> bound.number(most));
    return database.list(
        sql.text(), sql::bind, row -> new TicketNumber(row.number("ticket_number")));
  }

  private record Count(AssetId asset, long tickets) {}

  @Override
  public Map<AssetId, Long> ticketCounts(
      DeskId desk, Collection<AssetId> assets, Onlooker onlooker) {
    Map<AssetId, Long> counts = new HashMap<>();
    Optional<Sql> seen = new BrowseSight(desk, onlooker).condition();
    if (assets.isEmpty() || seen.isEmpty()) {
      return counts;
    }
    Sql sql =
        new Sql()
            .add("select l.asset_id, count(*) as tickets")
            .add(LINKS + " = any (?)", bound -> bound.number(desk.value()).numbers(keys(assets)))
            .add(seen.get())
            .add(" group by l.asset_id");
    database
        .list(
            sql.text(),
            sql::bind,
            row -> new Count(new AssetId(row.number("asset_id")), row.number("tickets")))
        .forEach(count -> counts.put(count.asset(), count.tickets()));
    return counts;
  }
}
