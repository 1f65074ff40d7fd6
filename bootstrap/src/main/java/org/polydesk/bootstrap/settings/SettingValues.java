package org.polydesk.bootstrap.settings;

import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/** What all settings come to once flags, environment, file and defaults have been weighed. */
public final class SettingValues {
  private final Map<Setting<?>, Object> values;
  private final Map<Setting<?>, Object> given;

  SettingValues(Map<Setting<?>, Object> values, Map<Setting<?>, Object> given) {
    this.values = Map.copyOf(values);
    this.given = Map.copyOf(given);
  }

  /** The value in force; nothing when nobody gave one and there is no default. */
  @SuppressWarnings("unchecked") // values are put in by the kind of their own setting
  public <T> Optional<T> find(Setting<T> setting) {
    return Optional.ofNullable((T) values.get(setting));
  }

  /** The value in force of a setting that has a default. */
  public <T> T get(Setting<T> setting) {
    return find(setting)
        .orElseThrow(() -> new NoSuchElementException(setting.name() + " has no default"));
  }

  /** Whether somebody gave a value, be it the same as the default. */
  public boolean isGiven(Setting<?> setting) {
    return given.containsKey(setting);
  }

  /** Names only: values may be secret. */
  @Override
  public String toString() {
    return "SettingValues" + given.keySet().stream().map(Setting::name).sorted().toList();
  }
}
