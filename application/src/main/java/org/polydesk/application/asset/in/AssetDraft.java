package org.polydesk.application.asset.in;

import java.util.Objects;
import java.util.Optional;
import org.polydesk.application.shared.Edit;

/**
 * What is to be known of an asset; what is empty is left as it is.
 *
 * @param manufacturer who made it; a name that the desk does not know yet becomes known
 * @param type what kind of thing it is; likewise
 * @param supplier who it was bought from; likewise
 * @param quantity how many of it there are, 0 and up
 * @param companyId the company it belongs to
 * @param disabled whether it is out of use
 */
public record AssetDraft(
    Optional<String> modelName,
    Optional<String> manufacturer,
    Optional<String> type,
    Optional<String> supplier,
    Optional<String> serialNumber,
    Optional<String> location,
    Optional<String> comments,
    Optional<Integer> quantity,
    Edit<Integer> companyId,
    Optional<Boolean> disabled) {

  /** Nothing at all. */
  public static final AssetDraft NOTHING =
      new AssetDraft(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Edit.keep(),
          Optional.empty());

  public AssetDraft {
    Objects.requireNonNull(modelName, "modelName");
    Objects.requireNonNull(manufacturer, "manufacturer");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(supplier, "supplier");
    Objects.requireNonNull(serialNumber, "serialNumber");
    Objects.requireNonNull(location, "location");
    Objects.requireNonNull(comments, "comments");
    Objects.requireNonNull(quantity, "quantity");
    Objects.requireNonNull(companyId, "companyId");
    Objects.requireNonNull(disabled, "disabled");
  }

  /** Only that it is out of use. */
  public AssetDraft outOfUse() {
    return new AssetDraft(
        modelName,
        manufacturer,
        type,
        supplier,
        serialNumber,
        location,
        comments,
        quantity,
        companyId,
        Optional.of(true));
  }
}
