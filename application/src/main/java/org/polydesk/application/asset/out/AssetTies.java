package org.polydesk.application.asset.out;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.polydesk.application.ticket.out.TicketBrowsing.Onlooker;
import org.polydesk.domain.asset.AssetId;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.ticket.TicketId;
import org.polydesk.domain.ticket.TicketNumber;
import org.polydesk.domain.user.UserId;

/** Who has which assets, and which tickets are about them. */
public interface AssetTies {
  /** Gives an asset to somebody; tells whether he did not have it before. */
  boolean give(DeskId desk, AssetId asset, UserId user, Instant at);

  /** Takes an asset from somebody; tells whether he had it. */
  boolean take(DeskId desk, AssetId asset, UserId user);

  /**
   * Who has these assets, in the order in which they were given them; those that nobody has are
   * left out.
   *
   * @param most how many people of each asset are told at most, 1 and up
   */
  Map<AssetId, List<UserId>> users(DeskId desk, Collection<AssetId> assets, int most);

  /** Says that a ticket is about an asset; tells whether it was not before. */
  boolean attach(DeskId desk, AssetId asset, TicketId ticket);

  /**
   * The tickets about an asset that {@code onlooker} sees, the newest first.
   *
   * @param most how many at most, 1 and up
   */
  List<TicketNumber> tickets(DeskId desk, AssetId asset, Onlooker onlooker, int most);

  /** How many tickets about each asset {@code onlooker} sees; assets without one are left out. */
  Map<AssetId, Long> ticketCounts(DeskId desk, Collection<AssetId> assets, Onlooker onlooker);
}
