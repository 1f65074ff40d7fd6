package org.polydesk.bootstrap.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.polydesk.bootstrap.server.DeskServer;
import org.polydesk.bootstrap.server.RunMode;
import org.polydesk.bootstrap.settings.Setting;
import org.polydesk.bootstrap.settings.SettingValues;
import org.polydesk.bootstrap.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts a server for trying out. */
@Command(
    name = "demo",
    description = {
      "Starts a desk for trying out: known accounts, a filled catalogue, everything in memory.",
      "Once it is ready it prints a command to paste for each dialect."
    },
    mixinStandardHelpOptions = true,
    versionProvider = BuildVersion.class,
    sortOptions = false)
final class DemoCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private ListenOptions listen;

  @Option(
      names = "--clock",
      paramLabel = "INSTANT",
      converter = InstantConverter.class,
      description =
          "Lets the clock stand still at this instant, such as 2026-03-04T10:00:00Z; without it"
              + " the clock runs until it is first set.")
  private Instant clock;

  @Option(
      names = "--limits",
      description = "Holds back callers that send too many requests, as serve does.")
  private boolean limits;

  @Mixin(name = SettingOptions.NAME)
  private SettingOptions settings;

  @Override
  public Integer call() throws InterruptedException {
    Map<Setting<?>, String> flags = new HashMap<>(listen.flags());
    flags.put(Settings.LIMITS_ENABLED, limits ? "true" : null);
    SettingValues values =
        settings.read(
            flags, Map.of(Settings.HTTP_HOST, "127.0.0.1", Settings.LIMITS_ENABLED, "false"));
    DeskServer server = DeskServer.start(values, RunMode.demo(Optional.ofNullable(clock)));
    PrintWriter out = spec.commandLine().getOut();
    DemoCard.standard().lines(server.address()).forEach(out::println);
    out.flush();
    return UntilStopped.serve(server);
  }
}
