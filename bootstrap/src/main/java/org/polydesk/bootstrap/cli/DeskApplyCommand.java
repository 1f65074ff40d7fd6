package org.polydesk.bootstrap.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.polydesk.application.configuration.in.ApplyDeskPlanUseCase;
import org.polydesk.application.configuration.in.DeskPlan;
import org.polydesk.bootstrap.desk.DeskFiles;
import org.polydesk.bootstrap.server.Maintenance;
import org.polydesk.domain.desk.DeskId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes desks what a file says. */
@Command(
    name = "apply",
    description = {
      "Makes desks what a YAML file says. What the file leaves out stays as it is; rows that are",
      "missing from a list that it gives can no longer be chosen. Servers on PostgreSQL see it",
      "within seconds; open tickets get their new due dates then. See docs/desk-file.md."
    },
    mixinStandardHelpOptions = true,
    versionProvider = BuildVersion.class,
    sortOptions = false)
final class DeskApplyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "FILE", description = "The YAML file.")
  private Path file;

  @Mixin(name = SettingOptions.NAME)
  private SettingOptions settings;

  @Override
  public Integer call() {
    List<DeskPlan> plans =
        Maintenance.run(
            settings.read(Map.of(), Map.of()),
            DeskId.DEFAULT,
            ApplyDeskPlanUseCase.class,
            desks -> {
              List<DeskPlan> read = DeskFiles.read(file, desks::present);
              read.forEach(desks::apply);
              return read;
            });
    for (DeskPlan plan : plans) {
      spec.commandLine()
          .getOut()
          .printf(
              "Desk %d (%s) is set up.%n",
              plan.setup().desk().id().value(), plan.setup().desk().name());
    }
    spec.commandLine().getOut().flush();
    return 0;
  }
}
