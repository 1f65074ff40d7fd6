package org.polydesk.application.delivery;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.polydesk.application.delivery.in.ManageOutboxUseCase;
import org.polydesk.application.delivery.out.OutboxQueue;
import org.polydesk.application.delivery.out.OutboxQueue.Listed;
import org.polydesk.application.delivery.out.OutboxQueue.State;
import org.polydesk.application.shared.UnitOfWork;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.error.DeskException;

/** Looks into the outbox. */
@Singleton
public final class ManageOutboxService implements ManageOutboxUseCase {
  private static final int MOST = 1_000;

  private final OutboxQueue queue;
  private final UnitOfWork unitOfWork;
  private final Clock clock;

  @Inject
  public ManageOutboxService(OutboxQueue queue, UnitOfWork unitOfWork, Clock clock) {
    this.queue = queue;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  @Override
  public List<Listed> list(DeskId desk, State state) {
    return unitOfWork.read(() -> queue.list(desk, state, MOST));
  }

  @Override
  public int retry(DeskId desk, Optional<UUID> deliveryId) {
    int revived = unitOfWork.run(() -> queue.revive(desk, deliveryId, clock.instant()));
    if (revived == 0 && deliveryId.isPresent()) {
      throw DeskException.badRequest(
          "No message that was given up has the delivery id %s.".formatted(deliveryId.get()));
    }
    return revived;
  }
}
