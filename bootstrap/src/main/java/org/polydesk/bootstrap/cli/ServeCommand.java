package org.polydesk.bootstrap.cli;

import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import org.polydesk.bootstrap.server.DeskServer;
import org.polydesk.bootstrap.server.RunMode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Starts a server for work. */
@Command(
    name = "serve",
    description = "Starts the desk and serves it until it is stopped.",
    mixinStandardHelpOptions = true,
    versionProvider = BuildVersion.class,
    sortOptions = false)
final class ServeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private ListenOptions listen;

  @Mixin(name = SettingOptions.NAME)
  private SettingOptions settings;

  @Override
  public Integer call() throws InterruptedException {
    DeskServer server = DeskServer.start(settings.read(listen.flags(), Map.of()), RunMode.serve());
    server.madeUpPassword().ifPresent(this::tell);
    return UntilStopped.serve(server);
  }

  private void tell(String password) {
    PrintWriter out = spec.commandLine().getOut();
    out.println("The administrator is admin, the password " + password + " (not shown again).");
    out.flush();
  }
}
