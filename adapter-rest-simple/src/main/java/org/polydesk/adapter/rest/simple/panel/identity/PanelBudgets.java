package org.polydesk.adapter.rest.simple.panel.identity;

import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.polydesk.adapter.rest.shared.DialectBudgets;
import org.polydesk.adapter.rest.simple.panel.wire.PanelDialect;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.shared.RequestBudget;

/** So many tickets, comments and files a minute for each client; a reopening is a comment. */
@Singleton
final class PanelBudgets implements DialectBudgets {
  private final RequestBudget tickets;
  private final RequestBudget comments;
  private final RequestBudget uploads;

  PanelBudgets(
      @Property(name = "polydesk.limits.panel-tickets", defaultValue = "2") int tickets,
      @Property(name = "polydesk.limits.panel-comments", defaultValue = "60") int comments,
      @Property(name = "polydesk.limits.panel-uploads", defaultValue = "20") int uploads) {
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
        ? caller.userId().flatMap(user -> charge(request.getPath(), user.toString()))
        : Optional.empty();
  }

  private Optional<Charge> charge(String path, String user) {
    if (path.equals("/support/tickets")) {
      return Optional.of(new Charge(user + " tickets", tickets));
    }
    if (path.equals("/files/public/files")) {
      return Optional.of(new Charge(user + " uploads", uploads));
    }
    return path.endsWith("/comments") || path.endsWith("/reopen")
        ? Optional.of(new Charge(user + " comments", comments))
        : Optional.empty();
  }
}
