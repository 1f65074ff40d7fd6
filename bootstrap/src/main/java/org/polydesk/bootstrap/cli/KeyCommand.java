package org.polydesk.bootstrap.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Keys with which programs open a desk (Taas). */
@Command(
    name = "key",
    description = "Keys with which programs open a desk (Taas).",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      KeyCreateCommand.class,
      KeyRotateCommand.class,
      KeyListCommand.class,
      KeyRevokeCommand.class
    })
final class KeyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return CommandLineInterface.USAGE;
  }
}
