package org.polydesk.application.attachment.out;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.polydesk.domain.attachment.Digest;
import org.polydesk.domain.attachment.FileTypePolicy;

/** Bytes in memory. */
public final class InMemoryBlobStore implements BlobStore {
  private final Map<Digest, byte[]> kept = new ConcurrentHashMap<>();
  private final AtomicInteger staged = new AtomicInteger();

  @Override
  public StagedBlob stage(InputStream bytes) throws IOException {
    byte[] all = bytes.readAllBytes();
    staged.incrementAndGet();
    return new Staged(all, digestOf(all));
  }

  @Override
  public Optional<InputStream> open(Digest digest) {
    return Optional.ofNullable(kept.get(digest)).map(ByteArrayInputStream::new);
  }

  /** Nothing here grows old. */
  @Override
  public int removeUnnamed(UnaryOperator<Set<Digest>> named) {
    return 0;
  }

  /** How many have been taken in and neither kept nor closed. */
  public int staged() {
    return staged.get();
  }

  private static Digest digestOf(byte[] bytes) {
    try {
      return new Digest(
          HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private final class Staged implements StagedBlob {
    private final byte[] bytes;
    private final Digest digest;
    private boolean over;

    private Staged(byte[] bytes, Digest digest) {
      this.bytes = bytes;
      this.digest = digest;
    }

    @Override
    public Digest digest() {
      return digest;
    }

    @Override
    public long size() {
      return bytes.length;
    }

    @Override
    public byte[] head() {
      return Arrays.copyOf(bytes, Math.min(bytes.length, FileTypePolicy.HEAD_LENGTH));
    }

    @Override
    public void keep() {
      if (over && !kept.containsKey(digest)) {
        throw new IllegalStateException("the bytes have been thrown away");
      }
      kept.put(digest, bytes);
      close();
    }

    @Override
    public void close() {
      if (!over) {
        over = true;
        staged.decrementAndGet();
      }
    }
  }
}
