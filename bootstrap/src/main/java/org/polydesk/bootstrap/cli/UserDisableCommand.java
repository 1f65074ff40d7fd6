package org.polydesk.bootstrap.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shuts a user out. */
@Command(
    name = "disable",
    description = "Shuts a user out.",
    mixinStandardHelpOptions = true,
    versionProvider = BuildVersion.class,
    sortOptions = false)
final class UserDisableCommand implements Callable<Integer> {
  @Mixin private AccessOptions access;

  @Parameters(paramLabel = "NAME", description = "The name he logs in with.")
  private String name;

  @Override
  public Integer call() {
    return access.act(manage -> manage.disable(access.desk(), name));
  }
}
