package org.polydesk.adapter.rest.shared;

import io.micronaut.http.HttpRequest;
import java.util.Optional;
import org.polydesk.application.identity.Caller;

/**
 * How a dialect finds out who is calling. One bean for each dialect; called on the blocking
 * executor, so it may ask the store, for known paths only, and not for routes that are
 * {@code @Secured(SecurityRule.IS_ANONYMOUS)}.
 */
public interface DialectAuthentication {

  /** The {@link ApiDialect#name() name} of the dialect whose credentials these are. */
  String dialect();

  /**
   * The caller behind the request's credential.
   *
   * @return empty when there is none, which is a refusal only if the route needs one
   * @throws org.polydesk.domain.error.DeskException {@code NOT_SIGNED_IN} when the credential is
   *     bad, {@code LOCKED_OUT}
   */
  Optional<Caller> authenticate(HttpRequest<?> request);
}
