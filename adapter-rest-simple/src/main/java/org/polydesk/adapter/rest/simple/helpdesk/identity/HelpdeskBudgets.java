package org.polydesk.adapter.rest.simple.helpdesk.identity;

import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.polydesk.adapter.rest.shared.DialectBudgets;
import org.polydesk.adapter.rest.simple.helpdesk.wire.HelpdeskDialect;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.shared.RequestBudget;

/** So many calls a minute for each user and method; fewer for the dear ones. */
@Singleton
final class HelpdeskBudgets implements DialectBudgets {
  private static final Set<String> DEAR = Set.of("search", "userbyemail");

  private final RequestBudget usual;
  private final RequestBudget dear;

  HelpdeskBudgets(
      @Property(name = "polydesk.limits.helpdesk", defaultValue = "90") int usual,
      @Property(name = "polydesk.limits.helpdesk-search", defaultValue = "60") int dear) {
    this.usual = RequestBudget.perMinute(usual);
    this.dear = RequestBudget.perMinute(dear);
  }

  @Override
  public String dialect() {
    return HelpdeskDialect.NAME;
  }

  @Override
  public Optional<Charge> charge(HttpRequest<?> request, Caller caller) {
    String[] segments = request.getPath().toLowerCase(Locale.ROOT).split("/", 4);
    boolean isApi = segments.length > 2 && segments[1].equals("api");
    String method = isApi ? segments[2] : segments[Math.min(segments.length - 1, 1)];
    return caller
        .userId()
        .map(user -> new Charge(user + " " + method, DEAR.contains(method) ? dear : usual));
  }
}
