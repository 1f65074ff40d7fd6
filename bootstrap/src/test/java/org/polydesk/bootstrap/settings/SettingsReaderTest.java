package org.polydesk.bootstrap.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class SettingsReaderTest {
  /** For every setting a right text that is not its default. */
  private static final Map<Setting<?>, String> RIGHT =
      Map.ofEntries(
          Map.entry(Settings.HTTP_HOST, "127.0.0.1"),
          Map.entry(Settings.HTTP_PORT, "65535"),
          Map.entry(Settings.HTTP_TRUSTED_PROXIES, "10.0.0.1, ::1"),
          Map.entry(Settings.HTTP_MAX_REQUEST_BYTES, "1000"),
          Map.entry(Settings.PUBLIC_BASE_URL, "https://desk.example.org/help/"),
          Map.entry(Settings.DATA_DIR, "/var/lib/polydesk"),
          Map.entry(Settings.DATABASE_URL, "jdbc:postgresql://db:5432/desk"),
          Map.entry(Settings.DATABASE_USER, "desk"),
          Map.entry(Settings.DATABASE_PASSWORD, "geheim"),
          Map.entry(Settings.DATABASE_POOL_SIZE, "2"),
          Map.entry(Settings.JWT_KEY, "0123456789abcdef".repeat(4)),
          Map.entry(Settings.SECRET_KEY, "fedcba9876543210".repeat(4)),
          Map.entry(Settings.ADMIN_PASSWORD, "12345678"),
          Map.entry(Settings.AUTH_TOKEN_DAYS, "365"),
          Map.entry(Settings.AUTH_LOCKOUT_ATTEMPTS, "1"),
          Map.entry(Settings.AUTH_LOCKOUT_MINUTES, "1440"),
          Map.entry(Settings.TIKTING_MAX_LIST_LENGTH, "10000"),
          Map.entry(Settings.TIKTING_JSON_CASING, "Camel"),
          Map.entry(Settings.FILES_MAX_PER_REQUEST, "1"),
          Map.entry(Settings.FILES_ALLOWED_EXTENSIONS, ".PDF, png"),
          Map.entry(Settings.LIMITS_ENABLED, "FALSE"),
          Map.entry(Settings.LIMITS_HELPDESK, "1"),
          Map.entry(Settings.LIMITS_HELPDESK_SEARCH, "2"),
          Map.entry(Settings.LIMITS_TAAS, "3"),
          Map.entry(Settings.LIMITS_TAAS_WINDOW, "10"),
          Map.entry(Settings.LIMITS_PANEL_TICKETS, "4"),
          Map.entry(Settings.LIMITS_PANEL_COMMENTS, "5"),
          Map.entry(Settings.LIMITS_PANEL_UPLOADS, "6"),
          Map.entry(Settings.METRICS_ENABLED, "true"),
          Map.entry(Settings.MAIL_HOST, "mail.example.org"),
          Map.entry(Settings.MAIL_PORT, "25"),
          Map.entry(Settings.MAIL_SECURITY, "TLS"),
          Map.entry(Settings.MAIL_USER, "desk"),
          Map.entry(Settings.MAIL_PASSWORD, "geheim"),
          Map.entry(Settings.MAIL_FROM, "desk@example.org"),
          Map.entry(Settings.MAIL_REPLY_TO, "answers@example.org"),
          Map.entry(Settings.MAIL_SENDER_NAME, "Desk"),
          Map.entry(Settings.MAIL_TIMEOUT_SECONDS, "5"),
          Map.entry(Settings.MAIL_TEMPLATES, "templates"),
          Map.entry(Settings.MAIL_MAX_FILE_BYTES, "0"),
          Map.entry(Settings.PUSH_ACCOUNT, "account.json"),
          Map.entry(Settings.PUSH_BASE_URL, "https://push.example.org"),
          Map.entry(Settings.TPI_URL, "https://hooks.example.org/desk"),
          Map.entry(Settings.TPI_SECRET, "0123456789abcdef"),
          Map.entry(Settings.TPI_ALLOW_PRIVATE, "true"),
          Map.entry(Settings.LIMITS_SHARED, "false"),
          Map.entry(Settings.SYSTEM_TIME_ZONE, "Europe/Paris"),
          Map.entry(Settings.LOG_FORMAT, "json"),
          Map.entry(Settings.LOG_LEVEL, "INFO"),
          Map.entry(Settings.LOG_ACCESS, "false"),
          Map.entry(Settings.SHUTDOWN_GRACE_SECONDS, "0"));

  /** For every setting that can be wrong a text that is. */
  private static final Map<Setting<?>, String> WRONG =
      Map.ofEntries(
          Map.entry(Settings.HTTP_PORT, "65536"),
          Map.entry(Settings.HTTP_TRUSTED_PROXIES, "proxy.example.org"),
          Map.entry(Settings.HTTP_MAX_REQUEST_BYTES, "999"),
          Map.entry(Settings.PUBLIC_BASE_URL, "desk.example.org"),
          Map.entry(Settings.DATA_DIR, "data;TRACE_LEVEL_FILE=4"),
          Map.entry(Settings.DATABASE_URL, "mysql://u:geheim@db/desk"),
          Map.entry(Settings.DATABASE_PASSWORD, "geheim".repeat(200)),
          Map.entry(Settings.DATABASE_POOL_SIZE, "1"),
          Map.entry(Settings.JWT_KEY, "geheim"),
          Map.entry(Settings.SECRET_KEY, "geheim"),
          Map.entry(Settings.ADMIN_PASSWORD, "geheim"),
          Map.entry(Settings.AUTH_TOKEN_DAYS, "366"),
          Map.entry(Settings.AUTH_LOCKOUT_ATTEMPTS, "0"),
          Map.entry(Settings.AUTH_LOCKOUT_MINUTES, "1441"),
          Map.entry(Settings.TIKTING_MAX_LIST_LENGTH, "10001"),
          Map.entry(Settings.TIKTING_JSON_CASING, "pascal"),
          Map.entry(Settings.FILES_MAX_PER_REQUEST, "0"),
          Map.entry(Settings.FILES_ALLOWED_EXTENSIONS, "pdf png"),
          Map.entry(Settings.LIMITS_ENABLED, "yes"),
          Map.entry(Settings.LIMITS_HELPDESK, "0"),
          Map.entry(Settings.LIMITS_HELPDESK_SEARCH, "0"),
          Map.entry(Settings.LIMITS_TAAS, "0"),
          Map.entry(Settings.LIMITS_TAAS_WINDOW, "86401"),
          Map.entry(Settings.LIMITS_PANEL_TICKETS, "0"),
          Map.entry(Settings.LIMITS_PANEL_COMMENTS, "0"),
          Map.entry(Settings.LIMITS_PANEL_UPLOADS, "0"),
          Map.entry(Settings.METRICS_ENABLED, "yes"),
          Map.entry(Settings.MAIL_PORT, "0"),
          Map.entry(Settings.MAIL_SECURITY, "ssl"),
          Map.entry(Settings.MAIL_PASSWORD, "geheim".repeat(200)),
          Map.entry(Settings.MAIL_FROM, "desk"),
          Map.entry(Settings.MAIL_REPLY_TO, "@desk"),
          Map.entry(Settings.MAIL_TIMEOUT_SECONDS, "0"),
          Map.entry(Settings.MAIL_TEMPLATES, "a;b"),
          Map.entry(Settings.MAIL_MAX_FILE_BYTES, "-1"),
          Map.entry(Settings.PUSH_ACCOUNT, "a;b"),
          Map.entry(Settings.PUSH_BASE_URL, "push.example.org"),
          Map.entry(Settings.TPI_URL, "hooks.example.org"),
          Map.entry(Settings.TPI_SECRET, "geheim"),
          Map.entry(Settings.TPI_ALLOW_PRIVATE, "yes"),
          Map.entry(Settings.LIMITS_SHARED, "yes"),
          Map.entry(Settings.SYSTEM_TIME_ZONE, "Paris"),
          Map.entry(Settings.LOG_FORMAT, "xml"),
          Map.entry(Settings.LOG_LEVEL, "loud"),
          Map.entry(Settings.LOG_ACCESS, "1"),
          Map.entry(Settings.SHUTDOWN_GRACE_SECONDS, "1.5"));

  @TempDir private Path directory;

  @Test
  void readShouldGiveEachSettingItsDefault() {
    SettingValues values = read(Map.of(), Map.of());

    for (Setting<?> setting : Settings.all()) {
      assertEquals(!setting.standard().isEmpty(), values.find(setting).isPresent(), setting.name());
      assertFalse(values.isGiven(setting), setting.name());
    }
    assertEquals(8080, values.get(Settings.HTTP_PORT));
    assertEquals(30_000_000, values.get(Settings.HTTP_MAX_REQUEST_BYTES));
    assertEquals(20, values.get(Settings.FILES_MAX_PER_REQUEST));
  }

  @ParameterizedTest
  @MethodSource("settings")
  void readShouldTakeEachSettingFromEachSource(Setting<?> setting) throws IOException {
    String text = RIGHT.get(setting);

    Object byFlag = read(Map.of(setting.name(), text), Map.of()).find(setting).orElseThrow();
    Object byVariable =
        read(Map.of(), Map.of(setting.variable(), text)).find(setting).orElseThrow();
    writeFile(setting.name() + "=" + text);
    SettingValues fromFile = read(Map.of(), Map.of());

    assertTrue(fromFile.isGiven(setting));
    assertEquals(shown(byFlag), shown(byVariable));
    assertEquals(shown(byFlag), shown(fromFile.find(setting).orElseThrow()));
  }

  @ParameterizedTest
  @MethodSource("settingsThatCanBeWrong")
  void readShouldRefuseAWrongValueInOneSentence(Setting<?> setting) {
    String text = WRONG.get(setting);

    var refusal =
        assertThrows(
            SettingException.class, () -> read(Map.of(), Map.of(setting.variable(), text)));

    assertTrue(refusal.getMessage().startsWith(setting.variable() + " is "), refusal.getMessage());
    assertTrue(
        refusal.getMessage().endsWith("it must be " + setting.kind().expected() + "."),
        refusal.getMessage());
    assertEquals(!setting.kind().secret(), refusal.getMessage().contains(text));
    assertFalse(refusal.getMessage().contains("geheim"));
  }

  @Test
  void readShouldPreferFlagsToEnvironmentToFileToDefault() throws IOException {
    writeFile("http.port=1\nhttp.host=file\nlog.level=warn");

    SettingValues values =
        new SettingsReader(
                Map.of("POLYDESK_HTTP_PORT", "2", "POLYDESK_HTTP_HOST", "environment"), directory)
            .read(
                Map.of("http.port", "3"),
                Optional.empty(),
                Map.of(Settings.LOG_LEVEL, "trace", Settings.LOG_FORMAT, "json"));

    assertEquals(3, values.get(Settings.HTTP_PORT));
    assertEquals("environment", values.get(Settings.HTTP_HOST));
    assertEquals(Settings.LogLevel.WARN, values.get(Settings.LOG_LEVEL));
    assertEquals(Settings.LogFormat.JSON, values.get(Settings.LOG_FORMAT));
  }

  @Test
  void readShouldRefuseUnknownNamesWhereverTheyStand() throws IOException {
    var variable = refusal(Map.of(), Map.of("POLYDESK_HTTP_PROT", "1"));
    var flag = refusal(Map.of("colour", "blue"), Map.of());
    writeFile("databse.url=x");
    var line = refusal(Map.of(), Map.of());

    assertEquals(
        "POLYDESK_HTTP_PROT is no setting of Polydesk; did you mean POLYDESK_HTTP_PORT?", variable);
    assertEquals(
        "colour is no setting of Polydesk; `polydesk serve --help` lists those there are.", flag);
    assertEquals(
        "databse.url in polydesk.properties is no setting of Polydesk; did you mean database.url?",
        line);
  }

  @Test
  void readShouldLeaveAloneWhatIsNotItsOwn() {
    SettingValues values =
        read(
            Map.of(),
            Map.of(
                "PATH", "/bin",
                "POLYDESK_JAVA_OPTS", "-Xmx1g",
                "POLYDESK_JAVA_HOME", "/opt/java",
                "POLYDESK_HTTP_PORT", ""));

    assertEquals(8080, values.get(Settings.HTTP_PORT));
  }

  @Test
  void readShouldRefuseAWrongValueThatIsOverridden() {
    var sentence = refusal(Map.of("http.port", "1"), Map.of("POLYDESK_HTTP_PORT", "one"));

    assertEquals(
        "POLYDESK_HTTP_PORT is \"one\"; it must be a whole number from 0 to 65535.", sentence);
  }

  @Test
  void readShouldTakeTheFileThatIsNamed() throws IOException {
    Files.writeString(directory.resolve("other.properties"), "http.port=7");
    writeFile("http.port=1");

    SettingValues values = read(Map.of(), Map.of("POLYDESK_CONFIG", "other.properties"));
    var missing = refusal(Map.of(), Map.of("POLYDESK_CONFIG", "none.properties"));

    assertEquals(7, values.get(Settings.HTTP_PORT));
    assertTrue(missing.contains("none.properties cannot be read"), missing);
  }

  static Stream<Setting<?>> settings() {
    return Settings.all().stream();
  }

  /** All but the two names that may be any text. */
  static Stream<Setting<?>> settingsThatCanBeWrong() {
    Set<Setting<?>> anyText =
        Set.of(
            Settings.HTTP_HOST,
            Settings.DATABASE_USER,
            Settings.MAIL_HOST,
            Settings.MAIL_USER,
            Settings.MAIL_SENDER_NAME);
    return settings().filter(setting -> !anyText.contains(setting));
  }

  private SettingValues read(Map<String, String> flags, Map<String, String> environment) {
    return new SettingsReader(environment, directory).read(flags, Optional.empty(), Map.of());
  }

  private String refusal(Map<String, String> flags, Map<String, String> environment) {
    return assertThrows(SettingException.class, () -> read(flags, environment)).getMessage();
  }

  private void writeFile(String content) throws IOException {
    Files.writeString(directory.resolve(SettingsReader.STANDARD_FILE), content);
  }

  private static String shown(Object value) {
    return value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : value + "";
  }
}
