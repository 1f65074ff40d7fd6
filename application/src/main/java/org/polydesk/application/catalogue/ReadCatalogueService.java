package org.polydesk.application.catalogue;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.polydesk.application.catalogue.in.ReadCatalogueUseCase;
import org.polydesk.application.desk.out.DeskSetups;
import org.polydesk.application.identity.Caller;
import org.polydesk.domain.catalogue.Catalogue;
import org.polydesk.domain.catalogue.CustomFields;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.desk.DeskSettings;

/** Reads the catalogue. */
@Singleton
public final class ReadCatalogueService implements ReadCatalogueUseCase {
  private final DeskSetups setups;

  @Inject
  public ReadCatalogueService(DeskSetups setups) {
    this.setups = setups;
  }

  @Override
  public Catalogue catalogueFor(Caller caller) {
    return caller.known(setups.existing(caller.desk()).catalogue());
  }

  @Override
  public CustomFields fieldsFor(Caller caller) {
    return setups.existing(caller.desk()).fields();
  }

  @Override
  public DeskSettings settingsFor(Caller caller) {
    return settingsOf(caller.desk());
  }

  @Override
  public DeskSettings settingsOf(DeskId desk) {
    return setups.existing(desk).desk().settings();
  }
}
