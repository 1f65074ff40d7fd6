package org.polydesk.adapter.persistence.desk;

import jakarta.inject.Singleton;
import org.polydesk.application.desk.DeskSetup;
import org.polydesk.application.desk.out.DeskSetups;
import org.polydesk.domain.catalogue.StatusRow;
import org.polydesk.domain.desk.DeskId;

/** The statuses that stored tickets are in. */
@Singleton
public final class Statuses {
  private final DeskSetups setups;
  private final SetupTables tables;

  Statuses(DeskSetups setups, SetupTables tables) {
    this.setups = setups;
    this.tables = tables;
  }

  /**
   * The status with this id, read from its table if another node has added it within the last two
   * seconds.
   *
   * @throws IllegalStateException when there is none: rows that tickets use are never removed
   */
  public StatusRow existing(DeskId desk, int id) {
    return setups
        .find(desk)
        .map(DeskSetup::catalogue)
        .flatMap(catalogue -> catalogue.status(id))
        .or(() -> tables.status(desk, id))
        .orElseThrow(() -> new IllegalStateException("no status row " + id));
  }
}
