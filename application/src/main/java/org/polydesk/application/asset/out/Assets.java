package org.polydesk.application.asset.out;

import java.util.List;
import java.util.Optional;
import org.polydesk.application.asset.AssetFilter;
import org.polydesk.application.shared.Slice;
import org.polydesk.domain.asset.Asset;
import org.polydesk.domain.asset.AssetId;
import org.polydesk.domain.asset.AssetLabel;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.error.DeskException;

/** Assets and the names they share. */
public interface Assets {
  /** A number for a new asset of this desk, higher than those of all that are there. */
  AssetId nextId(DeskId desk);

  /** Adds an asset under a number that none has. */
  void add(Asset asset);

  /**
   * Replaces an asset, if it still has this version, and raises the version.
   *
   * @throws DeskException {@code STALE_VERSION} when it has another version
   */
  Asset save(Asset asset);

  /** The asset with this number. */
  Optional<Asset> find(DeskId desk, AssetId id);

  /**
   * The asset with this number.
   *
   * @throws DeskException {@code NOT_FOUND} when there is none
   */
  default Asset existing(DeskId desk, AssetId id) {
    return find(desk, id).orElseThrow(() -> DeskException.notFound("asset"));
  }

  /** The assets that match, in the order of their numbers. */
  List<Asset> list(DeskId desk, AssetFilter filter, Slice slice);

  /**
   * The label of this name, without regard to case; it is made when there is none. Part of the
   * caller's unit of work, which has others wait who make one of the same kind.
   */
  AssetLabel label(DeskId desk, AssetLabel.Kind kind, String name);
}
