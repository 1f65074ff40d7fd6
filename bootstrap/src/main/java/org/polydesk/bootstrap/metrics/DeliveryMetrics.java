package org.polydesk.bootstrap.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.polydesk.application.delivery.in.DeliverMessagesUseCase;
import org.polydesk.application.delivery.in.DeliverMessagesUseCase.Tally;
import org.polydesk.application.delivery.out.OutboxQueue.Standing;
import org.polydesk.application.outbox.out.Outbox.Channel;

/**
 * What waits, what is dead and how old the oldest is, of all nodes; and what this node has
 * delivered and failed to deliver. Source: docs/notifications.md, section "When something is
 * stuck".
 */
@Singleton
final class DeliveryMetrics {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final DeliverMessagesUseCase deliveries;
  private final Clock clock;
  private volatile Map<Channel, Standing> standings = Map.of();

  DeliveryMetrics(DeliverMessagesUseCase deliveries, Clock clock) {
    this.deliveries = deliveries;
    this.clock = clock;
    for (Channel channel : Channel.values()) {
      gauge("waiting", "Messages that wait", channel, Standing::waiting);
      gauge("dead", "Messages that were given up", channel, Standing::dead);
      gauge("oldest.seconds", "Age of the oldest that waits", channel, this::age);
      count("delivered", channel, Tally::delivered);
      count("failed", channel, Tally::failed);
      count("dead", channel, Tally::dead);
    }
  }

  /** All figures in the text format of Prometheus; the store is asked once. */
  String scrape() {
    standings = deliveries.standings();
    return registry.scrape();
  }

  private void gauge(
      String name, String meaning, Channel channel, ToDoubleFunction<Standing> figure) {
    Gauge.builder(
            "polydesk.outbox." + name,
            this,
            metrics ->
                figure.applyAsDouble(metrics.standings.getOrDefault(channel, Standing.NOTHING)))
        .description(meaning)
        .tag("channel", word(channel))
        .register(registry);
  }

  private void count(String result, Channel channel, ToDoubleFunction<Tally> figure) {
    FunctionCounter.builder(
            "polydesk.deliveries", deliveries, all -> figure.applyAsDouble(all.tally(channel)))
        .description("Attempts to deliver, by how they ended")
        .tag("channel", word(channel))
        .tag("result", result)
        .register(registry);
  }

  private double age(Standing standing) {
    return standing
        .oldestAt()
        .map(at -> Duration.between(at, clock.instant()).toSeconds())
        .orElse(0L);
  }

  private static String word(Channel channel) {
    return channel.name().toLowerCase(Locale.ROOT);
  }
}
