package org.polydesk.bootstrap;

import java.util.Locale;
import org.polydesk.bootstrap.cli.CommandLineInterface;

/** Where the program begins. */
public final class Application {
  private Application() {}

  /** Runs the command that {@code args} name and ends the process with its exit code. */
  public static void main(String[] args) {
    // What libraries write and compare must not depend on the letters of the computer's language.
    Locale.setDefault(Locale.ROOT);
    System.exit(CommandLineInterface.run(args));
  }
}
