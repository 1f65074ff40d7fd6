package org.polydesk.application.attachment.out;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.polydesk.application.attachment.out.BlobStore.StagedBlob;
import org.polydesk.application.fixture.AtOnce;
import org.polydesk.domain.attachment.Digest;
import org.polydesk.domain.attachment.FileTypePolicy;

/** What every store of bytes does. */
public interface BlobStoreContract {
  /** SHA-256 of "abc", from FIPS 180-2. */
  Digest ABC = new Digest("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");

  /** The store under test, empty. */
  BlobStore blobs();

  /** How many blobs lie aside, neither kept nor closed. */
  int staged();

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
  }

  private byte[] read(Digest digest) throws IOException {
    try (InputStream bytes = blobs().open(digest).orElseThrow()) {
      return bytes.readAllBytes();
    }
  }

  @Test
  default void stageShouldTellDigestSizeAndHead() throws IOException {
    try (StagedBlob staged = blobs().stage(stream("abc"))) {
      assertEquals(ABC, staged.digest());
      assertEquals(3, staged.size());
      assertArrayEquals("abc".getBytes(StandardCharsets.US_ASCII), staged.head());
      assertEquals(1, staged());
    }
  }

  @Test
  default void openShouldBeEmptyUntilTheBytesAreKept() throws IOException {
    try (StagedBlob staged = blobs().stage(stream("abc"))) {
      assertEquals(Optional.empty(), blobs().open(ABC));

      staged.keep();
    }

    assertArrayEquals("abc".getBytes(StandardCharsets.US_ASCII), read(ABC));
    assertEquals(0, staged());
  }

  @Test
  default void largeBytesShouldComeBackAsTheyWere() throws IOException {
    byte[] large = new byte[3_000_001];
    new Random(7).nextBytes(large);

    try (StagedBlob staged = blobs().stage(new ByteArrayInputStream(large))) {
      staged.keep();

      assertEquals(large.length, staged.size());
      assertArrayEquals(Arrays.copyOf(large, FileTypePolicy.HEAD_LENGTH), staged.head());
      assertArrayEquals(large, read(staged.digest()));
    }
  }

  @Test
  default void emptyBytesShouldBeBytes() throws IOException {
    try (StagedBlob staged = blobs().stage(InputStream.nullInputStream())) {
      staged.keep();

      assertEquals(0, staged.size());
      assertArrayEquals(new byte[0], staged.head());
      assertArrayEquals(new byte[0], read(staged.digest()));
    }
  }

  @Test
  default void closeShouldThrowTheBytesAway() throws IOException {
    StagedBlob staged = blobs().stage(stream("abc"));

    staged.close();
    staged.close();

    assertEquals(0, staged());
    assertEquals(Optional.empty(), blobs().open(ABC));
    assertThrows(IllegalStateException.class, staged::keep);
  }

  @Test
  default void keepShouldBeHarmlessTwiceAndForTwins() throws IOException {
    try (StagedBlob one = blobs().stage(stream("abc"));
        StagedBlob twin = blobs().stage(stream("abc"))) {
      one.keep();
      one.keep();
      twin.keep();
    }

    assertEquals(0, staged());
    assertArrayEquals("abc".getBytes(StandardCharsets.US_ASCII), read(ABC));
  }

  @Test
  default void keepShouldBeHarmlessForConcurrentTwins() throws Exception {
    var outcomes =
        AtOnce.times(
            8,
            () -> {
              try (StagedBlob staged = blobs().stage(stream("abc"))) {
                staged.keep();
                return staged.digest();
              }
            });

    assertTrue(outcomes.stream().allMatch(AtOnce.Outcome::succeeded), outcomes::toString);
    assertArrayEquals("abc".getBytes(StandardCharsets.US_ASCII), read(ABC));
    assertEquals(0, staged());
  }

  @Test
  default void stageShouldLeaveNothingBehindWhenTheBytesBreakOff() {
    IOException gone = new IOException("connection reset");
    InputStream broken =
        new SequenceInputStream(
            stream("abc"),
            new InputStream() {
              @Override
              public int read() throws IOException {
                throw gone;
              }
            });

    IOException thrown = assertThrows(IOException.class, () -> blobs().stage(broken));

    assertSame(gone, thrown);
    assertEquals(0, staged());
  }
}
