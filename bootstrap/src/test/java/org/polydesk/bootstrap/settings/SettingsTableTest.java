package org.polydesk.bootstrap.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class SettingsTableTest {
  private static final Path PAGE = Path.of("..", "docs", "settings.md");

  @Test
  void pageShouldHoldTheTableOfAllSettings() throws IOException {
    String table =
        Files.readAllLines(PAGE).stream()
            .filter(line -> line.startsWith("|"))
            .map(line -> line + "\n")
            .collect(Collectors.joining());

    assertEquals(SettingsTable.markdown(), table);
  }

  @Test
  void plainShouldTellEverySettingAndItsDefault() {
    String plain = SettingsTable.plain();

    for (Setting<?> setting : Settings.all()) {
      assertTrue(plain.contains("  " + setting.name()), setting.name());
      assertTrue(plain.contains(setting.standard()), setting.name());
    }
  }
}
