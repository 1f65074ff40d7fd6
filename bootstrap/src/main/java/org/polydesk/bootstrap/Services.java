package org.polydesk.bootstrap;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.polydesk.application.identity.LockOut;
import org.polydesk.domain.attachment.FileTypePolicy;

/** Beans of what the services need and no adapter brings. */
@Factory
final class Services {

  @Singleton
  FileTypePolicy fileTypePolicy(
      @Property(name = "polydesk.files.allowed-extensions") List<String> extensions) {
    return new FileTypePolicy(Set.copyOf(extensions));
  }

  @Singleton
  LockOut lockOut(
      @Property(name = "polydesk.auth.lockout-attempts") int failures,
      @Property(name = "polydesk.auth.lockout-minutes") int minutes) {
    return new LockOut(failures, Duration.ofMinutes(minutes));
  }
}
