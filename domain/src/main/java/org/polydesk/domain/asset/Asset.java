package org.polydesk.domain.asset;

import java.util.Objects;
import java.util.Optional;
import org.polydesk.domain.desk.DeskId;

/**
 * Something that people are given to work with.
 *
 * @param manufacturer who made it
 * @param type what kind of thing it is
 * @param supplier who it was bought from
 * @param companyId the company it belongs to
 * @param disabled whether it is out of use; who has it and its tickets stay
 */
public record Asset(
    AssetId id,
    DeskId desk,
    AssetTraits traits,
    Optional<AssetLabel> manufacturer,
    Optional<AssetLabel> type,
    Optional<AssetLabel> supplier,
    Optional<Integer> companyId,
    boolean disabled,
    long version) {
  public Asset {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(desk, "desk");
    Objects.requireNonNull(traits, "traits");
    Objects.requireNonNull(manufacturer, "manufacturer");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(supplier, "supplier");
    Objects.requireNonNull(companyId, "companyId");
  }

  /** What people call it: its model and its number. */
  public String displayName() {
    return "%s (#%d)".formatted(traits.modelName(), id.value());
  }

  /** The same asset, in use or out of it. */
  public Asset disabled(boolean outOfUse) {
    return new Asset(id, desk, traits, manufacturer, type, supplier, companyId, outOfUse, version);
  }

  /** The same asset as the store knows it under another version. */
  public Asset withVersion(long next) {
    return new Asset(id, desk, traits, manufacturer, type, supplier, companyId, disabled, next);
  }
}
