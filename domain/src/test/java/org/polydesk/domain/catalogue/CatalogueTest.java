package org.polydesk.domain.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.polydesk.domain.ticket.StatusType;

final class CatalogueTest {
  private static final StatusRow OPEN = new StatusRow(1, "Open", StatusType.OPEN, false);
  private static final StatusRow HELD = new StatusRow(2, "Held", StatusType.ON_HOLD, true);

  private static CatalogueRow row(int id, Integer parent, boolean active) {
    return new CatalogueRow(id, "Row " + id, Optional.ofNullable(parent), active);
  }

  private static Catalogue of(List<StatusRow> statuses, CatalogueList list, CatalogueRow... rows) {
    return new Catalogue(statuses, Map.of(list, List.of(rows)), List.of());
  }

  @Test
  void rowsShouldComeInTheOrderOfTheirIds() {
    Catalogue catalogue =
        of(List.of(HELD, OPEN), CatalogueList.SITE, row(3, null, true), row(1, null, false));

    assertEquals(List.of(OPEN, HELD), catalogue.statuses());
    assertEquals(
        List.of(row(1, null, false), row(3, null, true)), catalogue.rows(CatalogueList.SITE));
    assertEquals(List.of(row(3, null, true)), catalogue.active(CatalogueList.SITE));
    assertEquals(List.of(), catalogue.rows(CatalogueList.ITEM));
  }

  @Test
  void activeUnderShouldGiveTheChildrenOfOneRow() {
    Catalogue catalogue =
        of(
            List.of(OPEN),
            CatalogueList.ITEM,
            row(1, 10, true),
            row(2, 10, false),
            row(3, 11, true));

    assertEquals(
        List.of(row(1, 10, true)), catalogue.activeUnder(CatalogueList.ITEM, Optional.of(10)));
    assertEquals(List.of(), catalogue.activeUnder(CatalogueList.ITEM, Optional.empty()));
  }

  @Test
  void replacingShouldRetireWhatOnlyTheEarlierOneHas() {
    Catalogue earlier =
        of(List.of(OPEN, HELD), CatalogueList.SITE, row(1, null, true), row(2, null, true));
    Catalogue next = of(List.of(OPEN), CatalogueList.SITE, row(2, null, true), row(3, null, true));

    Catalogue merged = next.replacing(earlier);

    assertEquals(List.of(OPEN, HELD), merged.statuses());
    assertEquals(
        List.of(row(1, null, false), row(2, null, true), row(3, null, true)),
        merged.rows(CatalogueList.SITE));
    assertEquals(merged, next.replacing(merged));
  }

  @Test
  void twoRowsWithOneIdShouldBeRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> of(List.of(OPEN, OPEN), CatalogueList.SITE, row(1, null, true)));
  }

  @Test
  void aDoneStatusShouldNotPauseTheClock() {
    assertThrows(
        IllegalArgumentException.class, () -> new StatusRow(3, "Done", StatusType.CLOSED, true));
  }

  @Test
  void aStatusThatIsNotThereShouldBeTold() {
    Catalogue catalogue = of(List.of(OPEN), CatalogueList.SITE);

    assertEquals(Optional.empty(), catalogue.status(9));
    assertThrows(IllegalStateException.class, () -> catalogue.existingStatus(9));
  }

  @Test
  void tagCategoriesShouldComeByNameAndHaveOneInAnyCase() {
    TagCategory places = new TagCategory(new UUID(1, 1), "Places", "#000000", true);
    TagCategory crews = new TagCategory(new UUID(2, 2), "Crews", "#ffffff", false);
    Catalogue catalogue = new Catalogue(List.of(OPEN), Map.of(), List.of(), List.of(places, crews));

    assertEquals(List.of(crews, places), catalogue.tagCategories());
    assertEquals(places, catalogue.tagCategory(places.id()));
    assertEquals("Tags", catalogue.tagCategory(new UUID(3, 3)).name());
    assertEquals(
        List.of(crews, places),
        of(List.of(OPEN), CatalogueList.SITE).replacing(catalogue).tagCategories());
  }
}
