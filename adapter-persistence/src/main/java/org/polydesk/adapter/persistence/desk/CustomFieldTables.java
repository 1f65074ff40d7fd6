package org.polydesk.adapter.persistence.desk;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.polydesk.adapter.persistence.shared.Database;
import org.polydesk.adapter.persistence.shared.Row;
import org.polydesk.domain.catalogue.CustomField;
import org.polydesk.domain.catalogue.CustomFields;
import org.polydesk.domain.catalogue.FieldKind;
import org.polydesk.domain.catalogue.FieldOption;
import org.polydesk.domain.catalogue.FieldSubject;
import org.polydesk.domain.catalogue.FieldValue;
import org.polydesk.domain.desk.DeskId;

/** The tables of custom fields, their categories and their options. */
@Singleton
final class CustomFieldTables {
  private static final String INSERT_FIELD =
      """
      insert into custom_field (desk_id, field_id, public_id, subject, name, kind,
        technicians_only, mandatory, hidden, multiple, field_position, default_value, active)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String INSERT_CATEGORY =
      "insert into custom_field_category (desk_id, field_id, category_id) values (?, ?, ?)";

  private static final String INSERT_OPTION =
      """
      insert into custom_field_option
        (desk_id, field_id, option_id, option_position, option_key, option_text)
      values (?, ?, ?, ?, ?, ?)
      """;

  private static final String FIELDS = "select * from custom_field where desk_id = ?";

  private static final String CATEGORIES = "select * from custom_field_category where desk_id = ?";

  private static final String OPTIONS =
      "select * from custom_field_option where desk_id = ? order by field_id, option_position";

  private static final List<String> TABLES =
      List.of("custom_field_category", "custom_field_option", "custom_field");

  private final Database database;

  CustomFieldTables(Database database) {
    this.database = database;
  }

  private record OfField<T>(int field, T part) {}

  private record PlacedOption(int field, int position, FieldOption option) {}

  CustomFields load(DeskId desk) {
    Map<Integer, List<Integer>> categories =
        parts(desk, CATEGORIES, row -> row.integer("category_id"));
    Map<Integer, List<FieldOption>> options = parts(desk, OPTIONS, CustomFieldTables::option);
    return new CustomFields(
        database.list(
            FIELDS,
            bound -> bound.number(desk.value()),
            row ->
                field(
                    row,
                    Set.copyOf(categories.getOrDefault(row.integer("field_id"), List.of())),
                    options.getOrDefault(row.integer("field_id"), List.of()))));
  }

  private <T> Map<Integer, List<T>> parts(DeskId desk, String sql, Function<Row, T> reader) {
    return database
        .list(
            sql,
            bound -> bound.number(desk.value()),
            row -> new OfField<>(row.integer("field_id"), reader.apply(row)))
        .stream()
        .collect(
            Collectors.groupingBy(
                OfField::field, Collectors.mapping(OfField::part, Collectors.toList())));
  }

  private static FieldOption option(Row row) {
    return new FieldOption(
        row.integer("option_id"), row.text("option_key"), row.text("option_text"));
  }

  private static CustomField field(Row row, Set<Integer> categories, List<FieldOption> options) {
    FieldKind kind = row.constant(FieldKind.class, "kind");
    return new CustomField(
        row.integer("field_id"),
        row.uuid("public_id"),
        row.constant(FieldSubject.class, "subject"),
        row.text("name"),
        kind,
        categories,
        row.flag("technicians_only"),
        row.flag("mandatory"),
        row.flag("hidden"),
        row.flag("multiple"),
        row.integer("field_position"),
        options,
        row.optionalText("default_value").map(kept -> FieldValue.restore(kind, kept)),
        row.flag("active"));
  }

  /** Takes away all fields of the desk; what stands in them stays. */
  void clear(DeskId desk) {
    for (String table : TABLES) {
      database.update(
          "delete from " + table + " where desk_id = ?", bound -> bound.number(desk.value()));
    }
  }

  void insert(DeskId desk, CustomFields fields) {
    database.batch(
        INSERT_FIELD,
        fields.all(),
        (bound, field) ->
            bound
                .number(desk.value())
                .number(field.id())
                .uuid(field.publicId())
                .name(field.subject())
                .text(field.name())
                .name(field.kind())
                .flag(field.techniciansOnly())
                .flag(field.mandatory())
                .flag(field.hidden())
                .flag(field.multiple())
                .number(field.position())
                .text(field.defaultValue().map(FieldValue::kept))
                .flag(field.active()));
    database.batch(
        INSERT_CATEGORY,
        fields.all().stream()
            .flatMap(field -> field.categoryIds().stream().map(id -> new OfField<>(field.id(), id)))
            .toList(),
        (bound, category) ->
            bound.number(desk.value()).number(category.field()).number(category.part().intValue()));
    database.batch(
        INSERT_OPTION,
        fields.all().stream().flatMap(field -> placed(field).stream()).toList(),
        (bound, placed) ->
            bound
                .number(desk.value())
                .number(placed.field())
                .number(placed.option().id())
                .number(placed.position())
                .text(placed.option().key())
                .text(placed.option().text()));
  }

  private static List<PlacedOption> placed(CustomField field) {
    return IntStream.range(0, field.options().size())
        .mapToObj(i -> new PlacedOption(field.id(), i, field.options().get(i)))
        .toList();
  }
}
