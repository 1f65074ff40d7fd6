package org.polydesk.bootstrap.settings;

import java.util.Locale;
import java.util.Objects;

/**
 * One thing that whoever runs the server may decide.
 *
 * @param name how it is called in a settings file and in {@code --set}: lower-case words joined by
 *     dots and hyphens
 * @param standard what holds when nobody says anything, in the form in which it would be written;
 *     empty when nothing holds then
 * @param meaning one sentence for the table of settings
 * @param kind how its text is read
 */
public record Setting<T>(String name, String standard, String meaning, ValueKind<T> kind) {
  private static final String PREFIX = "POLYDESK_";

  public Setting {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(standard, "standard");
    Objects.requireNonNull(meaning, "meaning");
    Objects.requireNonNull(kind, "kind");
  }

  /** The environment variable that says the same, such as {@code POLYDESK_HTTP_PORT}. */
  public String variable() {
    return PREFIX + name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  /** The name under which beans find the value, such as {@code polydesk.http.port}. */
  public String property() {
    return "polydesk." + name;
  }
}
