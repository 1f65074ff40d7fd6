package org.polydesk.bootstrap.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Mails, pushes and callbacks that wait, arrived or were given up. */
@Command(
    name = "outbox",
    description = "Mails, pushes and callbacks that wait, arrived or were given up.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {OutboxListCommand.class, OutboxRetryCommand.class})
final class OutboxCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return CommandLineInterface.USAGE;
  }
}
