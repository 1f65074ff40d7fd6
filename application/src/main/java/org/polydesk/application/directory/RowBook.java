package org.polydesk.application.directory;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.polydesk.application.desk.DeskSetup;
import org.polydesk.application.desk.out.DeskSetups;
import org.polydesk.domain.catalogue.Catalogue;
import org.polydesk.domain.catalogue.CatalogueList;
import org.polydesk.domain.catalogue.CatalogueRow;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.Texts;
import org.polydesk.domain.error.Violation;
import org.polydesk.domain.error.Violations;

/** Finds rows of lists by their names and adds those that a desk does not have yet. */
@Singleton
public final class RowBook {
  private static final int MAX_LENGTH = 255;

  private final DeskSetups setups;

  @Inject
  public RowBook(DeskSetups setups) {
    this.setups = setups;
  }

  /** What is wrong with {@code name} as the name of a row; empty when nothing is. */
  static List<Violation> violationsOf(CatalogueList list, String name) {
    return Violations.of(list.field())
        .required(name)
        .atMost(MAX_LENGTH, name)
        .storable(name)
        .toList();
  }

  /** The rows that can be named. */
  List<CatalogueRow> active(DeskId desk, CatalogueList list) {
    return setups.existing(desk).catalogue().active(list);
  }

  /**
   * The id of the row with this name, in any case, which is made or brought back when it is not
   * there; part of the caller's unit of work.
   */
  int idOf(DeskId desk, CatalogueList list, String name) {
    return find(setups.existing(desk).catalogue(), list, name)
        .filter(CatalogueRow::active)
        .or(
            () ->
                find(
                    setups.change(desk, setup -> withRow(setup, list, name)).catalogue(),
                    list,
                    name))
        .orElseThrow()
        .id();
  }

  private static Optional<CatalogueRow> find(Catalogue catalogue, CatalogueList list, String name) {
    String folded = Texts.folded(name.strip());
    return catalogue.rows(list).stream()
        .filter(row -> Texts.folded(row.name()).equals(folded))
        .findFirst();
  }

  private static DeskSetup withRow(DeskSetup setup, CatalogueList list, String name) {
    Catalogue catalogue = setup.catalogue();
    CatalogueRow row =
        find(catalogue, list, name)
            .map(CatalogueRow::revived)
            .orElseGet(
                () ->
                    new CatalogueRow(
                        nextId(catalogue, list), name.strip(), Optional.empty(), true));
    return setup.with(catalogue.with(list, row));
  }

  /**
   * Gives a row another name; part of the caller's unit of work.
   *
   * @throws DeskException {@code INVALID_FIELD} when another row has it, in any case
   */
  void rename(DeskId desk, CatalogueList list, int id, String name) {
    setups.change(
        desk,
        setup -> {
          Catalogue catalogue = setup.catalogue();
          if (find(catalogue, list, name).filter(row -> row.id() != id).isPresent()) {
            throw DeskException.invalid(
                Violation.refused(
                    list.field(), "Another %s has this name.".formatted(list.field())));
          }
          CatalogueRow row = catalogue.row(list, id).orElseThrow();
          return setup.with(catalogue.with(list, row.called(name.strip())));
        });
  }

  private static int nextId(Catalogue catalogue, CatalogueList list) {
    return catalogue.rows(list).stream().mapToInt(CatalogueRow::id).max().orElse(0) + 1;
  }
}
