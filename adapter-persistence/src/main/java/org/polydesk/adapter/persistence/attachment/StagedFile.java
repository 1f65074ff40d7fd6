package org.polydesk.adapter.persistence.attachment;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Function;
import org.polydesk.application.attachment.out.BlobStore.StagedBlob;
import org.polydesk.domain.attachment.Digest;
import org.polydesk.domain.attachment.FileTypePolicy;

/** Bytes in a file aside. Used by one request, so by one thread at a time. */
final class StagedFile implements StagedBlob {
  private static final int BUFFER = 64 * 1024;

  private final Path file;
  private final Path place;
  private final Digest digest;
  private final long size;
  private final byte[] head;
  private boolean over;

  private StagedFile(Path file, Path place, Digest digest, long size, byte[] head) {
    this.file = file;
    this.place = place;
    this.digest = digest;
    this.size = size;
    this.head = head;
  }

  /**
   * Streams {@code bytes} into {@code file}, which is removed when that fails.
   *
   * @param placeOf where bytes of a digest are kept
   */
  static StagedFile take(InputStream bytes, Path file, Function<Digest, Path> placeOf)
      throws IOException {
    boolean taken = false;
    try {
      StagedFile staged = copy(bytes, file, placeOf);
      taken = true;
      return staged;
    } finally {
      if (!taken) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static StagedFile copy(InputStream bytes, Path file, Function<Digest, Path> placeOf)
      throws IOException {
    MessageDigest sha = sha256();
    ByteArrayOutputStream head = new ByteArrayOutputStream(FileTypePolicy.HEAD_LENGTH);
    byte[] buffer = new byte[BUFFER];
    long size = 0;
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
        out.write(buffer, 0, read);
        sha.update(buffer, 0, read);
        head.write(buffer, 0, Math.min(read, FileTypePolicy.HEAD_LENGTH - head.size()));
        size += read;
      }
    }
    Digest digest = new Digest(HexFormat.of().formatHex(sha.digest()));
    return new StagedFile(file, placeOf.apply(digest), digest, size, head.toByteArray());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
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
    return head.clone();
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException when they have been thrown away
   */
  @Override
  public void keep() throws IOException {
    if (over) {
      if (!Files.exists(place)) {
        throw new IllegalStateException("the bytes have been thrown away");
      }
      return;
    }
    if (isThere() && renew()) {
      Files.delete(file);
    } else {
      force(file, StandardOpenOption.WRITE);
      Files.createDirectories(place.getParent());
      Files.move(file, place, StandardCopyOption.ATOMIC_MOVE);
      forceDirectories();
    }
    over = true;
  }

  /**
   * Somebody who removes old bytes that nothing names has to see that they are new again; false
   * when he was quicker.
   */
  private boolean renew() throws IOException {
    try {
      Files.setLastModifiedTime(place, Files.getLastModifiedTime(file));
      return true;
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  private boolean isThere() throws IOException {
    return Files.exists(place) && Files.size(place) == size;
  }

  /** A rename is on disk when its directory is, and a new directory when its parent is. */
  private void forceDirectories() throws IOException {
    Path inner = place.getParent();
    Path outer = inner.getParent();
    for (Path directory : new Path[] {inner, outer, outer.getParent()}) {
      force(directory, StandardOpenOption.READ);
    }
  }

  private static void force(Path path, StandardOpenOption how) throws IOException {
    try (FileChannel channel = FileChannel.open(path, how)) {
      channel.force(true);
    }
  }

  @Override
  public void close() {
    if (!over) {
      over = true;
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
