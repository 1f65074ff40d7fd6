package org.polydesk.application.asset.in;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.polydesk.application.field.in.FieldEdits;
import org.polydesk.application.field.in.FilledField;
import org.polydesk.application.identity.Caller;
import org.polydesk.domain.asset.AssetId;

/** The custom fields of assets. */
public interface AssetFieldsUseCase {

  /** All fields of assets that the caller has been shown, set or not; one statement for all. */
  Map<AssetId, List<FilledField>> ofShown(Collection<AssetId> assets, Caller caller);

  /**
   * Changes what stands in fields; what becomes different stands in the asset's history.
   *
   * @throws org.polydesk.domain.error.DeskException {@code NOT_ALLOWED} without the right to keep
   *     assets; {@code NOT_FOUND}; {@code INVALID_FIELD} on {@code customFields}
   */
  void set(AssetId asset, FieldEdits edits, Caller caller);
}
