package org.polydesk.adapter.rest.shared.server;

import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.polydesk.adapter.rest.shared.DialectAuthentication;
import org.polydesk.adapter.rest.shared.RequestIds;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.identity.Scope;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.error.DeskException;
import org.slf4j.MDC;

/** Believes the token {@code good}, and tells on which thread it was asked. */
@Singleton
final class TokenAuthentication implements DialectAuthentication {

  @Override
  public String dialect() {
    return "alpha";
  }

  @Override
  public Optional<Caller> authenticate(HttpRequest<?> request) {
    String token = request.getHeaders().get("X-Token");
    if (token == null) {
      return Optional.empty();
    }
    if (!token.equals("good")) {
      throw DeskException.notSignedIn("Bad token.");
    }
    String name = Thread.currentThread().getName() + " " + MDC.get(RequestIds.MDC_KEY);
    return Optional.of(
        new Caller(
            DeskId.DEFAULT, Optional.empty(), name, Set.of(), Scope.DESK, ZoneOffset.UTC, "alpha"));
  }
}
