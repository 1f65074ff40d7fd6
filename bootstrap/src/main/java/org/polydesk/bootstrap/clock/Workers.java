package org.polydesk.bootstrap.clock;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.jdbc.DefaultJdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.micronaut.jdbc.DataSourceResolver;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import org.polydesk.adapter.persistence.shared.Database;
import org.polydesk.application.outbox.out.Outbox.Channel;

/**
 * Has the work of time done again and again, by real time: each kind on one node at a time,
 * whichever it is, and by another one seconds after that has died. The kinds do not wait for each
 * other, so that a slow mail server holds up no callback. See docs/adr/0014.
 */
@Singleton
public final class Workers {
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration BETWEEN_DELIVERIES = Duration.ofSeconds(1);
  private static final Duration BETWEEN_SWEEPS = Duration.ofSeconds(5);
  private static final Duration BETWEEN_TIDYINGS = Duration.ofMinutes(10);

  /** A node that was not heard of for four of them is dead. */
  private static final Duration HEARTBEAT = Duration.ofSeconds(5);

  private static final int MISSED_HEARTBEATS = 4;
  private static final Duration GRACE = Duration.ofSeconds(10);

  /** What one node is not set up for is not another one's to forget. */
  private static final Duration NEVER = Duration.ofDays(36_500);

  private final Scheduler scheduler;

  /**
   * @param resolver finds the pool behind the bean that takes part in transactions
   */
  Workers(DataSource dataSource, DataSourceResolver resolver, Database database, TimedWork work) {
    this.scheduler = scheduler(resolver.resolve(dataSource), database.isPostgres(), tasks(work));
  }

  private static List<RecurringTask<Void>> tasks(TimedWork work) {
    List<RecurringTask<Void>> tasks = new ArrayList<>();
    tasks.add(task("tickets", BETWEEN_SWEEPS, work::workOnTickets));
    tasks.add(task("leftovers", BETWEEN_TIDYINGS, work::tidy));
    for (Channel channel : work.channels()) {
      String name = "deliver-" + channel.name().toLowerCase(Locale.ROOT);
      tasks.add(task(name, BETWEEN_DELIVERIES, () -> work.deliver(channel)));
    }
    return tasks;
  }

  private static RecurringTask<Void> task(String name, Duration pause, Runnable work) {
    return Tasks.recurring(name, FixedDelay.of(pause)).execute((instance, context) -> work.run());
  }

  private static Scheduler scheduler(
      DataSource pool, boolean postgres, List<RecurringTask<Void>> tasks) {
    SchedulerBuilder builder =
        Scheduler.create(pool)
            .startTasks(tasks)
            .threads(tasks.size())
            .schedulerName(nodeName())
            .pollingInterval(LOOK)
            .heartbeatInterval(HEARTBEAT)
            .missedHeartbeatsLimit(MISSED_HEARTBEATS)
            .deleteUnresolvedAfter(NEVER)
            .shutdownMaxWait(GRACE);
    if (postgres) {
      builder.jdbcCustomization(new PostgreSqlJdbcCustomization(false, false));
      builder.pollUsingLockAndFetch(0.5, 1.0);
    } else {
      builder.jdbcCustomization(new DefaultJdbcCustomization(false));
    }
    return builder.build();
  }

  /** Tells processes of one computer apart, in the table and in the log. */
  private static SchedulerName nodeName() {
    return new SchedulerName.Fixed(ProcessHandle.current().pid() + "-" + UUID.randomUUID());
  }

  /** Begins; the first look is at once. */
  public void start() {
    scheduler.start();
  }

  /** Waits some seconds for what is being done; what is not done by then, another node does. */
  @PreDestroy
  void stop() {
    scheduler.stop();
  }
}
