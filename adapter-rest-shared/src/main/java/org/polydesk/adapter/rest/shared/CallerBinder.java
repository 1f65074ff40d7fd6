package org.polydesk.adapter.rest.shared;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.polydesk.application.identity.Caller;

/** Gives controllers the {@link Caller} as an argument. */
@Singleton
final class CallerBinder implements TypedRequestArgumentBinder<Caller> {

  @Override
  public Argument<Caller> argumentType() {
    return Argument.of(Caller.class);
  }

  @Override
  public BindingResult<Caller> bind(
      ArgumentConversionContext<Caller> context, HttpRequest<?> request) {
    Optional<Caller> caller =
        request
            .getUserPrincipal()
            .filter(CallerAuthentication.class::isInstance)
            .map(principal -> ((CallerAuthentication) principal).caller());
    return () -> caller;
  }
}
