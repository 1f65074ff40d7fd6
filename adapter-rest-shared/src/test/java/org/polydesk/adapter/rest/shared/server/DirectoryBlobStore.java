package org.polydesk.adapter.rest.shared.server;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.polydesk.application.attachment.out.BlobStore;
import org.polydesk.domain.attachment.Digest;

/** Keeps files in a directory; can be told to stop in the middle. */
@Singleton
public final class DirectoryBlobStore implements BlobStore {
  private final Path directory;
  private final AtomicLong taken = new AtomicLong();
  private volatile Semaphore gate = new Semaphore(Integer.MAX_VALUE);

  DirectoryBlobStore() throws IOException {
    directory = Files.createTempDirectory("blobs");
  }

  /** All bytes taken in so far. */
  public long taken() {
    return taken.get();
  }

  /** From now on each read needs a permit. */
  public Semaphore halt() {
    gate = new Semaphore(0);
    return gate;
  }

  /** What lies in the directory. */
  public List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.toList();
    }
  }

  @Override
  public StagedBlob stage(InputStream bytes) throws IOException {
    Path file = Files.createTempFile(directory, "staged", "");
    boolean done = false;
    long size = 0;
    MessageDigest digest = sha256();
    try (OutputStream out = Files.newOutputStream(file)) {
      byte[] buffer = new byte[8192];
      Semaphore here = gate;
      for (int read; (read = next(bytes, buffer, here)) >= 0; size += read) {
        out.write(buffer, 0, read);
        digest.update(buffer, 0, read);
        taken.addAndGet(read);
      }
      done = true;
    } finally {
      if (!done) {
        Files.delete(file);
      }
    }
    return new Staged(file, size, new Digest(HexFormat.of().formatHex(digest.digest())));
  }

  @Override
  public Optional<InputStream> open(Digest digest) {
    return Optional.empty();
  }

  /** Nothing here grows old. */
  @Override
  public int removeUnnamed(UnaryOperator<Set<Digest>> named) {
    return 0;
  }

  @PreDestroy
  void remove() throws IOException {
    for (Path file : files()) {
      Files.delete(file);
    }
    Files.delete(directory);
  }

  private static int next(InputStream bytes, byte[] buffer, Semaphore gate) throws IOException {
    gate.acquireUninterruptibly();
    return bytes.read(buffer);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Staged implements StagedBlob {
    private final Path file;
    private final long size;
    private final Digest digest;
    private boolean kept;

    Staged(Path file, long size, Digest digest) {
      this.file = file;
      this.size = size;
      this.digest = digest;
    }

    @Override
    public Digest digest() {
      return digest;
    }

    @Override
    public long size() {
      return size;
    }

    @Override
    public byte[] head() {
      return new byte[0];
    }

    @Override
    public void keep() {
      kept = true;
    }

    @Override
    public void close() {
      if (!kept) {
        try {
          Files.deleteIfExists(file);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }
}
