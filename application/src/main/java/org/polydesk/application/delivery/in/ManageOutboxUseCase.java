package org.polydesk.application.delivery.in;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.polydesk.application.delivery.out.OutboxQueue.Listed;
import org.polydesk.application.delivery.out.OutboxQueue.State;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.error.DeskException;

/** Shows and revives messages, for those who run the server. */
public interface ManageOutboxUseCase {

  /** A desk's messages in this state, the newest first, 1,000 at the most. */
  List<Listed> list(DeskId desk, State state);

  /**
   * Makes dead messages due again.
   *
   * @param deliveryId the one that is meant; empty for all of the desk
   * @return how many there were
   * @throws DeskException {@code BAD_REQUEST} when the one that is meant is not there or not dead
   */
  int retry(DeskId desk, Optional<UUID> deliveryId);
}
