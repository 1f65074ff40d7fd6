package org.polydesk.application.catalogue.in;

import org.polydesk.application.identity.Caller;
import org.polydesk.domain.catalogue.Catalogue;
import org.polydesk.domain.catalogue.CustomFields;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.desk.DeskSettings;

/** Shows the lists that tickets are classified by. */
public interface ReadCatalogueUseCase {
  /** The lists of the caller's desk, without the rows that only those who work there know of. */
  Catalogue catalogueFor(Caller caller);

  /** All custom fields of the caller's desk, whether he knows of them or not. */
  CustomFields fieldsFor(Caller caller);

  /** How the caller's desk is run. */
  DeskSettings settingsFor(Caller caller);

  /** How a desk is run, for those who find out what somebody may do there. */
  DeskSettings settingsOf(DeskId desk);
}
