package org.polydesk.bootstrap;

import io.micronaut.context.annotation.Import;
import java.util.Locale;
import org.polydesk.bootstrap.cli.CommandLineInterface;

/** Where the program begins, and where the packages are named whose services become beans. */
@Import(
    packages = {
      "org.polydesk.application.asset",
      "org.polydesk.application.catalogue",
      "org.polydesk.application.configuration",
      "org.polydesk.application.delivery",
      "org.polydesk.application.desk",
      "org.polydesk.application.directory",
      "org.polydesk.application.field",
      "org.polydesk.application.identity",
      "org.polydesk.application.knowledge",
      "org.polydesk.application.retry",
      "org.polydesk.application.ticket",
      "org.polydesk.application.upkeep",
      "org.polydesk.application.user"
    })
public final class Application {
  private Application() {}

  /** Runs the command that {@code args} name and ends the process with its exit code. */
  public static void main(String[] args) {
    // What libraries write and compare must not depend on the letters of the computer's language.
    Locale.setDefault(Locale.ROOT);
    System.exit(CommandLineInterface.run(args));
  }
}
