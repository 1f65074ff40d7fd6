package org.polydesk.bootstrap.cli;

import java.util.concurrent.Callable;
import org.polydesk.application.identity.out.AccessKeyRepository.Kind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Names the keys. */
@Command(
    name = "list",
    description = "Names the keys.",
    mixinStandardHelpOptions = true,
    versionProvider = BuildVersion.class,
    sortOptions = false)
final class KeyListCommand implements Callable<Integer> {
  @Mixin private AccessOptions access;

  @Override
  public Integer call() {
    return access.list(access.ask(manage -> manage.keys(access.desk(), Kind.TAAS_KEY)));
  }
}
