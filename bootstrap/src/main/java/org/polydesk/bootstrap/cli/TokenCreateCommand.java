package org.polydesk.bootstrap.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.polydesk.application.identity.in.ManageAccessUseCase.NewKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a token for a user and shows it once. */
@Command(
    name = "create",
    description = "Makes a token for a user and shows it once.",
    mixinStandardHelpOptions = true,
    versionProvider = BuildVersion.class,
    sortOptions = false)
final class TokenCreateCommand implements Callable<Integer> {
  @Mixin private AccessOptions access;

  @Parameters(paramLabel = "LABEL", description = "What people call it.")
  private String label;

  @Option(
      names = "--for",
      paramLabel = "DOOR",
      required = true,
      description = "The door it opens: ${COMPLETION-CANDIDATES}.")
  private TokenDoor door;

  @Option(
      names = "--user",
      paramLabel = "NAME",
      required = true,
      description = "Whose account it opens.")
  private String user;

  @Override
  public Integer call() {
    return access.tell(
        manage ->
            manage.create(new NewKey(access.desk(), door.kind(), label, Optional.of(user), false)));
  }
}
