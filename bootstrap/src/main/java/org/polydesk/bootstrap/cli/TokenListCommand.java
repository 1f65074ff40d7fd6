package org.polydesk.bootstrap.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Names the tokens of a door. */
@Command(
    name = "list",
    description = "Names the tokens of a door.",
    mixinStandardHelpOptions = true,
    versionProvider = BuildVersion.class,
    sortOptions = false)
final class TokenListCommand implements Callable<Integer> {
  @Mixin private AccessOptions access;

  @Option(
      names = "--for",
      paramLabel = "DOOR",
      required = true,
      description = "The door it opens: ${COMPLETION-CANDIDATES}.")
  private TokenDoor door;

  @Override
  public Integer call() {
    return access.list(access.ask(manage -> manage.keys(access.desk(), door.kind())));
  }
}
