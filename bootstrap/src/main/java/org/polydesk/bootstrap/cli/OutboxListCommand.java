package org.polydesk.bootstrap.cli;

import java.net.URI;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.polydesk.application.delivery.in.ManageOutboxUseCase;
import org.polydesk.application.delivery.out.OutboxQueue.Listed;
import org.polydesk.application.delivery.out.OutboxQueue.State;
import org.polydesk.application.outbox.out.Outbox.Channel;
import org.polydesk.bootstrap.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists messages, the newest first. */
@Command(
    name = "list",
    description = {
      "Lists messages, the newest first, 1,000 at the most.",
      "A line each: delivery id, channel, event, ticket, whom it goes to, attempts, when it was"
          + " written, and why it is where it is. Callbacks go to the host in tpi.url, as it is set"
          + " for this command."
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

  private static final String NOTHING = "-";

  @Mixin private AccessOptions access;

  @Override
  public Integer call() {
    access
        .ask(ManageOutboxUseCase.class, outbox -> outbox.list(access.desk(), state))
        .forEach(listed -> access.print(line(listed)));
    return 0;
  }

  private String line(Listed listed) {
    return "%s  %s  %s  %s  %s  %d  %s  %s"
        .formatted(
            listed.message().deliveryId(),
            listed.message().channel().name().toLowerCase(Locale.ROOT),
            listed.message().event().name().toLowerCase(Locale.ROOT),
            listed.ticket().map(number -> "#" + number).orElse(NOTHING),
            to(listed),
            listed.attempts(),
            listed.message().createdAt(),
            listed.remark().orElse(""))
        .strip();
  }

  private String to(Listed listed) {
    if (listed.message().channel() == Channel.CALLBACK) {
      return access.find(Settings.TPI_URL).map(URI::getHost).orElse(NOTHING);
    }
    return listed.to().isEmpty() ? NOTHING : String.join(",", listed.to());
  }
}
