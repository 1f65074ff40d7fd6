package org.polydesk.adapter.rest.simple.panel.identity;

import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.polydesk.adapter.rest.shared.DialectBudgets;
import org.polydesk.adapter.rest.simple.panel.wire.PanelDialect;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.identity.out.SecretHasher;
import org.polydesk.application.shared.RequestBudget;

/** So many tickets, comments and files a minute for each token; a reopening is a comment. */
@Singleton
final class PanelBudgets implements DialectBudgets {
  private static final String PURPOSE = "panel budget\n";

  private final SecretHasher hasher;
  private final RequestBudget tickets;
  private final RequestBudget comments;
  private final RequestBudget uploads;

  PanelBudgets(
      SecretHasher hasher,
      @Property(name = "polydesk.limits.panel-tickets", defaultValue = "2") int tickets,
      @Property(name = "polydesk.limits.panel-comments", defaultValue = "60") int comments,
      @Property(name = "polydesk.limits.panel-uploads", defaultValue = "20") int uploads) {
    this.hasher = hasher;
    this.tickets = RequestBudget.perMinute(tickets);
    this.comments = RequestBudget.perMinute(comments);
    this.uploads = RequestBudget.perMinute(uploads);
  }

  @Override
  public String dialect() {
    return PanelDialect.NAME;
  }

  @Override
  public Optional<Charge> charge(HttpRequest<?> request, Caller caller) {
    boolean writes =
        request.getMethod() == HttpMethod.POST || request.getMethod() == HttpMethod.PUT;
    return writes
        ? PanelAuthentication.token(request)
            .flatMap(token -> charge(request.getPath(), hasher.hash(PURPOSE + token)))
        : Optional.empty();
  }

  private Optional<Charge> charge(String path, String token) {
    if (path.equals("/support/tickets")) {
      return Optional.of(new Charge(token + " tickets", tickets));
    }
    if (path.equals("/files/public/files")) {
      return Optional.of(new Charge(token + " uploads", uploads));
    }
    return path.endsWith("/comments") || path.endsWith("/reopen")
        ? Optional.of(new Charge(token + " comments", comments))
        : Optional.empty();
  }
}
