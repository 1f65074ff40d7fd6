package org.polydesk.bootstrap.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The program without a command: it explains itself. */
@Command(
    name = "polydesk",
    description = "A ticketing server that speaks the APIs of four other desks.",
    mixinStandardHelpOptions = true,
    versionProvider = BuildVersion.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      ServeCommand.class,
      DemoCommand.class,
      MigrateCommand.class,
      DeskCommand.class,
      UserCommand.class,
      TokenCommand.class,
      KeyCommand.class,
      OutboxCommand.class,
      TrainCommand.class
    })
final class PolydeskCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return CommandLineInterface.USAGE;
  }
}
