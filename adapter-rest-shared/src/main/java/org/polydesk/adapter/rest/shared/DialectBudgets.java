package org.polydesk.adapter.rest.shared;

import io.micronaut.http.HttpRequest;
import java.util.Optional;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.shared.RequestBudget;

/** How often a dialect's callers may ask. At most one bean for each dialect. */
public interface DialectBudgets {

  /**
   * What a request is taken from.
   *
   * @param key whose requests of which kind share the budget
   */
  record Charge(String key, RequestBudget budget) {}

  /** The {@link ApiDialect#name() name} of the dialect whose budgets these are. */
  String dialect();

  /** What the request is taken from; empty when nobody counts it. */
  Optional<Charge> charge(HttpRequest<?> request, Caller caller);
}
