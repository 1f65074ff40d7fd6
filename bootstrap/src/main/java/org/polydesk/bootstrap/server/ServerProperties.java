package org.polydesk.bootstrap.server;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.polydesk.bootstrap.settings.Setting;
import org.polydesk.bootstrap.settings.SettingValues;
import org.polydesk.bootstrap.settings.Settings;

/** Translates the settings into the properties that the framework and the beans read. */
final class ServerProperties {
  /** The edge refuses long request lines itself and has to know their paths for that. */
  private static final int MAX_REQUEST_LINE = 64 * 1024;

  private static final int MAX_HEADERS = 64 * 1024;

  /** The dialects refuse large requests in their own words, so the framework has to be laxer. */
  private static final long ROOM_ABOVE_LIMIT = 16L * 1024 * 1024;

  private static final String ACCESS_LINE = "%a %m %Q %s %b bytes %D ms %{X-Request-Id}o";

  private static final int LEAST_CONNECTIONS = 4;

  private ServerProperties() {}

  static Map<String, Object> of(SettingValues settings, Installation installation, RunMode mode) {
    Map<String, Object> all = new LinkedHashMap<>();
    putDesk(all, settings, installation, mode);
    putHttp(all, settings);
    putSecurity(all);
    putDocuments(all);
    DeliveryProperties.put(all, settings);
    all.put(Settings.METRICS_ENABLED.property(), settings.get(Settings.METRICS_ENABLED));
    putDatabase(all, settings, installation.database());
    return all;
  }

  private static void putDesk(
      Map<String, Object> all, SettingValues settings, Installation installation, RunMode mode) {
    all.put("micronaut.application.name", "polydesk");
    all.put("polydesk.demo.enabled", mode.demo());
    mode.clock().ifPresent(clock -> all.put("polydesk.demo.clock", clock.toString()));
    all.put("polydesk.files.directory", installation.files().toString());
    all.put(
        Settings.FILES_MAX_PER_REQUEST.property(), settings.get(Settings.FILES_MAX_PER_REQUEST));
    all.put(
        Settings.FILES_ALLOWED_EXTENSIONS.property(),
        settings.get(Settings.FILES_ALLOWED_EXTENSIONS));
    all.put(Settings.JWT_KEY.property(), installation.jwtKey());
    all.put(Settings.SECRET_KEY.property(), installation.secretKey());
    all.put(Settings.LIMITS_ENABLED.property(), settings.get(Settings.LIMITS_ENABLED));
    all.put(
        Settings.LIMITS_SHARED.property(),
        settings.get(Settings.LIMITS_SHARED)
            && installation.database().vendor() == Database.Vendor.POSTGRESQL);
    all.put(
        Settings.TIKTING_JSON_CASING.property(), settings.get(Settings.TIKTING_JSON_CASING).name());
    for (Setting<Integer> limit :
        List.of(
            Settings.AUTH_TOKEN_DAYS,
            Settings.AUTH_LOCKOUT_ATTEMPTS,
            Settings.AUTH_LOCKOUT_MINUTES,
            Settings.TIKTING_MAX_LIST_LENGTH,
            Settings.LIMITS_HELPDESK,
            Settings.LIMITS_HELPDESK_SEARCH,
            Settings.LIMITS_TAAS,
            Settings.LIMITS_TAAS_WINDOW,
            Settings.LIMITS_PANEL_TICKETS,
            Settings.LIMITS_PANEL_COMMENTS,
            Settings.LIMITS_PANEL_UPLOADS)) {
      all.put(limit.property(), settings.get(limit));
    }
    all.put(
        Settings.SYSTEM_TIME_ZONE.property(), settings.get(Settings.SYSTEM_TIME_ZONE).toString());
    settings
        .find(Settings.PUBLIC_BASE_URL)
        .ifPresent(url -> all.put(Settings.PUBLIC_BASE_URL.property(), url.toString()));
    settings
        .find(Settings.PUBLIC_BASE_URL)
        .ifPresent(url -> all.put("polydesk.edge.public-base-url", url.toString()));
    all.put(
        Settings.HTTP_TRUSTED_PROXIES.property(),
        settings.find(Settings.HTTP_TRUSTED_PROXIES).orElse(List.of()));
    all.put(
        Settings.HTTP_MAX_REQUEST_BYTES.property(), settings.get(Settings.HTTP_MAX_REQUEST_BYTES));
    all.put("micronaut.lifecycle.graceful-shutdown.enabled", true);
    all.put(
        "micronaut.lifecycle.graceful-shutdown.grace-period",
        settings.get(Settings.SHUTDOWN_GRACE_SECONDS));
  }

  private static void putHttp(Map<String, Object> all, SettingValues settings) {
    all.put("micronaut.server.host", settings.get(Settings.HTTP_HOST));
    int port = settings.get(Settings.HTTP_PORT);
    all.put("micronaut.server.port", port == 0 ? -1 : port);
    long limit = settings.get(Settings.HTTP_MAX_REQUEST_BYTES) + ROOM_ABOVE_LIMIT;
    all.put("micronaut.server.max-request-size", limit);
    all.put("micronaut.server.netty.max-initial-line-length", MAX_REQUEST_LINE);
    all.put("micronaut.server.netty.max-header-size", MAX_HEADERS);
    all.put("micronaut.server.netty.request-decompression-enabled", false);
    all.put("micronaut.server.netty.keep-alive-on-server-error", true);
    all.put("micronaut.server.not-found-on-missing-body", false);
    all.put("micronaut.server.cors.localhost-pass-through", true);
    all.put("micronaut.server.netty.access-logger.enabled", settings.get(Settings.LOG_ACCESS));
    all.put("micronaut.server.netty.access-logger.logger-name", "org.polydesk.access");
    all.put("micronaut.server.netty.access-logger.log-format", ACCESS_LINE);
    all.put("endpoints.all.enabled", false);
  }

  private static void putSecurity(Map<String, Object> all) {
    all.put("micronaut.security.reject-not-found", false);
    all.put("micronaut.security.basic-auth.enabled", false);
    all.put("micronaut.security.redirect.enabled", false);
  }

  /** What the dialects' modules say about themselves, written when they are compiled. */
  private static void putDocuments(Map<String, Object> all) {
    all.put("micronaut.router.static-resources.openapi.mapping", "/openapi/**");
    all.put("micronaut.router.static-resources.openapi.paths", "classpath:META-INF/swagger");
  }

  private static void putDatabase(
      Map<String, Object> all, SettingValues settings, Database database) {
    String prefix = "datasources.default.";
    int connections = settings.find(Settings.DATABASE_POOL_SIZE).orElseGet(ServerProperties::pool);
    all.put(prefix + "url", database.url());
    all.put(prefix + "username", database.user());
    all.put(prefix + "password", database.password());
    all.put(prefix + "driver-class-name", database.vendor().driver());
    all.put(prefix + "dialect", "POSTGRES");
    all.put(prefix + "schema-generate", "NONE");
    all.put(prefix + "maximum-pool-size", connections);
    all.put(prefix + "minimum-idle", connections);
    all.put(prefix + "connection-timeout", 10_000);
    all.put("flyway.datasources.default.enabled", true);
    all.put("flyway.datasources.default.locations", database.vendor().migrations());
  }

  private static int pool() {
    return Math.max(LEAST_CONNECTIONS, 2 * Runtime.getRuntime().availableProcessors());
  }
}
