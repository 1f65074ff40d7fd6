package org.polydesk.application.asset.out;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.polydesk.application.asset.AssetFilter;
import org.polydesk.application.fixture.AtOnce;
import org.polydesk.application.fixture.AtOnce.Outcome;
import org.polydesk.application.fixture.UserBuilder;
import org.polydesk.application.shared.Slice;
import org.polydesk.application.ticket.out.TicketContract;
import org.polydesk.domain.asset.Asset;
import org.polydesk.domain.asset.AssetId;
import org.polydesk.domain.asset.AssetLabel;
import org.polydesk.domain.asset.AssetLabel.Kind;
import org.polydesk.domain.asset.AssetTraits;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.ErrorCode;
import org.polydesk.domain.ticket.Ticket;
import org.polydesk.domain.ticket.TicketId;
import org.polydesk.domain.user.User;
import org.polydesk.domain.user.UserId;

/** What every store of assets does. */
public interface AssetsContract extends TicketContract {
  Instant NOON = Instant.parse("2026-03-02T12:00:00.001Z");
  Slice ALL = Slice.page(1, 50);

  private Asset bare(DeskId desk, long id, String model) {
    return new Asset(
        new AssetId(id),
        desk,
        new AssetTraits(model, "", "", "", 1),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        1);
  }

  private Asset add(Asset asset) {
    run(() -> ports().assets().add(asset));
    return asset;
  }

  private Asset ofCompany(DeskId desk, long id, int company) {
    Asset asset = bare(desk, id, "Model " + id);
    return add(
        new Asset(
            asset.id(),
            desk,
            asset.traits(),
            asset.manufacturer(),
            asset.type(),
            asset.supplier(),
            Optional.of(company),
            false,
            1));
  }

  private AssetLabel label(DeskId desk, Kind kind, String name) {
    return runFor(() -> ports().assets().label(desk, kind, name));
  }

  private void give(Asset asset, User user) {
    run(() -> ports().assetTies().give(asset.desk(), asset.id(), user.id(), NOON));
  }

  private User userOf(DeskId desk, int company, int department) {
    User user = UserBuilder.aUser().in(desk).company(company).department(department).build();
    run(() -> ports().users().add(user));
    return user;
  }

  private List<Long> list(DeskId desk, AssetFilter filter) {
    return ports().assets().list(desk, filter, ALL).stream()
        .map(asset -> asset.id().value())
        .toList();
  }

  private static AssetFilter filter(
      Optional<UserId> user,
      Optional<Integer> company,
      Optional<Integer> department,
      Optional<TicketId> ticket) {
    return new AssetFilter(user, company, department, ticket, Optional.empty(), false);
  }

  private static AssetFilter prefix(String prefix, boolean disabledToo) {
    return new AssetFilter(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(prefix),
        disabledToo);
  }

  @Test
  default void findShouldGiveWhatWasAdded() {
    DeskId desk = aNewDesk();
    Asset asset =
        add(
            new Asset(
                new AssetId(7),
                desk,
                new AssetTraits("ThinkPad", "S-1", "Room 5", "π\n", 3),
                Optional.of(label(desk, Kind.MANUFACTURER, "Lenovo")),
                Optional.of(label(desk, Kind.TYPE, "Laptop")),
                Optional.of(label(desk, Kind.SUPPLIER, "Shop")),
                Optional.of(1),
                true,
                1));
    Asset bare = add(bare(desk, 8, "Bare"));

    assertEquals(Optional.of(asset), ports().assets().find(desk, asset.id()));
    assertEquals(bare, ports().assets().existing(desk, bare.id()));
    assertEquals(Optional.empty(), ports().assets().find(aNewDesk(), asset.id()));
    assertEquals(
        ErrorCode.NOT_FOUND,
        assertThrows(DeskException.class, () -> ports().assets().existing(desk, new AssetId(9)))
            .code());
  }

  @Test
  default void saveShouldReplaceTheVersionItKnowsAndRaiseIt() {
    DeskId desk = aNewDesk();
    Asset first = add(bare(desk, 1, "One"));

    Asset second = runFor(() -> ports().assets().save(first.disabled(true)));
    DeskException late =
        assertThrows(
            DeskException.class, () -> run(() -> ports().assets().save(first.disabled(true))));

    assertEquals(first.disabled(true).withVersion(2), second);
    assertEquals(Optional.of(second), ports().assets().find(desk, first.id()));
    assertEquals(ErrorCode.STALE_VERSION, late.code());
  }

  @Test
  default void nextIdShouldRiseBehindWhatIsThere() {
    DeskId desk = aNewDesk();
    add(bare(desk, 5, "Five"));

    assertEquals(new AssetId(6), runFor(() -> ports().assets().nextId(desk)));
    assertEquals(new AssetId(7), runFor(() -> ports().assets().nextId(desk)));
  }

  @Test
  default void labelShouldBeTheSameForTheSameNameInAnyCase() {
    DeskId desk = aNewDesk();

    AssetLabel lenovo = label(desk, Kind.MANUFACTURER, "Lenovo");

    assertEquals("Lenovo", lenovo.name());
    assertEquals(lenovo, label(desk, Kind.MANUFACTURER, "LENOVO"));
    assertNotEquals(lenovo.id(), label(desk, Kind.MANUFACTURER, "HP").id());
    assertEquals("lenovo", label(desk, Kind.SUPPLIER, "lenovo").name());
  }

  @Test
  default void labelShouldBeMadeOnceByManyAtOnce() throws InterruptedException {
    DeskId desk = aNewDesk();

    List<Outcome<AssetLabel>> outcomes = AtOnce.times(8, () -> label(desk, Kind.TYPE, "Printer"));

    assertTrue(outcomes.stream().allMatch(Outcome::succeeded), outcomes::toString);
    Set<AssetLabel> labels = new HashSet<>();
    outcomes.forEach(outcome -> labels.add(outcome.value()));
    assertEquals(1, labels.size());
  }

  @Test
  default void listShouldGoByNumberAndLeaveOutWhatIsOutOfUse() {
    DeskId desk = aNewDesk();
    add(bare(desk, 3, "Three"));
    add(bare(desk, 1, "One"));
    add(bare(desk, 2, "Two").disabled(true));

    assertEquals(List.of(1L, 3L), list(desk, AssetFilter.IN_USE));
    assertEquals(List.of(1L, 2L, 3L), list(desk, prefix("", true)));
    assertEquals(List.of(), list(aNewDesk(), AssetFilter.IN_USE));
    assertEquals(
        List.of(3L),
        ports().assets().list(desk, AssetFilter.IN_USE, Slice.page(2, 1)).stream()
            .map(asset -> asset.id().value())
            .toList());
  }

  @Test
  default void listShouldKnowWhatModelsBeginWith() {
    DeskId desk = aNewDesk();
    add(bare(desk, 1, "ThinkPad X1"));
    add(bare(desk, 2, "thinkstation"));
    add(bare(desk, 3, "My ThinkPad"));
    add(bare(desk, 4, "100%_\\ sure"));
    add(bare(desk, 5, "100 sure"));

    assertEquals(List.of(1L, 2L), list(desk, prefix("THINK", false)));
    assertEquals(List.of(4L), list(desk, prefix("100%", false)));
    assertEquals(List.of(4L), list(desk, prefix("100%_\\", false)));
    assertEquals(List.of(), list(desk, prefix("x", false)));
  }

  @Test
  default void listShouldKnowWhoHasWhatAndWhatTicketsAreAbout() {
    DeskId desk = aNewDesk();
    User ann = userOf(desk, 1, 2);
    User ben = userOf(desk, 3, 4);
    Asset hers = add(bare(desk, 1, "Hers"));
    Asset his = add(bare(desk, 2, "His"));
    ofCompany(desk, 3, 1);
    give(hers, ann);
    give(his, ann);
    give(his, ben);
    Ticket ticket = open(aTicketFor(desk, ann.id()).build(), "");
    run(() -> ports().assetTies().attach(desk, his.id(), ticket.id()));
    Optional<Integer> any = Optional.empty();
    Optional<UserId> anybody = Optional.empty();
    Optional<TicketId> none = Optional.empty();

    assertEquals(List.of(1L, 2L), list(desk, filter(Optional.of(ann.id()), any, any, none)));
    assertEquals(List.of(2L), list(desk, filter(Optional.of(ben.id()), any, any, none)));
    assertEquals(List.of(1L, 2L, 3L), list(desk, filter(anybody, Optional.of(1), any, none)));
    assertEquals(List.of(2L), list(desk, filter(anybody, Optional.of(3), any, none)));
    assertEquals(List.of(1L, 2L), list(desk, filter(anybody, any, Optional.of(2), none)));
    assertEquals(List.of(2L), list(desk, filter(anybody, any, Optional.of(4), none)));
    assertEquals(List.of(2L), list(desk, filter(anybody, any, any, Optional.of(ticket.id()))));
    assertEquals(
        List.of(),
        list(desk, filter(anybody, any, any, Optional.of(new TicketId(Long.MAX_VALUE)))));
  }
}
