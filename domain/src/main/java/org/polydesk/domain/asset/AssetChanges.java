package org.polydesk.domain.asset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What became different about an asset, for its history. */
public final class AssetChanges {
  private AssetChanges() {}

  /**
   * One field that became different.
   *
   * @param field the core's name of it
   * @param oldValue empty when there was none
   * @param newValue empty when there is none
   */
  public record Change(String field, Optional<String> oldValue, Optional<String> newValue) {}

  private record Field(String name, Function<Asset, Optional<String>> value) {}

  private static final List<Field> FIELDS =
      List.of(
          new Field("modelName", asset -> text(asset.traits().modelName())),
          new Field("manufacturer", asset -> asset.manufacturer().map(AssetLabel::name)),
          new Field("type", asset -> asset.type().map(AssetLabel::name)),
          new Field("supplier", asset -> asset.supplier().map(AssetLabel::name)),
          new Field("serialNumber", asset -> text(asset.traits().serialNumber())),
          new Field("location", asset -> text(asset.traits().location())),
          new Field("comments", asset -> text(asset.traits().comments())),
          new Field("quantity", asset -> Optional.of(Integer.toString(asset.traits().quantity()))),
          new Field("company", asset -> asset.companyId().map(String::valueOf)),
          new Field("disabled", asset -> Optional.of(Boolean.toString(asset.disabled()))));

  /** Every field in which {@code after} differs from {@code before}. */
  public static List<Change> between(Asset before, Asset after) {
    List<Change> changes = new ArrayList<>();
    for (Field field : FIELDS) {
      Optional<String> was = field.value().apply(before);
      Optional<String> is = field.value().apply(after);
      if (!was.equals(is)) {
        changes.add(new Change(field.name(), was, is));
      }
    }
    return changes;
  }

  private static Optional<String> text(String value) {
    return Optional.of(value).filter(text -> !text.isEmpty());
  }
}
