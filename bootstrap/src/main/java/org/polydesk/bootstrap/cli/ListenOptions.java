package org.polydesk.bootstrap.cli;

import java.util.HashMap;
import java.util.Map;
import org.polydesk.bootstrap.settings.Setting;
import org.polydesk.bootstrap.settings.Settings;
import picocli.CommandLine.Option;

/** The flags of commands that start a server. */
final class ListenOptions {
  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Port to listen on, the setting http.port; 8080 when not given.")
  private String port;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      description = "Address to listen on, the setting http.host.")
  private String host;

  /** What was given; null for what was not. */
  Map<Setting<?>, String> flags() {
    Map<Setting<?>, String> flags = new HashMap<>();
    flags.put(Settings.HTTP_PORT, port);
    flags.put(Settings.HTTP_HOST, host);
    return flags;
  }
}
