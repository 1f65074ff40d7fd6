package org.polydesk.bootstrap;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Import;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.polydesk.domain.attachment.FileTypePolicy;

/** Makes beans of the plain services; a new package of them is named here. */
@Factory
@Import(
    packages = {
      "org.polydesk.application.catalogue",
      "org.polydesk.application.configuration",
      "org.polydesk.application.identity",
      "org.polydesk.application.ticket"
    })
final class Services {

  @Singleton
  FileTypePolicy fileTypePolicy(
      @Property(name = "polydesk.files.allowed-extensions") List<String> extensions) {
    return new FileTypePolicy(Set.copyOf(extensions));
  }
}
