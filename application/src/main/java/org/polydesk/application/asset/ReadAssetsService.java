package org.polydesk.application.asset;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.polydesk.application.asset.in.ReadAssetsUseCase;
import org.polydesk.application.asset.out.AssetTies;
import org.polydesk.application.asset.out.Assets;
import org.polydesk.application.audit.out.AuditTrail;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.identity.Right;
import org.polydesk.application.shared.Slice;
import org.polydesk.application.shared.UnitOfWork;
import org.polydesk.application.ticket.VisibleTickets;
import org.polydesk.application.ticket.out.TicketBrowsing.Onlooker;
import org.polydesk.application.user.out.UserRepository;
import org.polydesk.domain.asset.Asset;
import org.polydesk.domain.asset.AssetId;
import org.polydesk.domain.audit.AuditFact;
import org.polydesk.domain.ticket.Ticket;
import org.polydesk.domain.ticket.TicketId;
import org.polydesk.domain.user.User;
import org.polydesk.domain.user.UserId;

/** Reads assets with those who have them, by a few statements however many there are. */
@Singleton
public final class ReadAssetsService implements ReadAssetsUseCase {
  private final Assets assets;
  private final AssetTies ties;
  private final UserRepository users;
  private final VisibleTickets tickets;
  private final AuditTrail audit;
  private final UnitOfWork unitOfWork;

  @Inject
  public ReadAssetsService(
      Assets assets,
      AssetTies ties,
      UserRepository users,
      VisibleTickets tickets,
      AuditTrail audit,
      UnitOfWork unitOfWork) {
    this.assets = assets;
    this.ties = ties;
    this.users = users;
    this.tickets = tickets;
    this.audit = audit;
    this.unitOfWork = unitOfWork;
  }

  @Override
  public List<AssetView> list(AssetQuery query, Slice slice, Caller caller) {
    caller.mustBeAbleTo(Right.KEEP_ASSETS);
    return unitOfWork.read(
        () ->
            filter(query, caller)
                .map(filter -> views(assets.list(caller.desk(), filter, slice), caller))
                .orElse(List.of()));
  }

  /** Empty when the query names somebody or something that is not there for the caller. */
  private Optional<AssetFilter> filter(AssetQuery query, Caller caller) {
    Optional<UserId> user =
        query.user().flatMap(number -> users.findByNumber(caller.desk(), number)).map(User::id);
    Optional<TicketId> ticket =
        query.ticket().flatMap(number -> tickets.find(number, caller)).map(Ticket::id);
    boolean missing =
        user.isPresent() != query.user().isPresent()
            || ticket.isPresent() != query.ticket().isPresent();
    return missing
        ? Optional.empty()
        : Optional.of(
            new AssetFilter(
                user,
                query.companyId(),
                query.departmentId(),
                ticket,
                query.modelPrefix(),
                query.disabledToo()));
  }

  private List<AssetView> views(List<Asset> found, Caller caller) {
    List<AssetId> ids = found.stream().map(Asset::id).toList();
    Map<AssetId, List<UserId>> holders = ties.users(caller.desk(), ids, MOST_SHOWN);
    Map<AssetId, Long> counts = ties.ticketCounts(caller.desk(), ids, Onlooker.of(caller));
    Map<UserId, User> known =
        users.findAll(
            caller.desk(), holders.values().stream().flatMap(Collection::stream).toList());
    return found.stream()
        .map(
            asset ->
                new AssetView(
                    asset,
                    holders.getOrDefault(asset.id(), List.of()).stream()
                        .flatMap(id -> Optional.ofNullable(known.get(id)).stream())
                        .filter(user -> !user.isDeleted())
                        .toList(),
                    counts.getOrDefault(asset.id(), 0L)))
        .toList();
  }

  @Override
  public AssetDetails find(AssetId id, Caller caller) {
    caller.mustBeAbleTo(Right.KEEP_ASSETS);
    return unitOfWork.read(
        () -> {
          Asset asset = assets.existing(caller.desk(), id);
          return new AssetDetails(
              views(List.of(asset), caller).get(0),
              ties.tickets(caller.desk(), id, Onlooker.of(caller), MOST_SHOWN),
              log(id, caller));
        });
  }

  private List<LogLine> log(AssetId id, Caller caller) {
    List<AuditFact> facts =
        audit.latest(caller.desk(), AssetHistory.ENTITY, AssetHistory.keyOf(id), MOST_SHOWN);
    Map<UserId, User> actors =
        users.findAll(
            caller.desk(), facts.stream().flatMap(fact -> fact.actor().stream()).toList());
    return facts.stream().map(fact -> new LogLine(fact, fact.actor().map(actors::get))).toList();
  }
}
