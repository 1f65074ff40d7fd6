package org.polydesk.bootstrap.settings;

import java.util.stream.Collectors;

/** The settings as people read them. */
public final class SettingsTable {
  private SettingsTable() {}

  /** A Markdown table, one row a setting, as it stands in docs/settings.md. */
  public static String markdown() {
    return Settings.all().stream()
        .map(
            s ->
                "| `%s` | `%s` | %s | %s. Must be %s. |%s"
                    .formatted(
                        s.name(),
                        s.variable(),
                        s.standard().isEmpty() ? "–" : "`" + s.standard() + "`",
                        s.meaning(),
                        s.kind().expected(),
                        "\n"))
        .collect(
            Collectors.joining(
                "", "| name | variable | default | meaning |\n|---|---|---|---|\n", ""));
  }

  /** Plain lines for a terminal: name and default, then what it means. */
  public static String plain() {
    return Settings.all().stream()
        .map(
            s ->
                "  %s%s%n      %s.%n"
                    .formatted(
                        s.name(),
                        s.standard().isEmpty() ? "" : " (" + s.standard() + ")",
                        s.meaning().replace("`", "")))
        .collect(Collectors.joining());
  }
}
