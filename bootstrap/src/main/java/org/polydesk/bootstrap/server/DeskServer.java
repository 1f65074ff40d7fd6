package org.polydesk.bootstrap.server;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.polydesk.application.delivery.out.Courier;
import org.polydesk.bootstrap.clock.Workers;
import org.polydesk.bootstrap.desk.DeskFurnisher;
import org.polydesk.bootstrap.settings.SettingException;
import org.polydesk.bootstrap.settings.SettingValues;
import org.polydesk.bootstrap.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A server of the desk, from its start to its end. */
public final class DeskServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DeskServer.class);

  private final ApplicationContext context;
  private final EmbeddedServer server;
  private final Installation installation;
  private final Optional<String> madeUpPassword;

  private DeskServer(
      ApplicationContext context,
      EmbeddedServer server,
      Installation installation,
      Optional<String> madeUpPassword) {
    this.context = context;
    this.server = server;
    this.installation = installation;
    this.madeUpPassword = madeUpPassword;
  }

  /**
   * Opens the store, brings its schema up to date, puts into an empty store what it cannot do
   * without and then opens every door.
   *
   * @throws org.polydesk.bootstrap.settings.SettingException when a setting turns out wrong
   * @throws StartException when something else is in the way
   */
  public static DeskServer start(SettingValues settings, RunMode mode) {
    Installation installation =
        mode.demo() ? Installation.passing(settings) : Installation.lasting(settings);
    ApplicationContext context = context(ServerProperties.of(settings, installation, mode));
    try {
      context.start();
      findFaults(context);
      Optional<String> password = furnish(context.getBean(DeskFurnisher.class), settings, mode);
      EmbeddedServer server = context.getBean(EmbeddedServer.class);
      server.start();
      context.getBean(Workers.class).start();
      context.getBean(Readiness.class).open();
      LOG.info("Polydesk listens on {}, database {}", server.getURI(), installation.database());
      return new DeskServer(context, server, installation, password);
    } catch (RuntimeException e) {
      context.close();
      installation.leave();
      throw StartException.of(e, settings);
    }
  }

  /** What is set up wrong is told now and not when there is something to deliver. */
  private static void findFaults(ApplicationContext context) {
    context.getBeansOfType(Courier.class).stream()
        .flatMap(courier -> courier.fault().stream())
        .findFirst()
        .ifPresent(
            sentence -> {
              throw new SettingException(sentence);
            });
  }

  static ApplicationContext context(Map<String, Object> properties) {
    return ApplicationContext.builder()
        .banner(false)
        .deduceEnvironment(false)
        .bootstrapEnvironment(false)
        .enableDefaultPropertySources(false)
        .properties(properties)
        .build();
  }

  private static Optional<String> furnish(
      DeskFurnisher furnisher, SettingValues settings, RunMode mode) {
    if (!mode.demo()) {
      return furnisher.furnishFirstDesk(settings.find(Settings.ADMIN_PASSWORD));
    }
    if (!furnisher.furnishDemo()) {
      throw new SettingException(
          "database.url names a database that holds other desks; a demo needs an empty one.");
    }
    return Optional.empty();
  }

  /**
   * The password of the administrator {@code admin} that was made up for an empty store; empty when
   * none was. To be shown once and never logged.
   */
  public Optional<String> madeUpPassword() {
    return madeUpPassword;
  }

  /** Where the server listens. */
  public URI address() {
    return server.getURI();
  }

  /** Stops taking requests, finishes those that run and closes the store; harmless when closed. */
  @Override
  public void close() {
    if (!context.isRunning()) {
      return;
    }
    LOG.info("Polydesk stops");
    context.getBean(Readiness.class).close();
    context.close();
    installation.leave();
  }
}
