package org.polydesk.bootstrap;

import org.polydesk.bootstrap.cli.CommandLineInterface;

/** Where the program begins. */
public final class Application {
  private Application() {}

  /** Runs the command that {@code args} name and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(CommandLineInterface.run(args));
  }
}
