package org.polydesk.adapter.persistence.asset;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.polydesk.adapter.persistence.shared.Database;
import org.polydesk.adapter.persistence.shared.DeskNumbers;
import org.polydesk.adapter.persistence.shared.Parameters;
import org.polydesk.adapter.persistence.shared.Row;
import org.polydesk.adapter.persistence.shared.Sql;
import org.polydesk.application.asset.AssetFilter;
import org.polydesk.application.asset.out.Assets;
import org.polydesk.application.shared.Slice;
import org.polydesk.domain.asset.Asset;
import org.polydesk.domain.asset.AssetId;
import org.polydesk.domain.asset.AssetLabel;
import org.polydesk.domain.asset.AssetTraits;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.Texts;

/** Assets in a table of their own; the names they share in another. */
@Singleton
final class JdbcAssets implements Assets {
  private static final String NUMBERS = "asset";

  private static final String SELECT =
      """
      select a.*, m.name as manufacturer, k.name as type, s.name as supplier
      from asset a
      left join asset_label m
        on m.desk_id = a.desk_id and m.kind = 'MANUFACTURER' and m.label_id = a.manufacturer_id
      left join asset_label k
        on k.desk_id = a.desk_id and k.kind = 'TYPE' and k.label_id = a.type_id
      left join asset_label s
        on s.desk_id = a.desk_id and s.kind = 'SUPPLIER' and s.label_id = a.supplier_id
      where a.desk_id = ?""";

  private static final String BY_ID = SELECT + " and a.asset_id = ?";

  private static final String HOLDERS =
      """
      in (select h.asset_id from asset_user h
        join app_user u on u.user_id = h.user_id
        where h.desk_id = ? and %s)""";

  private static final String INSERT =
      """
      insert into asset (model_name, folded_model, serial_number, location, comments, quantity,
        manufacturer_id, type_id, supplier_id, company_id, disabled, version, desk_id, asset_id)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String UPDATE =
      """
      update asset set model_name = ?, folded_model = ?, serial_number = ?, location = ?,
        comments = ?, quantity = ?, manufacturer_id = ?, type_id = ?, supplier_id = ?,
        company_id = ?, disabled = ?, version = ?
      where desk_id = ? and asset_id = ? and version = ?
      """;

  private static final String LABEL =
      "select label_id, name from asset_label where desk_id = ? and kind = ? and folded_name = ?";

  private static final String ADD_LABEL =
      """
      insert into asset_label (desk_id, kind, label_id, name, folded_name)
      values (?, ?, ?, ?, ?)
      """;

  private final Database database;
  private final DeskNumbers numbers;

  JdbcAssets(Database database, DeskNumbers numbers) {
    this.database = database;
    this.numbers = numbers;
  }

  @Override
  public AssetId nextId(DeskId desk) {
    return new AssetId(numbers.next(desk, NUMBERS));
  }

  @Override
  public void add(Asset asset) {
    numbers.behind(asset.desk(), NUMBERS, asset.id().value());
    database.update(INSERT, bound -> bind(bound, asset, asset.version()));
  }

  @Override
  public Asset save(Asset asset) {
    long next = asset.version() + 1;
    int changed =
        database.update(UPDATE, bound -> bind(bound, asset, next).number(asset.version()));
    if (changed == 0) {
      throw DeskException.staleVersion("asset");
    }
    return asset.withVersion(next);
  }

  private static Parameters bind(Parameters bound, Asset asset, long version) {
    AssetTraits traits = asset.traits();
    return bound
        .text(traits.modelName())
        .text(Texts.folded(traits.modelName()))
        .text(traits.serialNumber())
        .text(traits.location())
        .text(traits.comments())
        .number(traits.quantity())
        .number(asset.manufacturer().map(AssetLabel::id))
        .number(asset.type().map(AssetLabel::id))
        .number(asset.supplier().map(AssetLabel::id))
        .number(asset.companyId())
        .flag(asset.disabled())
        .number(version)
        .number(asset.desk().value())
        .number(asset.id().value());
  }

  @Override
  public Optional<Asset> find(DeskId desk, AssetId id) {
    return database.find(
        BY_ID, bound -> bound.number(desk.value()).number(id.value()), JdbcAssets::read);
  }

  @Override
  public List<Asset> list(DeskId desk, AssetFilter filter, Slice slice) {
    Sql sql = new Sql().add(SELECT, bound -> bound.number(desk.value()));
    if (!filter.disabledToo()) {
      sql.add(" and not a.disabled");
    }
    filter
        .modelPrefix()
        .ifPresent(
            prefix ->
                sql.add(
                    " and a.folded_model like ? escape '\\'",
                    bound -> bound.text(beginningWith(prefix))));
    filter
        .user()
        .ifPresent(
            user ->
                sql.add(" and a.asset_id ")
                    .add(
                        HOLDERS.formatted("h.user_id = ?"),
                        bound -> bound.number(desk.value()).uuid(user.value())));
    filter
        .companyId()
        .ifPresent(
            company ->
                sql.add(" and (a.company_id = ? or a.asset_id ", bound -> bound.number(company))
                    .add(
                        HOLDERS.formatted("u.company_id = ?") + ")",
                        bound -> bound.number(desk.value()).number(company)));
    filter
        .departmentId()
        .ifPresent(
            department ->
                sql.add(" and a.asset_id ")
                    .add(
                        HOLDERS.formatted("u.department_id = ?"),
                        bound -> bound.number(desk.value()).number(department)));
    filter
        .ticket()
        .ifPresent(
            ticket ->
                sql.add(
                    " and a.asset_id in (select l.asset_id from asset_ticket l"
                        + " where l.desk_id = ? and l.ticket_id = ?)",
                    bound -> bound.number(desk.value()).number(ticket.value())));
    sql.add(
        " order by a.asset_id limit ? offset ?",
        bound -> bound.number(slice.length()).number(slice.skip()));
    return database.list(sql.text(), sql::bind, JdbcAssets::read);
  }

  private static String beginningWith(String prefix) {
    return Texts.folded(prefix).replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
  }

  private static Asset read(Row row) {
    return new Asset(
        new AssetId(row.number("asset_id")),
        new DeskId(row.number("desk_id")),
        new AssetTraits(
            row.text("model_name"),
            row.text("serial_number"),
            row.text("location"),
            row.text("comments"),
            row.integer("quantity")),
        label(row, "manufacturer"),
        label(row, "type"),
        label(row, "supplier"),
        row.optionalInteger("company_id"),
        row.flag("disabled"),
        row.number("version"));
  }

  private static Optional<AssetLabel> label(Row row, String column) {
    return row.optionalInteger(column + "_id").map(id -> new AssetLabel(id, row.text(column)));
  }

  @Override
  public AssetLabel label(DeskId desk, AssetLabel.Kind kind, String name) {
    return find(desk, kind, name).orElseGet(() -> made(desk, kind, name));
  }

  private Optional<AssetLabel> find(DeskId desk, AssetLabel.Kind kind, String name) {
    return database.find(
        LABEL,
        bound -> bound.number(desk.value()).name(kind).text(Texts.folded(name)),
        row -> new AssetLabel(row.integer("label_id"), row.text("name")));
  }

  /** Whoever has the next number is the only one who makes a label now; he may not be the first. */
  private AssetLabel made(DeskId desk, AssetLabel.Kind kind, String name) {
    int next = Math.toIntExact(numbers.next(desk, "asset label " + kind.name()));
    return find(desk, kind, name)
        .orElseGet(
            () -> {
              database.update(
                  ADD_LABEL,
                  bound ->
                      bound
                          .number(desk.value())
                          .name(kind)
                          .number(next)
                          .text(name)
                          .text(Texts.folded(name)));
              return new AssetLabel(next, name);
            });
  }
}
