package org.polydesk.bootstrap.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes a token away. */
@Command(
    name = "revoke",
    description = "Takes a token away.",
    mixinStandardHelpOptions = true,
    versionProvider = BuildVersion.class,
    sortOptions = false)
final class TokenRevokeCommand implements Callable<Integer> {
  @Mixin private AccessOptions access;

  @Parameters(paramLabel = "LABEL", description = "What people call it.")
  private String label;

  @Option(
      names = "--for",
      paramLabel = "DOOR",
      required = true,
      description = "The door it opens: ${COMPLETION-CANDIDATES}.")
  private TokenDoor door;

  @Override
  public Integer call() {
    return access.act(manage -> manage.revoke(access.desk(), door.kind(), label));
  }
}
