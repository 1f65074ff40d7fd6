package org.polydesk.bootstrap.cli;

import java.util.concurrent.Callable;
import org.polydesk.application.identity.in.ManageAccessUseCase.NewUser;
import org.polydesk.domain.user.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds a user. */
@Command(
    name = "add",
    description = "Adds a user.",
    mixinStandardHelpOptions = true,
    versionProvider = BuildVersion.class,
    sortOptions = false)
final class UserAddCommand implements Callable<Integer> {
  @Mixin private AccessOptions access;

  @Parameters(paramLabel = "NAME", description = "The name he logs in with.")
  private String name;

  @Option(names = "--email", paramLabel = "ADDRESS", required = true, description = "His address.")
  private String email;

  @Option(names = "--first-name", paramLabel = "NAME", defaultValue = "", description = "His name.")
  private String firstName;

  @Option(names = "--last-name", paramLabel = "NAME", defaultValue = "", description = "His name.")
  private String lastName;

  @Option(
      names = "--role",
      paramLabel = "ROLE",
      defaultValue = "MEMBER",
      description = "What he is: ${COMPLETION-CANDIDATES}; MEMBER when nothing is said.")
  private Role role;

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
    return access.act(
        manage ->
            manage.add(
                new NewUser(access.desk(), name, email, firstName, lastName, role), password));
  }
}
