package org.polydesk.bootstrap.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polydesk.bootstrap.settings.SettingException;
import org.polydesk.bootstrap.settings.SettingValues;
import org.polydesk.bootstrap.settings.SettingsReader;

final class ServerPropertiesTest {
  @TempDir private Path directory;

  @Test
  void ofShouldKeepWhatH2HasAcknowledgedInTheDataDirectory() {
    Map<String, Object> all = properties(Map.of());

    String url = (String) all.get("datasources.default.url");
    assertTrue(url.startsWith("jdbc:h2:file:" + directory + "/polydesk;"), url);
    for (String option :
        List.of(
            "MODE=PostgreSQL",
            "DATABASE_TO_LOWER=TRUE",
            "DEFAULT_NULL_ORDERING=HIGH",
            "WRITE_DELAY=0",
            "DB_CLOSE_ON_EXIT=FALSE")) {
      assertTrue(url.contains(";" + option), option);
    }
    assertEquals(
        List.of("classpath:db/migration/common", "classpath:db/migration/h2"),
        all.get("flyway.datasources.default.locations"));
    assertEquals(directory.resolve("files").toString(), all.get("polydesk.files.directory"));
  }

  @Test
  void ofShouldTakePostgresqlByThreeSettings() {
    Map<String, Object> all =
        properties(
            Map.of(
                "database.url", "postgresql://ann:other@db/desk",
                "database.user", "desk",
                "database.password", "geheim",
                "database.pool-size", "9"));

    assertEquals("jdbc:postgresql://db/desk", all.get("datasources.default.url"));
    assertEquals("desk", all.get("datasources.default.username"));
    assertEquals("geheim", all.get("datasources.default.password"));
    assertEquals(9, all.get("datasources.default.maximum-pool-size"));
    assertEquals(
        List.of("classpath:db/migration/common", "classpath:db/migration/postgresql"),
        all.get("flyway.datasources.default.locations"));
  }

  @Test
  void ofShouldWantANameForPostgresql() {
    var refusal =
        assertThrows(
            SettingException.class, () -> properties(Map.of("database.url", "postgresql://db/x")));

    assertTrue(refusal.getMessage().startsWith("database.user is missing"), refusal.getMessage());
  }

  @Test
  void ofShouldTranslateWhatIsSaid() {
    Map<String, Object> all =
        properties(
            Map.of(
                "public-base-url", "https://desk.example.org/",
                "http.max-request-bytes", "50000000",
                "http.trusted-proxies", "10.0.0.1, ::1",
                "limits.enabled", "false",
                "shutdown.grace-seconds", "5"));

    assertEquals("https://desk.example.org", all.get("polydesk.public-base-url"));
    assertEquals("https://desk.example.org", all.get("polydesk.edge.public-base-url"));
    assertEquals(List.of("10.0.0.1", "0:0:0:0:0:0:0:1"), all.get("polydesk.http.trusted-proxies"));
    assertEquals(50_000_000, all.get("polydesk.http.max-request-bytes"));
    assertTrue((long) all.get("micronaut.server.max-request-size") > 50_000_000);
    assertEquals(false, all.get("polydesk.limits.enabled"));
    assertEquals(
        Duration.ofSeconds(5), all.get("micronaut.lifecycle.graceful-shutdown.grace-period"));
  }

  @Test
  void ofShouldNotHandOutTheAdministratorsPassword() {
    Map<String, Object> all = properties(Map.of("admin.password", "geheim-geheim"));

    assertFalse(all.toString().contains("geheim"));
  }

  @Test
  void ofShouldTellBeansThatTheServerIsADemo() {
    SettingValues settings = settings(Map.of());
    Instant standing = Instant.parse("2026-03-04T10:00:00Z");

    Map<String, Object> all =
        ServerProperties.of(
            settings, Installation.lasting(settings), RunMode.demo(Optional.of(standing)));

    assertEquals(true, all.get("polydesk.demo.enabled"));
    assertEquals("2026-03-04T10:00:00Z", all.get("polydesk.demo.clock"));
  }

  @Test
  void passingShouldLeaveNothingInTheWorkingDirectory() {
    SettingValues settings =
        new SettingsReader(Map.of(), directory).read(Map.of(), Optional.empty(), Map.of());

    Installation installation = Installation.passing(settings);

    assertTrue(installation.database().url().startsWith("jdbc:h2:mem:"));
    assertTrue(Files.exists(installation.directory().resolve("jwt.key")));
    installation.leave();
    assertFalse(Files.exists(installation.directory()));
    assertFalse(Files.exists(directory.resolve("data")));
  }

  private Map<String, Object> properties(Map<String, String> flags) {
    SettingValues settings = settings(flags);
    return ServerProperties.of(settings, Installation.lasting(settings), RunMode.serve());
  }

  private SettingValues settings(Map<String, String> flags) {
    Map<String, String> all = new HashMap<>(flags);
    all.put("data.dir", directory.toString());
    return new SettingsReader(Map.of(), directory).read(all, Optional.empty(), Map.of());
  }
}
