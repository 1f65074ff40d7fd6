package org.polydesk.adapter.persistence.field;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.polydesk.adapter.persistence.shared.Database;
import org.polydesk.application.field.out.FieldValues;
import org.polydesk.domain.catalogue.FieldSubject;
import org.polydesk.domain.catalogue.FieldValue;
import org.polydesk.domain.desk.DeskId;

/** A row for each field that is set. */
@Singleton
final class JdbcFieldValues implements FieldValues {
  private static final String REPLACE =
      """
      update field_value set kept = ?
      where desk_id = ? and subject = ? and owner_key = ? and field_id = ?
      """;

  private static final String ADD =
      """
      insert into field_value (kept, desk_id, subject, owner_key, field_id)
      values (?, ?, ?, ?, ?) on conflict do nothing
      """;

  private static final String REMOVE =
      "delete from field_value where desk_id = ? and subject = ? and owner_key = ? and field_id = ?";

  private static final String FORGET =
      "delete from field_value where desk_id = ? and subject = ? and owner_key = ?";

  private static final String OF_OWNERS =
      """
      select owner_key, field_id, kept from field_value
      where desk_id = ? and subject = ? and owner_key = any (?)
      """;

  private static final String NAMING =
      """
      select subject, owner_key, field_id, kept from field_value
      where desk_id = ? and field_id in (%s) and lower(kept) like ?
      """;

  private final Database database;

  JdbcFieldValues(Database database) {
    this.database = database;
  }

  private record ValueRow(Owner owner, int field, String kept) {}

  @Override
  public void keep(DeskId desk, Owner owner, Map<Integer, Optional<FieldValue>> values) {
    values.forEach(
        (field, value) ->
            value.ifPresentOrElse(
                given -> keep(desk, owner, field, given.kept()),
                () ->
                    database.update(
                        REMOVE,
                        bound ->
                            bound
                                .number(desk.value())
                                .name(owner.subject())
                                .text(owner.key())
                                .number(field))));
  }

  private void keep(DeskId desk, Owner owner, int field, String kept) {
    database.replaceOrAdd(
        REPLACE,
        ADD,
        bound ->
            bound
                .text(kept)
                .number(desk.value())
                .name(owner.subject())
                .text(owner.key())
                .number(field));
  }

  /** An address is kept encoded, which its first letters survive: the rest is the asker's. */
  @Override
  public List<Kept> naming(DeskId desk, Collection<Integer> fieldIds, String address) {
    String start = address.toLowerCase(Locale.ROOT).split("[^a-z0-9]", 2)[0];
    return database.list(
        NAMING.formatted(
            fieldIds.stream().sorted().map(String::valueOf).collect(Collectors.joining(", "))),
        bound -> bound.number(desk.value()).text("%" + start + "%"),
        row ->
            new Kept(
                new Owner(row.constant(FieldSubject.class, "subject"), row.text("owner_key")),
                row.integer("field_id"),
                row.text("kept")));
  }

  @Override
  public void forget(DeskId desk, Owner owner) {
    database.update(
        FORGET, bound -> bound.number(desk.value()).name(owner.subject()).text(owner.key()));
  }

  @Override
  public Map<Owner, Map<Integer, String>> of(DeskId desk, Collection<Owner> owners) {
    Map<FieldSubject, List<String>> keys =
        owners.stream()
            .collect(
                Collectors.groupingBy(
                    Owner::subject, Collectors.mapping(Owner::key, Collectors.toList())));
    return keys.entrySet().stream()
        .flatMap(of -> rows(desk, of.getKey(), of.getValue()).stream())
        .collect(
            Collectors.groupingBy(
                ValueRow::owner, Collectors.toMap(ValueRow::field, ValueRow::kept)));
  }

  private List<ValueRow> rows(DeskId desk, FieldSubject subject, List<String> keys) {
    return database.list(
        OF_OWNERS,
        bound -> bound.number(desk.value()).name(subject).texts(keys.toArray(String[]::new)),
        row ->
            new ValueRow(
                new Owner(subject, row.text("owner_key")),
                row.integer("field_id"),
                row.text("kept")));
  }
}
