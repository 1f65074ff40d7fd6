package org.polydesk.bootstrap.clock;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.jdbc.DefaultJdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.micronaut.context.annotation.Property;
import io.micronaut.jdbc.DataSourceResolver;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.polydesk.adapter.persistence.shared.Database;
import org.polydesk.application.outbox.out.Outbox.Channel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the work of time done again and again, by real time: each kind on one node at a time,
 * whichever it is, and by another one seconds after that has died. The kinds do not wait for each
 * other, so that a slow mail server holds up no callback. See docs/adr/0014.
 */
@Singleton
public final class Workers {
  private static final Duration LOOK = Duration.ofMillis(500);
  private static final Duration BETWEEN_DELIVERIES = Duration.ofSeconds(1);
  private static final Duration BETWEEN_SWEEPS = Duration.ofSeconds(5);
  private static final Duration BETWEEN_TIDYINGS = Duration.ofMinutes(10);

  /** A node that was not heard of for four of them is dead. */
  private static final Duration HEARTBEAT = Duration.ofSeconds(5);

  private static final int MISSED_HEARTBEATS = 4;
  private static final int LONGEST_PROCESS = 30;

  /** What one node is not set up for is not another one's to forget. */
  private static final Duration NEVER = Duration.ofDays(36_500);

  private static final Logger LOG = LoggerFactory.getLogger(Workers.class);

  private final String name = nodeName();
  private final List<RecurringTask<Void>> tasks;
  private final Scheduler scheduler;

  /**
   * @param resolver finds the pool behind the bean that takes part in transactions
   * @param grace how long a stop waits for what is being done
   */
  Workers(
      DataSource dataSource,
      DataSourceResolver resolver,
      Database database,
      TimedWork work,
      @Property(name = "micronaut.lifecycle.graceful-shutdown.grace-period") Duration grace) {
    this.tasks = tasks(work);
    this.scheduler = scheduler(resolver.resolve(dataSource), database.isPostgres(), grace);
  }

  /**
   * Never interrupts: an interrupt in the middle of a write closes the file of an H2 database, and
   * a mail whose end is not written down is sent again.
   */
  private static final class PatientExecutor extends ThreadPoolExecutor {
    PatientExecutor(int threads) {
      super(threads, threads, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
    }

    @Override
    public List<Runnable> shutdownNow() {
      shutdown();
      return List.of();
    }
  }

  private static List<RecurringTask<Void>> tasks(TimedWork work) {
    List<RecurringTask<Void>> tasks = new ArrayList<>();
    tasks.add(task("tickets", BETWEEN_SWEEPS, stops -> work.workOnTickets()));
    tasks.add(task("leftovers", BETWEEN_TIDYINGS, stops -> work.tidy()));
    for (Channel channel : work.channels()) {
      String name = "deliver-" + channel.name().toLowerCase(Locale.ROOT);
      tasks.add(task(name, BETWEEN_DELIVERIES, stops -> work.deliver(channel, stops)));
    }
    return tasks;
  }

  private static RecurringTask<Void> task(
      String name, Duration pause, Consumer<BooleanSupplier> work) {
    return Tasks.recurring(name, FixedDelay.of(pause))
        .execute((instance, context) -> work.accept(context.getSchedulerState()::isShuttingDown));
  }

  private Scheduler scheduler(DataSource pool, boolean postgres, Duration grace) {
    SchedulerBuilder builder =
        Scheduler.create(pool)
            .startTasks(tasks)
            .threads(tasks.size())
            .executorService(new PatientExecutor(tasks.size()))
            .schedulerName(new SchedulerName.Fixed(name))
            .pollingInterval(LOOK)
            .heartbeatInterval(HEARTBEAT)
            .missedHeartbeatsLimit(MISSED_HEARTBEATS)
            .deleteUnresolvedAfter(NEVER)
            .shutdownMaxWait(grace);
    if (postgres) {
      builder.jdbcCustomization(new PostgreSqlJdbcCustomization(false, false));
      builder.pollUsingLockAndFetch(0.5, 1.0);
    } else {
      builder.jdbcCustomization(new DefaultJdbcCustomization(false));
    }
    return builder.build();
  }

  /** Process, computer, and some digits, for processes in containers have the same number. */
  private static String nodeName() {
    String process = ManagementFactory.getRuntimeMXBean().getName();
    String digits = UUID.randomUUID().toString().substring(0, 4);
    return process.substring(0, Math.min(LONGEST_PROCESS, process.length())) + "#" + digits;
  }

  /**
   * Begins; the first look is at once.
   *
   * @throws IllegalStateException when the table does not have every task, for then nobody would do
   *     its work and nobody would know
   */
  public void start() {
    scheduler.start();
    for (RecurringTask<Void> task : tasks) {
      scheduler
          .getScheduledExecution(task.getDefaultTaskInstance())
          .orElseThrow(() -> new IllegalStateException("nobody does " + task.getName()));
    }
    LOG.info("Works by itself as {}", name);
  }

  /** Waits for what is being done; what another node can begin afresh is not begun any more. */
  @PreDestroy
  void stop() {
    scheduler.stop();
  }
}
