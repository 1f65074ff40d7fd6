package org.polydesk.adapter.rest.shared;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.security.config.SecurityConfigurationProperties;
import jakarta.inject.Singleton;

/** Unknown paths are 404 for everybody; the security module would make them 401. */
@Singleton
final class NotFoundFirst implements BeanCreatedEventListener<SecurityConfigurationProperties> {

  @Override
  public SecurityConfigurationProperties onCreated(
      BeanCreatedEvent<SecurityConfigurationProperties> event) {
    event.getBean().setRejectNotFound(false);
    return event.getBean();
  }
}
