package org.polydesk.application.catalogue.in;

import org.polydesk.application.identity.Caller;
import org.polydesk.domain.catalogue.Catalogue;

/** Shows the lists that tickets are classified by. */
public interface ReadCatalogueUseCase {
  /** All lists of the caller's desk; every caller may see them. */
  Catalogue catalogueFor(Caller caller);
}
