package org.polydesk.application.attachment.out;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.polydesk.domain.attachment.Digest;

/**
 * Where the bytes of files are kept, each once, under its digest. Safe for use by many threads and
 * by many nodes over one store.
 */
public interface BlobStore {

  /**
   * Takes bytes in and keeps them aside until they are {@link StagedBlob#keep kept} or {@link
   * StagedBlob#close closed}. Never holds them in memory.
   *
   * @throws IOException when {@code bytes} cannot be read to their end or cannot be written;
   *     nothing is left behind then
   */
  StagedBlob stage(InputStream bytes) throws IOException;

  /**
   * The bytes kept under {@code digest}; empty when there are none. The caller closes the stream.
   */
  Optional<InputStream> open(Digest digest) throws IOException;

  /**
   * Takes away bytes that lie here for a day and that nothing names: a process that ended between
   * keeping and naming left them, or what named them is gone. Looks at a part of the store each
   * time, so that the whole is seen in the course of some days.
   *
   * @param named gives those of some digests that something names
   * @return how many were taken away
   */
  int removeUnnamed(UnaryOperator<Set<Digest>> named) throws IOException;

  /** Bytes that have been taken in and not yet been kept. */
  interface StagedBlob extends AutoCloseable {
    /** What the bytes will be known by. */
    Digest digest();

    /** How many there are. */
    long size();

    /** The first bytes, as many as file types are recognised by, or fewer. */
    byte[] head();

    /** Keeps the bytes for good and on disk. Keeping what is there already is harmless. */
    void keep() throws IOException;

    /** Throws the bytes away unless they were kept. Closing twice is harmless. */
    @Override
    void close();
  }
}
