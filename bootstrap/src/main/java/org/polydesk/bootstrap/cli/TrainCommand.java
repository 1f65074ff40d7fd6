package org.polydesk.bootstrap.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.polydesk.bootstrap.server.DeskServer;
import org.polydesk.bootstrap.server.RunMode;
import org.polydesk.bootstrap.settings.SettingValues;
import org.polydesk.bootstrap.settings.Settings;
import org.polydesk.bootstrap.settings.SettingsReader;
import picocli.CommandLine.Command;

/**
 * Starts a demo, asks it a few things and ends, so that the virtual machine can note which classes
 * a start needs. It reads no settings: nothing outside the process is touched.
 */
@Command(name = "train", hidden = true, description = "Rehearses a start for a faster next one.")
final class TrainCommand implements Callable<Integer> {
  private static final List<String> PATHS =
      List.of(
          "/health",
          "/ready",
          "/api/Tickets",
          "/api/TicketsApi/1",
          "/ticketing/v1/tickets?key=demo-primary-key",
          "/support/tickets");

  @Override
  public Integer call() throws IOException, InterruptedException {
    SettingValues settings =
        new SettingsReader(Map.of(), Path.of(System.getProperty("java.io.tmpdir")))
            .read(
                Map.of(),
                Optional.empty(),
                Map.of(
                    Settings.HTTP_HOST, "127.0.0.1",
                    Settings.HTTP_PORT, "0"));
    try (DeskServer server = DeskServer.start(settings, RunMode.demo(Optional.empty()))) {
      for (String path : PATHS) {
        ask(server.address().resolve(path));
      }
    }
    return 0;
  }

  private static void ask(URI address) throws IOException, InterruptedException {
    HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding());
  }
}
