package org.polydesk.adapter.rest.shared;

import io.micronaut.security.authentication.Authentication;
import java.util.Map;
import org.polydesk.application.identity.Caller;

/** A caller as the security module sees him. It decides nothing but that somebody is signed in. */
record CallerAuthentication(Caller caller) implements Authentication {
  private static final long serialVersionUID = 1L;

  @Override
  public String getName() {
    return caller.name();
  }

  @Override
  public Map<String, Object> getAttributes() {
    return Map.of();
  }
}
