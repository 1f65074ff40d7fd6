package org.polydesk.application.upkeep;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.polydesk.application.attachment.out.BlobStore;
import org.polydesk.application.attachment.out.NamedBytes;
import org.polydesk.application.identity.out.AddressLocks;
import org.polydesk.application.retry.SafeRetryService;
import org.polydesk.application.retry.out.RetryLog;
import org.polydesk.application.shared.UnitOfWork;
import org.polydesk.application.upkeep.in.TidyUseCase;

/** Each kind of thing by an index on its age. */
@Singleton
public final class TidyService implements TidyUseCase {
  private static final Duration FAILURES_COUNT = Duration.ofDays(1);

  private final RetryLog retries;
  private final AddressLocks locks;
  private final BlobStore blobs;
  private final NamedBytes named;
  private final UnitOfWork unitOfWork;

  @Inject
  public TidyService(
      RetryLog retries,
      AddressLocks locks,
      BlobStore blobs,
      NamedBytes named,
      UnitOfWork unitOfWork) {
    this.retries = retries;
    this.locks = locks;
    this.blobs = blobs;
    this.named = named;
    this.unitOfWork = unitOfWork;
  }

  @Override
  public void tidy(Instant now) throws IOException {
    unitOfWork.run(
        () -> {
          retries.forgetBefore(now.minus(SafeRetryService.KEPT_FOR));
          locks.forgetFailuresBefore(now.minus(FAILURES_COUNT), now);
          return null;
        });
    blobs.removeUnnamed(digests -> unitOfWork.read(() -> named.among(digests)));
  }
}
