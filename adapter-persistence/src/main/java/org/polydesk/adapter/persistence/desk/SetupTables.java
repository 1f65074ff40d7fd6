package org.polydesk.adapter.persistence.desk;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.polydesk.adapter.persistence.shared.Database;
import org.polydesk.adapter.persistence.shared.DuplicateKeyException;
import org.polydesk.adapter.persistence.shared.Row;
import org.polydesk.application.desk.DeskSetup;
import org.polydesk.domain.catalogue.Catalogue;
import org.polydesk.domain.catalogue.CatalogueList;
import org.polydesk.domain.catalogue.CatalogueRow;
import org.polydesk.domain.catalogue.StatusRow;
import org.polydesk.domain.catalogue.Tag;
import org.polydesk.domain.catalogue.TagCategory;
import org.polydesk.domain.desk.Desk;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.sla.SlaPolicyId;
import org.polydesk.domain.ticket.StatusType;

/** The tables of a desk and its catalogue. */
@Singleton
final class SetupTables {
  /** H2, which only one process uses, trips over two definitions at once. */
  private static final Object DEFINING = new Object();

  private static final String DESK =
      "select public_id, name, default_sla_policy_id, setup_version from desk where desk_id = ?";

  private static final String INSERT_DESK =
      """
      insert into desk (public_id, name, default_sla_policy_id, desk_id, setup_version)
      values (?, ?, null, ?, 1)
      """;

  private static final String UPDATE_DESK =
      """
      update desk set public_id = ?, name = ?, setup_version = setup_version + 1
      where desk_id = ? and setup_version = ?
      """;

  private static final String INSERT_SETTING =
      "insert into desk_setting (desk_id, name, setting) values (?, ?, ?)";

  private static final String INSERT_STATUS =
      "insert into status_row (desk_id, status_id, name, type, pauses_clock) values (?, ?, ?, ?, ?)";

  private static final String INSERT_ROW =
      """
      insert into catalogue_row (desk_id, list, row_id, name, parent_id, active, staff_only)
      values (?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String INSERT_TAG =
      "insert into tag (desk_id, tag_id, category_id, name, deleted) values (?, ?, ?, ?, ?)";

  private static final String INSERT_TAG_CATEGORY =
      """
      insert into tag_category (desk_id, category_id, name, color, deleted)
      values (?, ?, ?, ?, ?)
      """;

  private static final List<String> TABLES =
      List.of("desk_setting", "status_row", "catalogue_row", "tag", "tag_category");

  private final Database database;
  private final SlaTables slas;
  private final CustomFieldTables fields;

  SetupTables(Database database, SlaTables slas, CustomFieldTables fields) {
    this.database = database;
    this.slas = slas;
    this.fields = fields;
  }

  /** A setup and the number of changes behind it. */
  record StoredSetup(DeskSetup setup, long version) {
    boolean isVersion(long other) {
      return version == other;
    }
  }

  private record DeskHead(
      UUID publicId, String name, Optional<SlaPolicyId> defaultPolicy, long version) {}

  private record ListedRow(CatalogueList list, CatalogueRow row) {}

  /** The version of the desk's setup; empty when there is no such desk. */
  Optional<Long> versionOf(DeskId desk) {
    return head(desk).map(DeskHead::version);
  }

  private Optional<DeskHead> head(DeskId desk) {
    return database.find(
        DESK,
        bound -> bound.number(desk.value()),
        row ->
            new DeskHead(
                row.uuid("public_id"),
                row.text("name"),
                row.optionalInteger("default_sla_policy_id").map(SlaPolicyId::new),
                row.number("setup_version")));
  }

  /** Holds back others who want to change this desk's setup until the transaction ends. */
  void lock(DeskId desk) {
    database.find(
        "select desk_id from desk where desk_id = ? for update",
        bound -> bound.number(desk.value()),
        row -> row.number("desk_id"));
  }

  /** Reads everything, again if it was changed meanwhile, so that nobody sees half a change. */
  Optional<StoredSetup> load(DeskId desk) {
    Optional<DeskHead> before = head(desk);
    while (before.isPresent()) {
      DeskSetup setup = load(desk, before.get());
      Optional<DeskHead> after = head(desk);
      if (before.equals(after)) {
        return Optional.of(new StoredSetup(setup, before.get().version()));
      }
      before = after;
    }
    return Optional.empty();
  }

  private DeskSetup load(DeskId desk, DeskHead head) {
    Map<String, String> settings = new HashMap<>();
    rows(desk, "desk_setting", row -> settings.put(row.text("name"), row.text("setting")));
    return new DeskSetup(
        new Desk(desk, head.publicId(), head.name(), DeskSettingRows.read(settings)),
        catalogue(desk),
        slas.load(desk, head.defaultPolicy()),
        fields.load(desk));
  }

  private Catalogue catalogue(DeskId desk) {
    Map<CatalogueList, List<CatalogueRow>> lists =
        rows(desk, "catalogue_row", SetupTables::listedRow).stream()
            .collect(
                Collectors.groupingBy(
                    ListedRow::list, Collectors.mapping(ListedRow::row, Collectors.toList())));
    return new Catalogue(
        rows(desk, "status_row", SetupTables::status),
        lists,
        rows(desk, "tag", SetupTables::tag),
        rows(desk, "tag_category", SetupTables::tagCategory));
  }

  private <T> List<T> rows(DeskId desk, String table, Function<Row, T> reader) {
    return database.list(
        "select * from " + table + " where desk_id = ?",
        bound -> bound.number(desk.value()),
        reader);
  }

  /** The status with this id as it is stored now. */
  Optional<StatusRow> status(DeskId desk, int id) {
    return database.find(
        "select * from status_row where desk_id = ? and status_id = ?",
        bound -> bound.number(desk.value()).number(id),
        SetupTables::status);
  }

  private static ListedRow listedRow(Row row) {
    return new ListedRow(
        row.constant(CatalogueList.class, "list"),
        new CatalogueRow(
            row.integer("row_id"),
            row.text("name"),
            row.optionalInteger("parent_id"),
            row.flag("active"),
            row.flag("staff_only")));
  }

  private static StatusRow status(Row row) {
    return new StatusRow(
        row.integer("status_id"),
        row.text("name"),
        row.constant(StatusType.class, "type"),
        row.flag("pauses_clock"));
  }

  private static Tag tag(Row row) {
    return new Tag(
        row.integer("tag_id"), row.uuid("category_id"), row.text("name"), row.flag("deleted"));
  }

  private static TagCategory tagCategory(Row row) {
    return new TagCategory(
        row.uuid("category_id"), row.text("name"), row.text("color"), row.flag("deleted"));
  }

  /**
   * Makes the sequences that number a desk's tickets and users, unless they are there.
   *
   * @throws DeskException {@code STALE_VERSION} when somebody else makes them right now
   */
  void defineSequences(DeskId desk) {
    synchronized (DEFINING) {
      try {
        for (String counted : List.of("ticket_number", "user_number")) {
          database.define(
              "create sequence if not exists %s_%d start with 1 increment by 1 cache 1"
                  .formatted(counted, desk.value()));
        }
      } catch (DuplicateKeyException e) {
        throw DeskException.staleVersion("desk");
      }
    }
  }

  /**
   * Adds a desk.
   *
   * @throws DeskException {@code STALE_VERSION} when somebody else has just added it
   */
  void insert(DeskSetup setup) {
    Desk desk = setup.desk();
    int added =
        database.update(
            INSERT_DESK + " on conflict do nothing",
            bound -> bound.uuid(desk.publicId()).text(desk.name()).number(desk.id().value()));
    if (added == 0) {
      throw DeskException.staleVersion("desk");
    }
    insertRows(setup);
  }

  /**
   * Replaces a desk's setup.
   *
   * @param version the one that is replaced
   * @throws DeskException {@code STALE_VERSION} when there is another one
   */
  void replace(DeskSetup setup, long version) {
    Desk desk = setup.desk();
    int changed =
        database.update(
            UPDATE_DESK,
            bound ->
                bound
                    .uuid(desk.publicId())
                    .text(desk.name())
                    .number(desk.id().value())
                    .number(version));
    if (changed == 0) {
      throw DeskException.staleVersion("desk");
    }
    slas.clear(desk.id());
    fields.clear(desk.id());
    for (String table : TABLES) {
      database.update(
          "delete from " + table + " where desk_id = ?", bound -> bound.number(desk.id().value()));
    }
    insertRows(setup);
  }

  private void insertRows(DeskSetup setup) {
    long desk = setup.desk().id().value();
    Catalogue catalogue = setup.catalogue();
    database.batch(
        INSERT_SETTING,
        DeskSettingRows.of(setup.desk().settings()).entrySet(),
        (bound, entry) -> bound.number(desk).text(entry.getKey()).text(entry.getValue()));
    database.batch(
        INSERT_STATUS,
        catalogue.statuses(),
        (bound, row) ->
            bound
                .number(desk)
                .number(row.id())
                .text(row.name())
                .name(row.type())
                .flag(row.pausesClock()));
    database.batch(
        INSERT_ROW,
        Arrays.stream(CatalogueList.values())
            .flatMap(list -> catalogue.rows(list).stream().map(row -> new ListedRow(list, row)))
            .toList(),
        (bound, listed) ->
            bound
                .number(desk)
                .name(listed.list())
                .number(listed.row().id())
                .text(listed.row().name())
                .number(listed.row().parentId())
                .flag(listed.row().active())
                .flag(listed.row().staffOnly()));
    database.batch(
        INSERT_TAG,
        catalogue.tags(),
        (bound, tag) ->
            bound
                .number(desk)
                .number(tag.id())
                .uuid(tag.category())
                .text(tag.text())
                .flag(tag.deleted()));
    database.batch(
        INSERT_TAG_CATEGORY,
        catalogue.tagCategories(),
        (bound, category) ->
            bound
                .number(desk)
                .uuid(category.id())
                .text(category.name())
                .text(category.color())
                .flag(category.deleted()));
    slas.insert(setup.desk().id(), setup.slas());
    fields.insert(setup.desk().id(), setup.fields());
  }
}
