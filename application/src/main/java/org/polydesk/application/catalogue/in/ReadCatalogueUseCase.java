package org.polydesk.application.catalogue.in;

import org.polydesk.application.identity.Caller;
import org.polydesk.domain.catalogue.Catalogue;
import org.polydesk.domain.desk.DeskSettings;

/** Shows the lists that tickets are classified by. */
public interface ReadCatalogueUseCase {
  /** All lists of the caller's desk; every caller may see them. */
  Catalogue catalogueFor(Caller caller);

  /** How the caller's desk is run. */
  DeskSettings settingsFor(Caller caller);
}
