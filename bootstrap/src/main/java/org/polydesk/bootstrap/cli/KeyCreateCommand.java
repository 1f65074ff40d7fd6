package org.polydesk.bootstrap.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.polydesk.application.identity.in.ManageAccessUseCase.NewKey;
import org.polydesk.application.identity.out.AccessKeyRepository.Kind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a key and shows it once. */
@Command(
    name = "create",
    description = "Makes a key and shows it once.",
    mixinStandardHelpOptions = true,
    versionProvider = BuildVersion.class,
    sortOptions = false)
final class KeyCreateCommand implements Callable<Integer> {
  @Mixin private AccessOptions access;

  @Parameters(paramLabel = "LABEL", description = "What people call it.")
  private String label;

  @Option(names = "--read-only", description = "A key that may only look.")
  private boolean readOnly;

  @Override
  public Integer call() {
    return access.tell(
        manage ->
            manage.create(
                new NewKey(access.desk(), Kind.TAAS_KEY, label, Optional.empty(), readOnly)));
  }
}
