package org.polydesk.adapter.rest.shared;

import io.micronaut.http.HttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.AuthenticationFetcher;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteMatch;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Asks the dialect whose request it is who is calling, away from the event loop. */
@Singleton
final class DialectAuthenticationFetcher implements AuthenticationFetcher<HttpRequest<?>> {
  private final Dialects dialects;
  private final Map<String, DialectAuthentication> byDialect;
  private final Scheduler blocking;

  DialectAuthenticationFetcher(
      Dialects dialects,
      List<DialectAuthentication> authentications,
      @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
    this.dialects = dialects;
    this.byDialect =
        authentications.stream()
            .collect(Collectors.toMap(DialectAuthentication::dialect, Function.identity()));
    this.blocking = Schedulers.fromExecutorService(blocking);
  }

  @Override
  public Publisher<Authentication> fetchAuthentication(HttpRequest<?> request) {
    // An unknown path is 404 and a wrong verb 405, whatever the credential.
    boolean wanted = RouteAttributes.getRouteMatch(request).filter(this::isSecured).isPresent();
    DialectAuthentication authentication =
        wanted ? byDialect.get(dialects.of(request).name()) : null;
    if (authentication == null) {
      return Mono.empty();
    }
    return Mono.fromCallable(() -> authenticate(authentication, request).orElse(null))
        .subscribeOn(blocking);
  }

  private static Optional<Authentication> authenticate(
      DialectAuthentication authentication, HttpRequest<?> request) {
    return authentication.authenticate(request).map(CallerAuthentication::new);
  }

  private boolean isSecured(RouteMatch<?> route) {
    return !Arrays.asList(route.getAnnotationMetadata().stringValues(Secured.class))
        .contains(SecurityRule.IS_ANONYMOUS);
  }
}
