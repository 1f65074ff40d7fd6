package org.polydesk.application.asset;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.polydesk.application.asset.in.AssetDraft;
import org.polydesk.application.asset.in.KeepAssetsUseCase;
import org.polydesk.application.asset.out.AssetTies;
import org.polydesk.application.asset.out.Assets;
import org.polydesk.application.audit.out.AuditTrail;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.identity.Right;
import org.polydesk.application.shared.UnitOfWork;
import org.polydesk.application.ticket.VisibleTickets;
import org.polydesk.application.ticket.out.TicketRepository;
import org.polydesk.application.ticket.out.TicketRepository.Stored;
import org.polydesk.application.user.out.UserRepository;
import org.polydesk.domain.asset.Asset;
import org.polydesk.domain.asset.AssetId;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.Violation;
import org.polydesk.domain.ticket.Ticket;
import org.polydesk.domain.ticket.TicketNumber;
import org.polydesk.domain.user.User;

/** Adds and changes assets, one transaction each. */
@Singleton
public final class KeepAssetsService implements KeepAssetsUseCase {
  private final Assets assets;
  private final AssetTies ties;
  private final AssetBook book;
  private final UserRepository users;
  private final TicketRepository tickets;
  private final VisibleTickets visible;
  private final AuditTrail audit;
  private final UnitOfWork unitOfWork;
  private final Clock clock;

  @Inject
  public KeepAssetsService(
      Assets assets,
      AssetTies ties,
      AssetBook book,
      UserRepository users,
      TicketRepository tickets,
      VisibleTickets visible,
      AuditTrail audit,
      UnitOfWork unitOfWork,
      Clock clock) {
    this.assets = assets;
    this.ties = ties;
    this.book = book;
    this.users = users;
    this.tickets = tickets;
    this.visible = visible;
    this.audit = audit;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  @Override
  public AssetId add(AssetDraft draft, Caller caller) {
    caller.mustBeAbleTo(Right.KEEP_ASSETS);
    return unitOfWork.run(
        () -> {
          Asset asset = book.made(assets.nextId(caller.desk()), draft, caller.desk());
          assets.add(asset);
          audit.append(caller.desk(), List.of(history(asset, caller).created()));
          return asset.id();
        });
  }

  @Override
  public void update(AssetId id, AssetDraft draft, Caller caller) {
    caller.mustBeAbleTo(Right.KEEP_ASSETS);
    unitOfWork.run(
        () -> {
          Asset before = assets.existing(caller.desk(), id);
          Asset wanted = book.edited(before, draft);
          if (!wanted.equals(before)) {
            assets.save(wanted);
            audit.append(caller.desk(), history(wanted, caller).changedFrom(before));
          }
          return null;
        });
  }

  @Override
  public void give(AssetId id, long number, Caller caller) {
    caller.mustBeAbleTo(Right.KEEP_ASSETS);
    unitOfWork.run(
        () -> {
          Asset asset = assets.existing(caller.desk(), id);
          User user =
              users
                  .findByNumber(caller.desk(), number)
                  .filter(User::isActive)
                  .orElseThrow(this::noSuchUser);
          if (ties.give(caller.desk(), id, user.id(), clock.instant())) {
            audit.append(caller.desk(), List.of(history(asset, caller).given(user.displayName())));
          }
          return null;
        });
  }

  @Override
  public void take(AssetId id, long number, Caller caller) {
    caller.mustBeAbleTo(Right.KEEP_ASSETS);
    unitOfWork.run(
        () -> {
          Asset asset = assets.existing(caller.desk(), id);
          User user = users.findByNumber(caller.desk(), number).orElseThrow(this::noSuchUser);
          if (ties.take(caller.desk(), id, user.id())) {
            audit.append(caller.desk(), List.of(history(asset, caller).taken(user.displayName())));
          }
          return null;
        });
  }

  private DeskException noSuchUser() {
    return DeskException.invalid(Violation.unknown("user"));
  }

  @Override
  public void attach(AssetId id, TicketNumber number, Caller caller) {
    caller.mustBeAbleTo(Right.KEEP_ASSETS);
    caller.mustBeAbleTo(Right.UPDATE);
    unitOfWork.run(
        () -> {
          Asset asset = assets.existing(caller.desk(), id);
          Ticket ticket = existing(number, caller);
          if (ties.attach(caller.desk(), id, ticket.id())) {
            audit.append(caller.desk(), history(asset, caller).attached(number));
          }
          return null;
        });
  }

  /** Held until the unit of work ends, so that it is not merged away meanwhile. */
  private Ticket existing(TicketNumber number, Caller caller) {
    return tickets
        .findForChange(caller.desk(), number)
        .map(Stored::ticket)
        .filter(ticket -> visible.sees(caller, ticket))
        .orElseThrow(() -> DeskException.notFound("ticket"));
  }

  private AssetHistory history(Asset asset, Caller caller) {
    return new AssetHistory(asset, caller, clock.instant());
  }
}
