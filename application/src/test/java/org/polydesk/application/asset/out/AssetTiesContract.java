package org.polydesk.application.asset.out;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.polydesk.application.identity.Scope.Reach;
import org.polydesk.application.ticket.out.TicketBrowsing.Onlooker;
import org.polydesk.application.ticket.out.TicketContract;
import org.polydesk.domain.asset.Asset;
import org.polydesk.domain.asset.AssetId;
import org.polydesk.domain.asset.AssetTraits;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.ticket.Ticket;
import org.polydesk.domain.user.User;

/** What every store of who has what does. */
public interface AssetTiesContract extends TicketContract {
  Instant NOON = Instant.parse("2026-03-02T12:00:00.001Z");

  private AssetId add(DeskId desk, long number) {
    AssetId id = new AssetId(number);
    run(
        () ->
            ports()
                .assets()
                .add(
                    new Asset(
                        id,
                        desk,
                        new AssetTraits("Model", "", "", "", 1),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        1)));
    return id;
  }

  private boolean give(DeskId desk, AssetId asset, User user, Instant at) {
    return runFor(() -> ports().assetTies().give(desk, asset, user.id(), at));
  }

  private boolean take(DeskId desk, AssetId asset, User user) {
    return runFor(() -> ports().assetTies().take(desk, asset, user.id()));
  }

  private boolean attach(DeskId desk, AssetId asset, Ticket ticket) {
    return runFor(() -> ports().assetTies().attach(desk, asset, ticket.id()));
  }

  private static Onlooker onlooker(Optional<User> user, Set<Reach> reaches) {
    return new Onlooker(user.map(User::id), reaches, Optional.empty(), Set.of(), true);
  }

  @Test
  default void giveShouldTellWhetherAnythingChangedAndSoShouldTake() {
    DeskId desk = aNewDesk();
    User ann = aUserIn(desk);
    AssetId asset = add(desk, 1);

    assertTrue(give(desk, asset, ann, NOON));
    assertFalse(give(desk, asset, ann, NOON));
    assertTrue(take(desk, asset, ann));
    assertFalse(take(desk, asset, ann));
    assertEquals(Map.of(), ports().assetTies().users(desk, List.of(asset), 9));
  }

  @Test
  default void usersShouldComeInTheOrderInWhichTheyWereGivenIt() {
    DeskId desk = aNewDesk();
    User ann = aUserIn(desk);
    User ben = aUserIn(desk);
    User cid = aUserIn(desk);
    AssetId one = add(desk, 1);
    AssetId other = add(desk, 2);
    AssetId nobodys = add(desk, 3);
    give(desk, one, ben, NOON.plusSeconds(1));
    give(desk, one, ann, NOON);
    give(desk, one, cid, NOON.plusSeconds(2));
    give(desk, other, cid, NOON);

    AssetTies ties = ports().assetTies();

    assertEquals(
        Map.of(one, List.of(ann.id(), ben.id()), other, List.of(cid.id())),
        ties.users(desk, List.of(one, other, nobodys), 2));
    assertEquals(Map.of(), ties.users(desk, List.of(), 2));
    assertEquals(Map.of(), ties.users(aNewDesk(), List.of(one), 2));
  }

  @Test
  default void ticketsShouldBeThoseThatTheOnlookerSees() {
    DeskId desk = aNewDesk();
    User ann = aUserIn(desk);
    User ben = aUserIn(desk);
    AssetId one = add(desk, 1);
    AssetId other = add(desk, 2);
    Ticket first = open(aTicketFor(desk, ann.id()).build(), "");
    Ticket second = open(aTicketFor(desk, ann.id()).assignedTo(ben.id()).build(), "");
    Ticket third = open(aTicketFor(desk, ann.id()).build(), "");
    giveTask(third, 1, ben, false);
    assertTrue(attach(desk, one, first));
    assertFalse(attach(desk, one, first));
    attach(desk, one, second);
    attach(desk, one, third);
    attach(desk, other, second);
    Onlooker all = onlooker(Optional.empty(), Set.of(Reach.DESK));
    Onlooker his = onlooker(Optional.of(ben), Set.of(Reach.OWN));
    AssetTies ties = ports().assetTies();

    assertEquals(
        List.of(third.number(), second.number(), first.number()), ties.tickets(desk, one, all, 9));
    assertEquals(List.of(third.number(), second.number()), ties.tickets(desk, one, all, 2));
    assertEquals(List.of(third.number(), second.number()), ties.tickets(desk, one, his, 9));
    assertEquals(List.of(), ties.tickets(desk, one, onlooker(Optional.of(ben), Set.of()), 9));
    assertEquals(Map.of(one, 3L, other, 1L), ties.ticketCounts(desk, List.of(one, other), all));
    assertEquals(Map.of(one, 2L, other, 1L), ties.ticketCounts(desk, List.of(one, other), his));
    assertEquals(Map.of(), ties.ticketCounts(desk, List.of(), all));
  }
}
