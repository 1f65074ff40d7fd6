package org.polydesk.bootstrap.cli;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.polydesk.application.delivery.in.ManageOutboxUseCase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Has messages that were given up delivered again. */
@Command(
    name = "retry",
    description = "Has messages that were given up delivered again, from their first attempt on.",
    mixinStandardHelpOptions = true,
    versionProvider = BuildVersion.class,
    sortOptions = false)
final class OutboxRetryCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "ID",
      converter = DeliveryIdConverter.class,
      description = "Delivery id of the one that is meant; all of the desk when nothing is said.")
  private UUID deliveryId;

  @Mixin private AccessOptions access;

  @Override
  public Integer call() {
    int revived =
        access.ask(
            ManageOutboxUseCase.class,
            outbox -> outbox.retry(access.desk(), Optional.ofNullable(deliveryId)));
    access.print(
        revived == 1
            ? "1 message will be tried again."
            : "%d messages will be tried again.".formatted(revived));
    return 0;
  }
}
