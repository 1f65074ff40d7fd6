package org.polydesk.application.asset.in;

import org.polydesk.application.identity.Caller;
import org.polydesk.domain.asset.AssetId;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.ticket.TicketNumber;

/**
 * Lets those who work on tickets keep what people were given to work with. All of it fails with
 * {@code NOT_ALLOWED} without the right to keep assets, before anything is looked at, and stands in
 * the asset's history.
 */
public interface KeepAssetsUseCase {

  /**
   * Adds an asset; one of it, unless the draft says how many.
   *
   * @throws DeskException {@code INVALID_FIELD} for what is missing or makes no sense
   */
  AssetId add(AssetDraft draft, Caller caller);

  /**
   * Changes what the draft names.
   *
   * @throws DeskException {@code NOT_FOUND}; {@code INVALID_FIELD} for what makes no sense
   */
  void update(AssetId asset, AssetDraft draft, Caller caller);

  /**
   * Gives an asset to somebody; once is enough.
   *
   * @param user the number of somebody active
   * @throws DeskException {@code NOT_FOUND} for the asset; {@code INVALID_FIELD} on {@code user}
   */
  void give(AssetId asset, long user, Caller caller);

  /**
   * Takes an asset from somebody; nothing happens when he does not have it.
   *
   * @throws DeskException {@code NOT_FOUND} for the asset; {@code INVALID_FIELD} on {@code user}
   */
  void take(AssetId asset, long user, Caller caller);

  /**
   * Says that a ticket is about an asset; once is enough.
   *
   * @throws DeskException {@code NOT_ALLOWED} also without the right to update tickets; {@code
   *     NOT_FOUND} for the asset and for a ticket that the caller does not see
   */
  void attach(AssetId asset, TicketNumber ticket, Caller caller);
}
