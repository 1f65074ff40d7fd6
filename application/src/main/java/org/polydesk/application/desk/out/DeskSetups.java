package org.polydesk.application.desk.out;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.polydesk.application.desk.DeskSetup;
import org.polydesk.domain.desk.DeskId;

/**
 * How desks are set up. Setups change rarely and are read by every request: what another node
 * changed may be seen up to two seconds late, what this node changed is seen at once.
 */
public interface DeskSetups {
  /**
   * What saving did.
   *
   * @param before what was there; empty for a new desk
   * @param now what is there
   */
  record Saved(Optional<DeskSetup> before, DeskSetup now) {}

  /** The setup of this desk; empty when there is no such desk. */
  Optional<DeskSetup> find(DeskId desk);

  /**
   * Makes the desk's setup what is given, creating the desk with its number sequences when it is
   * not there. Catalogue rows that are missing from {@code setup} become inactive, for tickets may
   * name them; statuses and SLAs that are missing stay. Saving what is there already changes
   * nothing.
   */
  Saved save(DeskSetup setup);

  /**
   * Changes the desk's setup as {@code change} says, one change after the other over all nodes;
   * part of the caller's unit of work, which sees what became of it at once.
   *
   * @throws IllegalStateException when there is no such desk
   */
  DeskSetup change(DeskId desk, UnaryOperator<DeskSetup> change);

  /**
   * The setup of a desk that a caller was let into.
   *
   * @throws IllegalStateException when there is none
   */
  default DeskSetup existing(DeskId desk) {
    return find(desk).orElseThrow(() -> new IllegalStateException("no desk " + desk.value()));
  }
}
