package org.polydesk.bootstrap.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.polydesk.application.delivery.in.ManageOutboxUseCase;
import org.polydesk.application.delivery.out.OutboxQueue.Listed;
import org.polydesk.application.delivery.out.OutboxQueue.State;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists messages, the newest first. */
@Command(
    name = "list",
    description = {
      "Lists messages, the newest first, 1,000 at the most.",
      "A line each: delivery id, channel, event, attempts, when it was written, and why it is where"
          + " it is."
    },
    mixinStandardHelpOptions = true,
    versionProvider = BuildVersion.class,
    sortOptions = false)
final class OutboxListCommand implements Callable<Integer> {
  @Option(
      names = "--state",
      paramLabel = "STATE",
      defaultValue = "DEAD",
      description = "One of ${COMPLETION-CANDIDATES}; DEAD when nothing is said.")
  private State state;

  @Mixin private AccessOptions access;

  @Override
  public Integer call() {
    access
        .ask(ManageOutboxUseCase.class, outbox -> outbox.list(access.desk(), state))
        .forEach(listed -> access.print(line(listed)));
    return 0;
  }

  private static String line(Listed listed) {
    return "%s  %s  %s  %d  %s  %s"
        .formatted(
            listed.message().deliveryId(),
            listed.message().channel().name().toLowerCase(Locale.ROOT),
            listed.message().event().name().toLowerCase(Locale.ROOT),
            listed.attempts(),
            listed.message().createdAt(),
            listed.remark().orElse(""))
        .strip();
  }
}
