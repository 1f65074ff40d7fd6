package org.polydesk.adapter.rest.simple.helpdesk.wire;

import jakarta.inject.Singleton;
import org.polydesk.application.catalogue.in.ReadCatalogueUseCase;
import org.polydesk.application.identity.Caller;

/** The words of a caller's desk. */
@Singleton
public final class DeskWords {
  private final ReadCatalogueUseCase readCatalogue;

  DeskWords(ReadCatalogueUseCase readCatalogue) {
    this.readCatalogue = readCatalogue;
  }

  /** The words of the desk that {@code caller} was let into. */
  public Words of(Caller caller) {
    return new Words(
        readCatalogue.catalogueFor(caller),
        readCatalogue.fieldsFor(caller),
        readCatalogue.settingsFor(caller).statuses());
  }
}
