package org.polydesk.application.configuration;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import org.polydesk.application.asset.AssetBook;
import org.polydesk.application.asset.out.AssetTies;
import org.polydesk.application.asset.out.Assets;
import org.polydesk.application.configuration.in.DeskPlan;
import org.polydesk.application.configuration.in.DeskPlan.PlannedAsset;
import org.polydesk.application.user.out.UserRepository;
import org.polydesk.domain.asset.Asset;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.Violation;
import org.polydesk.domain.user.User;

/** Makes a desk's assets what a plan says, as a part of applying it. */
@Singleton
public final class AssetPlans {
  private final Assets assets;
  private final AssetTies ties;
  private final AssetBook book;
  private final UserRepository users;
  private final PlanHistory history;
  private final Clock clock;

  @Inject
  public AssetPlans(
      Assets assets,
      AssetTies ties,
      AssetBook book,
      UserRepository users,
      PlanHistory history,
      Clock clock) {
    this.assets = assets;
    this.ties = ties;
    this.book = book;
    this.users = users;
    this.history = history;
    this.clock = clock;
  }

  /** Its people must be there already. */
  void apply(DeskPlan plan) {
    plan.assets().forEach(asset -> apply(asset, plan.setup().desk().id()));
  }

  private void apply(PlannedAsset planned, DeskId desk) {
    Optional<Asset> present = assets.find(desk, planned.id());
    Asset wanted =
        present
            .map(asset -> book.edited(asset, planned.draft()))
            .orElseGet(() -> book.made(planned.id(), planned.draft(), desk));
    if (present.isEmpty()) {
      assets.add(wanted);
    } else if (!present.get().equals(wanted)) {
      assets.save(wanted);
    }
    boolean given = false;
    for (String name : planned.userNames()) {
      given |= ties.give(desk, planned.id(), existing(name, desk).id(), clock.instant());
    }
    if (given || !present.equals(Optional.of(wanted))) {
      history.put(desk, "asset", String.valueOf(planned.id().value()), present.isEmpty());
    }
  }

  private User existing(String userName, DeskId desk) {
    return users
        .findByUserName(desk, userName)
        .orElseThrow(
            () ->
                DeskException.invalid(
                    Violation.refused("userName", "There is no user %s.".formatted(userName))));
  }
}
