package org.polydesk.adapter.rest.shared;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.server.netty.configuration.NettyHttpServerConfiguration;
import jakarta.inject.Singleton;

/**
 * Gives the HTTP decoder more room than any dialect, so that what is too long is refused by the
 * edge, which knows the path and the words; and leaves compressed bodies alone, for a few kilobytes
 * of them can hold gigabytes.
 */
@Singleton
final class ServerLimits implements BeanCreatedEventListener<NettyHttpServerConfiguration> {
  private static final int LINE = 4 * EdgeChannelHandler.MAX_REQUEST_LINE;
  private static final int HEADERS = 32 * 1024;

  @Override
  public NettyHttpServerConfiguration onCreated(
      BeanCreatedEvent<NettyHttpServerConfiguration> event) {
    NettyHttpServerConfiguration server = event.getBean();
    server.setMaxInitialLineLength(Math.max(LINE, server.getMaxInitialLineLength()));
    server.setMaxHeaderSize(Math.max(HEADERS, server.getMaxHeaderSize()));
    server.setRequestDecompressionEnabled(false);
    return server;
  }
}
