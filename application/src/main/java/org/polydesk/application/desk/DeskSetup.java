package org.polydesk.application.desk;

import java.util.Objects;
import org.polydesk.domain.catalogue.Catalogue;
import org.polydesk.domain.desk.Desk;
import org.polydesk.domain.sla.SlaCatalogue;

/** How one desk is set up, as it is at one moment. */
public record DeskSetup(Desk desk, Catalogue catalogue, SlaCatalogue slas) {
  public DeskSetup {
    Objects.requireNonNull(desk, "desk");
    Objects.requireNonNull(catalogue, "catalogue");
    Objects.requireNonNull(slas, "slas");
  }
}
