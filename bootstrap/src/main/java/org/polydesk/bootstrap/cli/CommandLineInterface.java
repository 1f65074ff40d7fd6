package org.polydesk.bootstrap.cli;

import java.io.PrintWriter;
import org.polydesk.bootstrap.server.StartException;
import org.polydesk.bootstrap.settings.SettingException;
import org.polydesk.bootstrap.settings.SettingsTable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The commands of the program, and what their ends mean to a shell. */
public final class CommandLineInterface {
  /** The command could not do its work. */
  static final int FAILURE = 1;

  /** The command was called wrongly, or a setting is wrong. */
  static final int USAGE = 2;

  private CommandLineInterface() {}

  /**
   * Runs the command that {@code args} name.
   *
   * @return 0 when it did its work, 1 when it could not, 2 when it was called wrongly or a setting
   *     is wrong
   */
  public static int run(String... args) {
    return commandLine().execute(args);
  }

  /** The commands, to be executed with other outputs than those of the process. */
  public static CommandLine commandLine() {
    CommandLine commands =
        new CommandLine(new PolydeskCommand())
            .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setParameterExceptionHandler(CommandLineInterface::refuse)
            .setExecutionExceptionHandler(CommandLineInterface::fail);
    commands.getSubcommands().values().forEach(CommandLineInterface::explainSettings);
    return commands;
  }

  private static void explainSettings(CommandLine command) {
    CommandSpec spec = command.getCommandSpec();
    if (spec.mixins().containsKey(SettingOptions.NAME)) {
      command
          .getHelpSectionMap()
          .put(UsageMessageSpec.SECTION_KEY_FOOTER, help -> "%n%s".formatted(settingsHelp()));
    }
  }

  private static String settingsHelp() {
    return """
        A setting is given as --set name=value, as an environment variable (http.port is
        POLYDESK_HTTP_PORT) or as a line in a .properties file. Flags win over the
        environment, the environment wins over the file. These are the settings and, in
        parentheses, what holds when nothing is said:

        """
        + SettingsTable.plain();
  }

  private static int refuse(ParameterException refusal, String[] args) {
    CommandLine command = refusal.getCommandLine();
    PrintWriter err = command.getErr();
    err.println(refusal.getMessage());
    err.printf("See %s --help.%n", command.getCommandSpec().qualifiedName());
    err.flush();
    return USAGE;
  }

  private static int fail(Exception failure, CommandLine command, ParseResult parsed) {
    PrintWriter err = command.getErr();
    if (failure instanceof SettingException) {
      err.println(failure.getMessage());
      err.flush();
      return USAGE;
    }
    if (failure instanceof StartException) {
      LoggerFactory.getLogger(CommandLineInterface.class).debug("The start failed", failure);
      err.println(failure.getMessage());
      err.flush();
      return FAILURE;
    }
    LoggerFactory.getLogger(CommandLineInterface.class).error("The command failed", failure);
    return FAILURE;
  }
}
