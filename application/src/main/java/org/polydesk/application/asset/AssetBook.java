package org.polydesk.application.asset;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.polydesk.application.asset.in.AssetDraft;
import org.polydesk.application.asset.out.Assets;
import org.polydesk.application.desk.out.DeskSetups;
import org.polydesk.domain.asset.Asset;
import org.polydesk.domain.asset.AssetId;
import org.polydesk.domain.asset.AssetLabel;
import org.polydesk.domain.asset.AssetLabel.Kind;
import org.polydesk.domain.asset.AssetTraits;
import org.polydesk.domain.catalogue.CatalogueList;
import org.polydesk.domain.catalogue.CatalogueRow;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.Violation;
import org.polydesk.domain.error.Violations;

/** Works out what an asset becomes that somebody has described. */
@Singleton
public final class AssetBook {
  private static final AssetTraits NOTHING_KNOWN = new AssetTraits("?", "", "", "", 1);

  private final Assets assets;
  private final DeskSetups setups;

  @Inject
  public AssetBook(Assets assets, DeskSetups setups) {
    this.assets = assets;
    this.setups = setups;
  }

  /**
   * A new asset as {@code draft} describes it, not added yet; part of the caller's unit of work.
   *
   * @throws DeskException {@code INVALID_FIELD} for what is missing or makes no sense
   */
  public Asset made(AssetId id, AssetDraft draft, DeskId desk) {
    Violations found = new Violations();
    found.addIf(draft.modelName().isEmpty(), Violation.required("modelName"));
    Asset bare =
        new Asset(
            id,
            desk,
            NOTHING_KNOWN,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            1);
    return edited(bare, draft, found);
  }

  /**
   * {@code asset} as {@code draft} changes it, not saved yet; part of the caller's unit of work.
   *
   * @throws DeskException {@code INVALID_FIELD} for what makes no sense
   */
  public Asset edited(Asset asset, AssetDraft draft) {
    return edited(asset, draft, new Violations());
  }

  private Asset edited(Asset asset, AssetDraft draft, Violations found) {
    AssetTraits was = asset.traits();
    String modelName = draft.modelName().orElse(was.modelName());
    String serialNumber = draft.serialNumber().orElse(was.serialNumber());
    String location = draft.location().orElse(was.location());
    String comments = draft.comments().orElse(was.comments());
    int quantity = draft.quantity().orElse(was.quantity());
    found.addAll(AssetTraits.violationsOf(modelName, serialNumber, location, comments, quantity));
    check(Kind.MANUFACTURER, draft.manufacturer(), found);
    check(Kind.TYPE, draft.type(), found);
    check(Kind.SUPPLIER, draft.supplier(), found);
    Optional<Integer> company = draft.companyId().over(asset.companyId());
    found.addIf(
        !company.equals(asset.companyId()) && !isCompany(company, asset.desk()),
        Violation.unknown(CatalogueList.COMPANY.field()));
    found.orThrow();
    return new Asset(
        asset.id(),
        asset.desk(),
        new AssetTraits(modelName, serialNumber, location, comments, quantity),
        label(Kind.MANUFACTURER, draft.manufacturer(), asset.manufacturer(), asset.desk()),
        label(Kind.TYPE, draft.type(), asset.type(), asset.desk()),
        label(Kind.SUPPLIER, draft.supplier(), asset.supplier(), asset.desk()),
        company,
        draft.disabled().orElse(asset.disabled()),
        asset.version());
  }

  private static void check(Kind kind, Optional<String> name, Violations found) {
    name.ifPresent(text -> found.addAll(AssetLabel.violationsOf(kind, text)));
  }

  private boolean isCompany(Optional<Integer> id, DeskId desk) {
    return id.isEmpty()
        || setups
            .existing(desk)
            .catalogue()
            .row(CatalogueList.COMPANY, id)
            .filter(CatalogueRow::active)
            .isPresent();
  }

  private Optional<AssetLabel> label(
      Kind kind, Optional<String> name, Optional<AssetLabel> present, DeskId desk) {
    return name.map(text -> assets.label(desk, kind, text.strip())).or(() -> present);
  }
}
