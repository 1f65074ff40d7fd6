package org.polydesk.bootstrap.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.polydesk.bootstrap.logging.LogSetup;
import org.polydesk.bootstrap.settings.Setting;
import org.polydesk.bootstrap.settings.SettingValues;
import org.polydesk.bootstrap.settings.Settings;
import org.polydesk.bootstrap.settings.SettingsReader;
import picocli.CommandLine.Option;

/** The flags with which every command takes settings. */
final class SettingOptions {
  /** The name of this group of flags within a command. */
  static final String NAME = "settings";

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Settings file (POLYDESK_CONFIG); polydesk.properties when it is there.")
  private String file;

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description = "Gives a setting; may be repeated.")
  private final Map<String, String> given = new LinkedHashMap<>();

  @Option(names = "--data-dir", paramLabel = "DIR", description = "The setting data.dir.")
  private String dataDirectory;

  @Option(names = "--log-format", paramLabel = "text|json", description = "The setting log.format.")
  private String logFormat;

  @Option(names = "--log-level", paramLabel = "LEVEL", description = "The setting log.level.")
  private String logLevel;

  /**
   * Weighs all sources and sets up logging as they say.
   *
   * @param more flags of the command itself, which win over {@code --set}; those that were not
   *     given are null
   * @param defaults other defaults than the settings' own
   */
  SettingValues read(Map<Setting<?>, String> more, Map<Setting<?>, String> defaults) {
    Map<String, String> flags = new LinkedHashMap<>(given);
    put(flags, Settings.DATA_DIR, dataDirectory);
    put(flags, Settings.LOG_FORMAT, logFormat);
    put(flags, Settings.LOG_LEVEL, logLevel);
    more.forEach((setting, text) -> put(flags, setting, text));
    SettingValues values =
        new SettingsReader(System.getenv(), Path.of(""))
            .read(flags, Optional.ofNullable(file), defaults);
    LogSetup.apply(values.get(Settings.LOG_FORMAT), values.get(Settings.LOG_LEVEL));
    return values;
  }

  private static void put(Map<String, String> flags, Setting<?> setting, String text) {
    if (text != null) {
      flags.put(setting.name(), text);
    }
  }
}
