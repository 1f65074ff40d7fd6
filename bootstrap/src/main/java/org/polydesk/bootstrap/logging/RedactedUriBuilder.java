package org.polydesk.bootstrap.logging;

import io.micronaut.http.server.netty.handler.accesslog.element.LogElement;
import io.micronaut.http.server.netty.handler.accesslog.element.LogElementBuilder;

/** Teaches the access log the mark {@code %Q}: the address asked for, without its secrets. */
public final class RedactedUriBuilder implements LogElementBuilder {
  private static final String MARK = "Q";

  @Override
  public LogElement build(String token, String param) {
    return MARK.equals(token) ? new RedactedUri() : null;
  }
}
