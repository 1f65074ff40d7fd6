package org.polydesk.adapter.persistence.attachment;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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

  /** How bytes are called that were put aside to be removed, unlike those that are taken in. */
  private static final Pattern ASIDE = Pattern.compile("[0-9a-f]{64}");

  /** How many directories hold the directories of files. */
  private static final int PARTS = 256;

  private final AtomicInteger nextPart = new AtomicInteger(new SecureRandom().nextInt(PARTS));
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
        if (ASIDE.matcher(file.getFileName().toString()).matches()) {
          putBack(new Digest(file.getFileName().toString()));
        } else if (wasWrittenBefore(oldest, file)) {
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
  public int removeUnnamed(UnaryOperator<Set<Digest>> named) throws IOException {
    removeLeftovers();
    Path part = root.resolve("%02x".formatted(nextPart.getAndUpdate(p -> (p + 1) % PARTS)));
    Instant oldest = nowOfFileSystem().minus(LEFT_BEHIND);
    int removed = 0;
    for (Path directory : directoriesOf(part)) {
      removed += removeUnnamed(directory, oldest, named);
    }
    return removed;
  }

  private static List<Path> directoriesOf(Path part) throws IOException {
    if (!Files.isDirectory(part)) {
      return List.of();
    }
    try (Stream<Path> directories = Files.list(part)) {
      return directories.sorted().toList();
    }
  }

  private int removeUnnamed(Path directory, Instant oldest, UnaryOperator<Set<Digest>> named)
      throws IOException {
    Set<Digest> old = new HashSet<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
      for (Path file : files) {
        if (wasWrittenBefore(oldest, file)) {
          old.add(new Digest(file.getFileName().toString()));
        }
      }
    }
    if (!old.isEmpty()) {
      old.removeAll(named.apply(Set.copyOf(old)));
    }
    int removed = 0;
    for (Digest digest : old) {
      removed += remove(digest, oldest) ? 1 : 0;
    }
    return removed;
  }

  /**
   * Somebody may keep the same bytes again meanwhile, which makes them new: they are put aside
   * first, where nobody keeps them, and put back when they are new, if need be by the next process.
   */
  private boolean remove(Digest digest, Instant oldest) throws IOException {
    Path place = placeOf(digest);
    Path aside = staging.resolve(digest.hex());
    try {
      Files.move(place, aside, StandardCopyOption.ATOMIC_MOVE);
    } catch (NoSuchFileException e) {
      return false;
    }
    if (!wasWrittenBefore(oldest, aside)) {
      putBack(digest);
      return false;
    }
    return Files.deleteIfExists(aside);
  }

  /** Of two who put the same bytes back the second finds nothing to do. */
  private void putBack(Digest digest) throws IOException {
    try {
      Files.move(staging.resolve(digest.hex()), placeOf(digest), StandardCopyOption.ATOMIC_MOVE);
    } catch (NoSuchFileException e) {
      // The other one was quicker.
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
