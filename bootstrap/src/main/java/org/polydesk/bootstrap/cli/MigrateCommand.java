package org.polydesk.bootstrap.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import org.polydesk.bootstrap.server.Migration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Brings the database up to date without starting a server. */
@Command(
    name = "migrate",
    description = "Brings the tables of the database up to date and ends.",
    mixinStandardHelpOptions = true,
    versionProvider = BuildVersion.class,
    sortOptions = false)
final class MigrateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin(name = SettingOptions.NAME)
  private SettingOptions settings;

  @Override
  public Integer call() {
    int count = Migration.run(settings.read(Map.of(), Map.of()));
    spec.commandLine()
        .getOut()
        .println(
            count == 0
                ? "The tables were up to date."
                : "Migrations run: %d. The tables are up to date.".formatted(count));
    spec.commandLine().getOut().flush();
    return 0;
  }
}
