package org.polydesk.bootstrap.cli;

import java.util.concurrent.Callable;
import org.polydesk.application.identity.out.AccessKeyRepository.Kind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Takes a key away. */
@Command(
    name = "revoke",
    description = "Takes a key away.",
    mixinStandardHelpOptions = true,
    versionProvider = BuildVersion.class,
    sortOptions = false)
final class KeyRevokeCommand implements Callable<Integer> {
  @Mixin private AccessOptions access;

  @Parameters(paramLabel = "LABEL", description = "What people call it.")
  private String label;

  @Override
  public Integer call() {
    return access.act(manage -> manage.revoke(access.desk(), Kind.TAAS_KEY, label));
  }
}
