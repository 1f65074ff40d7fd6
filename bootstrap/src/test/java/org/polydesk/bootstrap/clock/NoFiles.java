package org.polydesk.bootstrap.clock;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.polydesk.application.attachment.out.BlobStore;
import org.polydesk.domain.attachment.Digest;

/** A store that has nothing and takes nothing. */
@Singleton
@Requires(property = "test.people", value = "known")
final class NoFiles implements BlobStore {
  @Override
  public StagedBlob stage(InputStream bytes) throws IOException {
    throw new IOException("No files here");
  }

  @Override
  public Optional<InputStream> open(Digest digest) {
    return Optional.empty();
  }
}
