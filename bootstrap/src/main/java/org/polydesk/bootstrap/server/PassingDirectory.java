package org.polydesk.bootstrap.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A directory for as long as a server runs. */
final class PassingDirectory {
  private static final Logger LOG = LoggerFactory.getLogger(PassingDirectory.class);

  private PassingDirectory() {}

  static Path create() {
    try {
      return Files.createTempDirectory("polydesk-demo-");
    } catch (IOException e) {
      throw new UncheckedIOException("No directory for temporary files can be made", e);
    }
  }

  /** Removes {@code directory} with all that is in it; what cannot be removed stays. */
  static void remove(Path directory) {
    try (Stream<Path> content = Files.walk(directory)) {
      content.sorted(Comparator.reverseOrder()).forEach(PassingDirectory::removeOne);
    } catch (IOException | UncheckedIOException e) {
      LOG.warn("{} could not be removed", directory, e);
    }
  }

  private static void removeOne(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
