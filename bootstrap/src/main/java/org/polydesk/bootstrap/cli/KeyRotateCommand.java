package org.polydesk.bootstrap.cli;

import java.util.concurrent.Callable;
import org.polydesk.application.identity.out.AccessKeyRepository.Kind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Makes another key in the place of one; the old one is dead at once. */
@Command(
    name = "rotate",
    description = "Makes another key in the place of one; the old one is dead at once.",
    mixinStandardHelpOptions = true,
    versionProvider = BuildVersion.class,
    sortOptions = false)
final class KeyRotateCommand implements Callable<Integer> {
  @Mixin private AccessOptions access;

  @Parameters(paramLabel = "LABEL", description = "What people call it.")
  private String label;

  @Override
  public Integer call() {
    return access.tell(manage -> manage.rotate(access.desk(), Kind.TAAS_KEY, label));
  }
}
