package org.polydesk.application.desk.out;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.polydesk.application.fixture.Setups.aDeskSetup;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.polydesk.application.desk.DeskSetup;
import org.polydesk.application.fixture.AtOnce;
import org.polydesk.application.fixture.Setups;
import org.polydesk.application.fixture.StoreContract;
import org.polydesk.domain.catalogue.Catalogue;
import org.polydesk.domain.catalogue.CatalogueList;
import org.polydesk.domain.catalogue.CustomField;
import org.polydesk.domain.catalogue.CustomFields;
import org.polydesk.domain.catalogue.FieldKind;
import org.polydesk.domain.catalogue.FieldOption;
import org.polydesk.domain.catalogue.FieldSubject;
import org.polydesk.domain.catalogue.FieldValue;
import org.polydesk.domain.desk.Desk;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.sla.SlaCatalogue;

/** What every store of setups does. */
public interface DeskSetupsContract extends StoreContract {

  private DeskId aDeskToBe() {
    return new DeskId(DESKS.incrementAndGet());
  }

  private void save(DeskSetup setup) {
    run(() -> ports().setups().save(setup));
  }

  private static DeskSetup renamed(DeskSetup setup, String name) {
    Desk desk = setup.desk();
    return new DeskSetup(
        new Desk(desk.id(), desk.publicId(), name, desk.settings()),
        setup.catalogue(),
        setup.slas());
  }

  @Test
  default void findShouldBeEmptyForADeskThatIsNotThere() {
    assertEquals(Optional.empty(), ports().setups().find(aDeskToBe()));
  }

  @Test
  default void findShouldGiveEverythingThatWasSaved() {
    DeskSetup setup = aDeskSetup(aDeskToBe());

    save(setup);

    assertEquals(Optional.of(setup), ports().setups().find(setup.desk().id()));
  }

  @Test
  default void findShouldGiveADeskThatPromisesNothing() {
    DeskId desk = aDeskToBe();
    DeskSetup bare = new DeskSetup(Setups.aDesk(desk), Setups.aCatalogue(), SlaCatalogue.EMPTY);

    save(bare);

    assertEquals(bare, ports().setups().existing(desk));
  }

  @Test
  default void saveShouldRetireCustomFieldsThatAreMissing() {
    DeskSetup before = aDeskSetup(aDeskToBe());
    CustomField field =
        new CustomField(
            7,
            UUID.randomUUID(),
            FieldSubject.ASSET,
            "Rack",
            FieldKind.DROP_DOWN,
            Set.of(10, 11),
            true,
            true,
            true,
            true,
            3,
            List.of(new FieldOption(2, "b", "Back"), new FieldOption(1, "f", "Front")),
            Optional.of(new FieldValue.Choice(List.of(2, 1))),
            true);
    DeskSetup with =
        new DeskSetup(
            before.desk(), before.catalogue(), before.slas(), new CustomFields(List.of(field)));

    save(with);
    DeskSetup saved = ports().setups().existing(before.desk().id());
    save(before);
    DeskSetup after = ports().setups().existing(before.desk().id());

    assertEquals(with, saved);
    assertEquals(new CustomFields(List.of(field.retired())), after.fields());
  }

  @Test
  default void findShouldSeeAChangeAtOnce() {
    DeskSetup setup = aDeskSetup(aNewDesk());
    ports().setups().find(setup.desk().id());

    save(renamed(setup, "Renamed"));

    assertEquals("Renamed", ports().setups().existing(setup.desk().id()).desk().name());
  }

  @Test
  default void findShouldSeeAChangeInTheWorkThatMakesIt() {
    DeskSetup setup = aDeskSetup(aNewDesk());

    String seen =
        runFor(
            () -> {
              ports().setups().save(renamed(setup, "Renamed"));
              return ports().setups().existing(setup.desk().id()).desk().name();
            });

    assertEquals("Renamed", seen);
  }

  @Test
  default void findShouldNotSeeAChangeThatWasTakenBack() {
    DeskSetup setup = aDeskSetup(aNewDesk());

    assertThrows(
        DeskException.class,
        () ->
            run(
                () -> {
                  ports().setups().save(renamed(setup, "Renamed"));
                  ports().setups().find(setup.desk().id());
                  throw DeskException.notFound("ticket");
                }));

    assertEquals(Optional.of(setup), ports().setups().find(setup.desk().id()));
  }

  @Test
  default void saveShouldRetireRowsThatAreMissingAndKeepTheRest() {
    DeskSetup before = aDeskSetup(aNewDesk());
    Catalogue fewer =
        new Catalogue(
            List.of(Setups.OPEN),
            Map.of(CatalogueList.PRIORITY, List.of(Setups.row(1, "Lowest"))),
            List.of());

    save(new DeskSetup(before.desk(), fewer, SlaCatalogue.EMPTY));

    DeskSetup after = ports().setups().existing(before.desk().id());
    assertEquals(before.catalogue().statuses(), after.catalogue().statuses());
    assertEquals(before.catalogue().tags(), after.catalogue().tags());
    assertEquals(before.catalogue().tagCategories(), after.catalogue().tagCategories());
    assertEquals(
        List.of(Setups.row(1, "Lowest")), after.catalogue().active(CatalogueList.PRIORITY));
    assertEquals(4, after.catalogue().rows(CatalogueList.PRIORITY).size());
    assertEquals(List.of(), after.catalogue().active(CatalogueList.SITE));
    assertEquals(before.slas().policies(), after.slas().policies());
    assertEquals(before.slas().calendars(), after.slas().calendars());
    assertEquals(List.of(), after.slas().rules());
    assertEquals(Optional.empty(), after.slas().defaultPolicy());
  }

  @Test
  default void saveShouldTouchNoOtherDesk() {
    DeskId other = aNewDesk();

    save(renamed(aDeskSetup(aNewDesk()), "Renamed"));

    assertEquals(aDeskSetup(other), ports().setups().existing(other));
  }

  @Test
  default void saveShouldMakeADeskOnceForConcurrentCallers() throws InterruptedException {
    DeskSetup setup = aDeskSetup(aDeskToBe());

    var outcomes =
        AtOnce.times(
            4,
            () -> {
              save(setup);
              return true;
            });

    assertTrue(outcomes.stream().allMatch(AtOnce.Outcome::succeeded), outcomes::toString);
    assertEquals(Optional.of(setup), ports().setups().find(setup.desk().id()));
    assertEquals(1, runFor(() -> ports().users().nextNumber(setup.desk().id())));
  }
}
