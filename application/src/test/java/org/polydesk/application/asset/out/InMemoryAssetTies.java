package org.polydesk.application.asset.out;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.polydesk.application.fixture.InMemoryStore;
import org.polydesk.application.fixture.InMemoryStore.Table;
import org.polydesk.application.identity.Scope.Reach;
import org.polydesk.application.ticket.out.TicketBrowsing.Onlooker;
import org.polydesk.application.ticket.out.TicketRepository;
import org.polydesk.application.ticket.out.TicketTies;
import org.polydesk.domain.asset.Asset;
import org.polydesk.domain.asset.AssetId;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.ticket.Ticket;
import org.polydesk.domain.ticket.TicketId;
import org.polydesk.domain.ticket.TicketNumber;
import org.polydesk.domain.user.UserId;

/** Who has what and what tickets are about, in memory; for onlookers who see all or their own. */
public final class InMemoryAssetTies implements AssetTies {
  private final InMemoryStore store;
  private final TicketRepository tickets;
  private final TicketTies ties;
  private final Table<Holder, Instant> holders;
  private final Table<Link, Boolean> links;

  public InMemoryAssetTies(InMemoryStore store, TicketRepository tickets, TicketTies ties) {
    this.store = store;
    this.tickets = tickets;
    this.ties = ties;
    this.holders = store.table();
    this.links = store.table();
  }

  private record Holder(DeskId desk, AssetId asset, UserId user) {}

  private record Link(DeskId desk, AssetId asset, TicketId ticket) {}

  @Override
  public boolean give(DeskId desk, AssetId asset, UserId user, Instant at) {
    return store.run(() -> holders.rows().putIfAbsent(new Holder(desk, asset, user), at) == null);
  }

  @Override
  public boolean take(DeskId desk, AssetId asset, UserId user) {
    return store.run(() -> holders.rows().remove(new Holder(desk, asset, user)) != null);
  }

  @Override
  public Map<AssetId, List<UserId>> users(DeskId desk, Collection<AssetId> assets, int most) {
    Map<AssetId, List<UserId>> users = new HashMap<>();
    for (AssetId asset : assets) {
      List<UserId> his = store.read(() -> usersOf(desk, asset, most));
      if (!his.isEmpty()) {
        users.put(asset, his);
      }
    }
    return users;
  }

  private List<UserId> usersOf(DeskId desk, AssetId asset, int most) {
    return holders.rows().entrySet().stream()
        .filter(row -> row.getKey().desk().equals(desk) && row.getKey().asset().equals(asset))
        .sorted(Comparator.comparing(Map.Entry::getValue))
        .map(row -> row.getKey().user())
        .limit(most)
        .toList();
  }

  @Override
  public boolean attach(DeskId desk, AssetId asset, TicketId ticket) {
    return store.run(() -> links.rows().putIfAbsent(new Link(desk, asset, ticket), true) == null);
  }

  boolean isAbout(TicketId ticket, Asset asset) {
    return store.read(() -> links.rows().containsKey(new Link(asset.desk(), asset.id(), ticket)));
  }

  @Override
  public List<TicketNumber> tickets(DeskId desk, AssetId asset, Onlooker onlooker, int most) {
    return store.read(
        () ->
            seen(desk, asset, onlooker)
                .map(Ticket::number)
                .sorted(Comparator.comparing(TicketNumber::value).reversed())
                .limit(most)
                .toList());
  }

  @Override
  public Map<AssetId, Long> ticketCounts(
      DeskId desk, Collection<AssetId> assets, Onlooker onlooker) {
    Map<AssetId, Long> counts = new HashMap<>();
    for (AssetId asset : assets) {
      long count = store.read(() -> seen(desk, asset, onlooker).count());
      if (count > 0) {
        counts.put(asset, count);
      }
    }
    return counts;
  }

  private Stream<Ticket> seen(DeskId desk, AssetId asset, Onlooker onlooker) {
    return links.rows().keySet().stream()
        .filter(link -> link.desk().equals(desk) && link.asset().equals(asset))
        .map(Link::ticket)
        .map(tickets::findById)
        .flatMap(Optional::stream)
        .filter(ticket -> !ticket.lifecycle().isDeleted() && sees(onlooker, ticket));
  }

  private boolean sees(Onlooker onlooker, Ticket ticket) {
    boolean own =
        onlooker
            .user()
            .filter(user -> ticket.people().isOwn(user) || ties.between(ticket.id(), user).task())
            .isPresent();
    return onlooker.reaches().contains(Reach.DESK)
        || (onlooker.reaches().contains(Reach.OWN) && own);
  }
}
