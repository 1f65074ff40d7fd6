package org.polydesk.adapter.persistence.attachment;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.polydesk.application.attachment.out.BlobStore;
import org.polydesk.domain.attachment.Digest;

/**
 * Files in a directory, named by the digests of their bytes and spread over two levels of
 * directories by the first digits. What is being taken in lies in {@code staging} beside them, on
 * the same file system, so that keeping it is a rename. Any number of processes may share the
 * directory.
 */
@Singleton
final class DirectoryBlobStore implements BlobStore {
  private static final String STAGING = "staging";

  /** What has been staged for this long was left behind by a process that is gone. */
  private static final Duration LEFT_BEHIND = Duration.ofDays(1);

  private final Path root;
  private final Path staging;

  /**
   * @throws IOException when the directory cannot be made or read
   */
  DirectoryBlobStore(@Property(name = "polydesk.files.directory") String directory)
      throws IOException {
    this.root = Files.createDirectories(Path.of(directory).toAbsolutePath().normalize());
    this.staging = Files.createDirectories(root.resolve(STAGING));
    removeLeftovers();
  }

  private void removeLeftovers() throws IOException {
    Instant oldest = nowOfFileSystem().minus(LEFT_BEHIND);
    try (DirectoryStream<Path> staged = Files.newDirectoryStream(staging)) {
      for (Path file : staged) {
        if (wasWrittenBefore(oldest, file)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  /** The age of files is told by the clock that dated them. */
  private Instant nowOfFileSystem() throws IOException {
    Path probe = Files.createTempFile(staging, "probe", "");
    try {
      return Files.getLastModifiedTime(probe).toInstant();
    } finally {
      Files.deleteIfExists(probe);
    }
  }

  /** A file that another process has just removed was written before nothing. */
  private static boolean wasWrittenBefore(Instant instant, Path file) throws IOException {
    try {
      FileTime written = Files.getLastModifiedTime(file);
      return written.toInstant().isBefore(instant);
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  @Override
  public StagedBlob stage(InputStream bytes) throws IOException {
    return StagedFile.take(bytes, Files.createTempFile(staging, "blob", ""), this::placeOf);
  }

  @Override
  public Optional<InputStream> open(Digest digest) throws IOException {
    try {
      return Optional.of(Files.newInputStream(placeOf(digest)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private Path placeOf(Digest digest) {
    String hex = digest.hex();
    return root.resolve(hex.substring(0, 2)).resolve(hex.substring(2, 4)).resolve(hex);
  }
}
