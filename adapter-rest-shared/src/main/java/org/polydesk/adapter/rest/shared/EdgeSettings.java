package org.polydesk.adapter.rest.shared;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.bind.annotation.Bindable;
import java.util.List;

/**
 * Where the desk is found and whom it believes.
 *
 * @param publicBaseUrl what links begin with, without a slash at the end, such as {@code
 *     https://desk.example.org}; if not set, it is worked out from each request
 * @param trustedProxies addresses whose {@code X-Forwarded-…} headers are believed; {@code *} for
 *     all; nobody's by default
 */
@ConfigurationProperties("polydesk.edge")
public record EdgeSettings(
    @Nullable String publicBaseUrl, @Bindable(defaultValue = "") List<String> trustedProxies) {

  public EdgeSettings {
    trustedProxies = trustedProxies == null ? List.of() : List.copyOf(trustedProxies);
  }
}
