package org.polydesk.adapter.rest.simple.taas.identity;

import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.polydesk.adapter.rest.shared.DialectBudgets;
import org.polydesk.adapter.rest.simple.taas.wire.TaasDialect;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.shared.RequestBudget;

/** So many calls in a while for each key. */
@Singleton
final class TaasBudgets implements DialectBudgets {
  private final RequestBudget budget;

  TaasBudgets(
      @Property(name = "polydesk.limits.taas", defaultValue = "100") int requests,
      @Property(name = "polydesk.limits.taas-window", defaultValue = "60") int seconds) {
    this.budget = new RequestBudget(requests, Duration.ofSeconds(seconds));
  }

  @Override
  public String dialect() {
    return TaasDialect.NAME;
  }

  @Override
  public Optional<Charge> charge(HttpRequest<?> request, Caller caller) {
    return Optional.of(new Charge(caller.desk().value() + " " + caller.name(), budget));
  }
}
