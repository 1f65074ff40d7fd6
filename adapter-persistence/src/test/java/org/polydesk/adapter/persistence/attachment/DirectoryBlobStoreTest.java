package org.polydesk.adapter.persistence.attachment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polydesk.application.attachment.out.BlobStore;
import org.polydesk.application.attachment.out.BlobStore.StagedBlob;
import org.polydesk.application.attachment.out.BlobStoreContract;
import org.polydesk.domain.attachment.Digest;

final class DirectoryBlobStoreTest implements BlobStoreContract {
  private static final Duration AN_HOUR = Duration.ofHours(1);

  @TempDir Path directory;
  private DirectoryBlobStore blobs;

  @BeforeEach
  void openStore() throws IOException {
    blobs = open();
  }

  private DirectoryBlobStore open() throws IOException {
    return new DirectoryBlobStore(directory.resolve("files").toString());
  }

  @Override
  public BlobStore blobs() {
    return blobs;
  }

  @Override
  public int staged() {
    try (Stream<Path> files = Files.list(staging())) {
      return (int) files.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path staging() {
    return directory.resolve("files/staging");
  }

  private StagedBlob stageAbc() throws IOException {
    return blobs.stage(new ByteArrayInputStream("abc".getBytes(StandardCharsets.US_ASCII)));
  }

  private Path placeOfAbc() {
    return directory.resolve("files/ba/78").resolve(ABC.hex());
  }

  @Test
  void keepShouldSpreadFilesOverTwoLevels() throws IOException {
    try (StagedBlob staged = stageAbc()) {
      staged.keep();
    }

    assertEquals("abc", Files.readString(placeOfAbc()));
  }

  @Test
  void keepShouldMakeOldBytesNewAgain() throws IOException {
    try (StagedBlob staged = stageAbc()) {
      staged.keep();
    }
    Instant longAgo = Instant.parse("2020-01-01T00:00:00Z");
    Files.setLastModifiedTime(placeOfAbc(), FileTime.from(longAgo));

    try (StagedBlob staged = stageAbc()) {
      staged.keep();
    }

    Instant written = Files.getLastModifiedTime(placeOfAbc()).toInstant();
    assertTrue(written.isAfter(longAgo.plus(Duration.ofDays(365))), written::toString);
  }

  private static int sweep(DirectoryBlobStore store, Set<Digest> named) throws IOException {
    int removed = 0;
    for (int part = 0; part < 256; part++) {
      removed +=
          store.removeUnnamed(
              digests -> digests.stream().filter(named::contains).collect(Collectors.toSet()));
    }
    return removed;
  }

  private void keepAbc(Instant writtenAt) throws IOException {
    try (StagedBlob staged = stageAbc()) {
      staged.keep();
    }
    Files.setLastModifiedTime(placeOfAbc(), FileTime.from(writtenAt));
  }

  @Test
  void bytesThatNothingNamesShouldGoAfterADay() throws IOException {
    DirectoryBlobStore store = open();
    keepAbc(Instant.parse("2020-01-01T00:00:00Z"));

    assertEquals(0, sweep(store, Set.of(ABC)));
    assertTrue(store.open(ABC).isPresent());
    assertEquals(1, sweep(store, Set.of()));
    assertTrue(store.open(ABC).isEmpty());
  }

  @Test
  void bytesOfTodayShouldStay() throws IOException {
    DirectoryBlobStore store = open();
    try (StagedBlob staged = stageAbc()) {
      staged.keep();
    }

    assertEquals(0, sweep(store, Set.of()));

    assertTrue(store.open(ABC).isPresent());
  }

  /** Somebody sends the same file while it is being found out that nothing names it. */
  @Test
  void bytesThatAreKeptAgainMeanwhileShouldStay() throws IOException {
    DirectoryBlobStore store = open();
    keepAbc(Instant.parse("2020-01-01T00:00:00Z"));

    for (int part = 0; part < 256; part++) {
      store.removeUnnamed(
          digests -> {
            keepAgain();
            return Set.of();
          });
    }

    assertTrue(store.open(ABC).isPresent());
  }

  private void keepAgain() {
    try (StagedBlob staged = stageAbc()) {
      staged.keep();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A process that ended in the middle may have put aside what is named by now. */
  @Test
  void openingShouldPutBackWhatWasPutAside() throws IOException {
    keepAbc(Instant.parse("2020-01-01T00:00:00Z"));
    Files.move(placeOfAbc(), staging().resolve(ABC.hex()));

    assertTrue(open().open(ABC).isPresent());
  }

  @Test
  void keepShouldMendBytesThatWereCutShort() throws IOException {
    Files.createDirectories(placeOfAbc().getParent());
    Files.writeString(placeOfAbc(), "ab");

    try (StagedBlob staged = stageAbc()) {
      staged.keep();
    }

    assertEquals("abc", Files.readString(placeOfAbc()));
  }

  @Test
  void anotherProcessShouldSeeWhatWasKept() throws IOException {
    DirectoryBlobStore other = open();

    try (StagedBlob staged = stageAbc()) {
      staged.keep();
    }

    assertTrue(other.open(ABC).isPresent());
  }

  @Test
  void openingShouldRemoveWhatWasLeftBehindForADay() throws IOException {
    Path probe = Files.writeString(staging().resolve("probe"), "");
    Instant now = Files.getLastModifiedTime(probe).toInstant();
    Path leftover = Files.writeString(staging().resolve("blob1"), "old");
    Path fresh = Files.writeString(staging().resolve("blob2"), "fresh");
    Duration day = Duration.ofDays(1);
    Files.setLastModifiedTime(leftover, FileTime.from(now.minus(day.plus(AN_HOUR))));
    Files.setLastModifiedTime(fresh, FileTime.from(now.minus(day.minus(AN_HOUR))));

    open();

    assertFalse(Files.exists(leftover));
    assertTrue(Files.exists(fresh));
  }
}
