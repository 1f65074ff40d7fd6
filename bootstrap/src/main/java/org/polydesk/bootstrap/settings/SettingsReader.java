package org.polydesk.bootstrap.settings;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Reads settings from where people put them. A flag beats the environment, the environment beats
 * the file, the file beats the default; an empty text counts as not given. Whatever is unknown or
 * wrong is refused, wherever it stands, even when a stronger source overrides it.
 */
public final class SettingsReader {
  /** The file that is read when nobody names another and it is there. */
  public static final String STANDARD_FILE = "polydesk.properties";

  static final String FILE_VARIABLE = "POLYDESK_CONFIG";

  /** Variables of the launch script, which are none of ours. */
  static final Set<String> LAUNCHER_VARIABLES = Set.of("POLYDESK_JAVA_OPTS", "POLYDESK_JAVA_HOME");

  private static final String PREFIX = "POLYDESK_";
  private static final int WORTH_A_HINT = 4;

  private final Map<String, String> environment;
  private final Path workingDirectory;

  /**
   * @param environment the process's environment variables
   * @param workingDirectory where relative names of settings files begin
   */
  public SettingsReader(Map<String, String> environment, Path workingDirectory) {
    this.environment = Map.copyOf(environment);
    this.workingDirectory = workingDirectory;
  }

  /**
   * Weighs all sources.
   *
   * @param flags values given on the command line, by the settings' names
   * @param file the settings file named on the command line, if any
   * @param defaults other defaults than the settings' own
   * @throws SettingException with one sentence on the first thing that is wrong
   */
  public SettingValues read(
      Map<String, String> flags, Optional<String> file, Map<Setting<?>, String> defaults) {
    Map<Setting<?>, Object> given = new HashMap<>();
    readFile(file, given);
    readEnvironment(given);
    new TreeMap<>(flags)
        .forEach((name, text) -> put(given, known(name, name, Setting::name), name, text));
    Map<Setting<?>, Object> values = new HashMap<>();
    Settings.all().forEach(s -> put(values, s, s.name(), defaults.getOrDefault(s, s.standard())));
    values.putAll(given);
    return new SettingValues(values, given);
  }

  private void readEnvironment(Map<Setting<?>, Object> given) {
    new TreeMap<>(environment)
        .forEach(
            (variable, text) -> {
              boolean ours =
                  variable.startsWith(PREFIX)
                      && !variable.equals(FILE_VARIABLE)
                      && !LAUNCHER_VARIABLES.contains(variable);
              if (ours) {
                Setting<?> setting =
                    Settings.ofVariable(variable)
                        .orElseThrow(() -> unknown(variable, variable, Setting::variable));
                put(given, setting, variable, text);
              }
            });
  }

  private void readFile(Optional<String> named, Map<Setting<?>, Object> given) {
    Optional<String> asked =
        named.or(
            () -> Optional.ofNullable(environment.get(FILE_VARIABLE)).filter(s -> !s.isEmpty()));
    Path path = workingDirectory.resolve(asked.orElse(STANDARD_FILE));
    if (asked.isEmpty() && !Files.exists(path)) {
      return;
    }
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(path)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      throw new SettingException(
          "The settings file %s cannot be read; it must be a .properties file in UTF-8."
              .formatted(path));
    }
    for (String name : properties.stringPropertyNames().stream().sorted().toList()) {
      String place = "%s in %s".formatted(name, path.getFileName());
      put(given, known(name, place, Setting::name), place, properties.getProperty(name));
    }
  }

  private static Setting<?> known(String name, String place, Function<Setting<?>, String> naming) {
    return Settings.named(name).orElseThrow(() -> unknown(name, place, naming));
  }

  private static void put(
      Map<Setting<?>, Object> values, Setting<?> setting, String place, String text) {
    if (!text.isEmpty()) {
      values.put(setting, value(setting, place, text));
    }
  }

  private static Object value(Setting<?> setting, String place, String text) {
    ValueKind<?> kind = setting.kind();
    return kind.reader()
        .apply(text)
        .orElseThrow(
            () ->
                new SettingException(
                    "%s is %s; it must be %s."
                        .formatted(
                            place, kind.secret() ? "wrong" : "\"" + text + "\"", kind.expected())));
  }

  private static SettingException unknown(
      String name, String place, Function<Setting<?>, String> naming) {
    String hint =
        Stream.concat(Settings.all().stream().map(naming), Stream.of(FILE_VARIABLE))
            .min(Comparator.comparingInt(other -> Likeness.distance(name, other)))
            .filter(other -> Likeness.distance(name, other) <= WORTH_A_HINT)
            .map("; did you mean %s?"::formatted)
            .orElse("; `polydesk serve --help` lists those there are.");
    return new SettingException("%s is no setting of Polydesk%s".formatted(place, hint));
  }
}
