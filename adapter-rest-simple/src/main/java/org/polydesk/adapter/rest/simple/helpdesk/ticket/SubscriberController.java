package org.polydesk.adapter.rest.simple.helpdesk.ticket;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.List;
import java.util.Optional;
import org.polydesk.adapter.rest.shared.RequestForms;
import org.polydesk.adapter.rest.simple.helpdesk.user.NamedPeople;
import org.polydesk.adapter.rest.simple.helpdesk.user.UserResponse;
import org.polydesk.adapter.rest.simple.helpdesk.wire.DeskWords;
import org.polydesk.adapter.rest.simple.helpdesk.wire.HelpdeskJson;
import org.polydesk.adapter.rest.simple.helpdesk.wire.HelpdeskParameters;
import org.polydesk.adapter.rest.simple.helpdesk.wire.Words;
import org.polydesk.application.directory.in.UserDirectoryUseCase;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.ticket.in.FollowTicketUseCase;
import org.polydesk.domain.error.Violation;
import org.polydesk.domain.ticket.TicketNumber;
import org.polydesk.domain.user.UserId;

/** Who follows a ticket. Source: docs/dialects/helpdesk.md, section "Subscribers". */
@Controller("/api")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class SubscriberController {
  private final RequestForms forms;
  private final DeskWords deskWords;
  private final FollowTicketUseCase follow;
  private final UserDirectoryUseCase people;

  SubscriberController(
      RequestForms forms,
      DeskWords deskWords,
      FollowTicketUseCase follow,
      UserDirectoryUseCase people) {
    this.forms = forms;
    this.deskWords = deskWords;
    this.follow = follow;
    this.people = people;
  }

  private HelpdeskParameters read(HttpRequest<?> request) {
    return new HelpdeskParameters(forms.read(request, HelpdeskParameters.BODIES));
  }

  @Get(uris = {"/Subscribers", "/Subscribers/{id}"})
  HttpResponse<byte[]> list(HttpRequest<?> request, Caller caller) {
    HelpdeskParameters parameters = read(request);
    TicketNumber ticket = parameters.requiredTicket("id", "ticketId");
    parameters.orThrow();
    Words words = deskWords.of(caller);
    return HelpdeskJson.ok(
        follow.followers(ticket, caller).stream()
            .map(user -> UserResponse.of(user, words, caller))
            .toList());
  }

  @Post(uris = {"/AddSubscriber", "/AddSubscriber/{id}"})
  HttpResponse<byte[]> add(HttpRequest<?> request, Caller caller) {
    HelpdeskParameters parameters = read(request);
    TicketNumber ticket = parameters.requiredTicket("id", "ticketId");
    follow.follow(ticket, user(parameters, caller), caller);
    return HelpdeskJson.done();
  }

  @Get(uris = {"/AddSubscriber", "/AddSubscriber/{id}"})
  HttpResponse<byte[]> addToo(HttpRequest<?> request, Caller caller) {
    return add(request, caller);
  }

  @Post(uris = {"/RemoveSubscriber", "/RemoveSubscriber/{id}"})
  HttpResponse<byte[]> remove(HttpRequest<?> request, Caller caller) {
    HelpdeskParameters parameters = read(request);
    TicketNumber ticket = parameters.requiredTicket("id", "ticketId");
    follow.unfollow(ticket, user(parameters, caller), caller);
    return HelpdeskJson.done();
  }

  @Get(uris = {"/RemoveSubscriber", "/RemoveSubscriber/{id}"})
  HttpResponse<byte[]> removeToo(HttpRequest<?> request, Caller caller) {
    return remove(request, caller);
  }

  private Optional<UserId> user(HelpdeskParameters parameters, Caller caller) {
    Optional<Long> number = parameters.number("userId");
    Optional<UserId> user = number.flatMap(n -> NamedPeople.of(List.of(n), people, caller).id(n));
    parameters.found().addIf(number.isPresent() && user.isEmpty(), Violation.unknown("userId"));
    parameters.orThrow();
    return user;
  }
}
