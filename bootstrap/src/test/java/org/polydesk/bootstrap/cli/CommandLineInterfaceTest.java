package org.polydesk.bootstrap.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.polydesk.bootstrap.settings.Settings;
import picocli.CommandLine;

final class CommandLineInterfaceTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void helpShouldNameTheCommandsForPeopleOnly() {
    int code = execute("--help");

    assertEquals(0, code);
    assertTrue(out.toString().contains("serve "), out.toString());
    assertTrue(out.toString().contains("demo "), out.toString());
    assertTrue(out.toString().contains("migrate "), out.toString());
    assertFalse(out.toString().contains("train"), out.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"serve", "demo", "migrate"})
  void helpOfACommandShouldTellEverySetting(String command) {
    int code = execute(command, "--help");

    assertEquals(0, code);
    Settings.all().forEach(s -> assertTrue(out.toString().contains("  " + s.name()), s.name()));
  }

  @Test
  void versionShouldBeTheBuilds() {
    int code = execute("--version");

    assertEquals(0, code);
    assertTrue(out.toString().matches("(?s)Polydesk \\d+\\.\\d+\\.\\d+.*"), out.toString());
  }

  @Test
  void noCommandShouldExplainItself() {
    int code = execute();

    assertEquals(2, code);
    assertTrue(err.toString().startsWith("Usage: polydesk"), err.toString());
  }

  @Test
  void wrongSettingShouldBeToldInOneSentence() {
    int code = execute("serve", "--port", "eighty");

    assertEquals(2, code);
    assertEquals(
        "http.port is \"eighty\"; it must be a whole number from 0 to 65535."
            + System.lineSeparator(),
        err.toString());
    assertEquals("", out.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"--clock=yesterday", "--nonsense", "more"})
  void wrongCallShouldPointToTheHelp(String argument) {
    int code = execute("demo", argument);

    assertEquals(2, code);
    assertTrue(err.toString().contains("See polydesk demo --help."), err.toString());
    assertFalse(err.toString().contains("Exception"), err.toString());
  }

  @Test
  void migrateShouldRunOnceAndThenFindNothingToDo(@TempDir Path directory) {
    int first = execute("migrate", "--data-dir", directory.toString());
    int second = execute("migrate", "--data-dir", directory.toString());

    assertEquals(0, first);
    assertEquals(0, second);
    assertTrue(out.toString().endsWith("The tables were up to date." + System.lineSeparator()));
  }

  @Test
  void unreachableDatabaseShouldBeToldInOneSentence() {
    int code = execute("migrate", "--set", "database.url=postgresql://ann:geheim@127.0.0.1:1/desk");

    assertEquals(1, code);
    assertTrue(err.toString().startsWith("The database (database.url, data.dir) cannot be used: "));
    assertEquals(1, err.toString().lines().count());
    assertFalse(err.toString().contains("geheim"));
  }

  private int execute(String... args) {
    CommandLine commands = CommandLineInterface.commandLine();
    commands.setOut(new PrintWriter(out, true));
    commands.setErr(new PrintWriter(err, true));
    return commands.execute(args);
  }
}
