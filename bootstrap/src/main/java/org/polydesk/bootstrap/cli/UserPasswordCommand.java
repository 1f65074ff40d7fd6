package org.polydesk.bootstrap.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Gives a user another password; his tokens die. */
@Command(
    name = "password",
    description = "Gives a user another password; his tokens die.",
    mixinStandardHelpOptions = true,
    versionProvider = BuildVersion.class,
    sortOptions = false)
final class UserPasswordCommand implements Callable<Integer> {
  @Mixin private AccessOptions access;

  @Parameters(paramLabel = "NAME", description = "The name he logs in with.")
  private String name;

  @Option(
      names = "--password",
      paramLabel = "PASSWORD",
      required = true,
      arity = "0..1",
      interactive = true,
      description = "The password; asked for when it is not given here.")
  private String password;

  @Override
  public Integer call() {
    return access.act(manage -> manage.setPassword(access.desk(), name, password));
  }
}
