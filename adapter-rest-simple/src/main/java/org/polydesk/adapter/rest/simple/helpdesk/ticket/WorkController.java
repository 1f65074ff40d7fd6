package org.polydesk.adapter.rest.simple.helpdesk.ticket;

import com.fasterxml.jackson.annotation.JsonProperty;
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
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.polydesk.adapter.rest.shared.RequestForm;
import org.polydesk.adapter.rest.shared.RequestForms;
import org.polydesk.adapter.rest.shared.SafeRetries;
import org.polydesk.adapter.rest.simple.helpdesk.wire.DeskWords;
import org.polydesk.adapter.rest.simple.helpdesk.wire.HelpdeskJson;
import org.polydesk.adapter.rest.simple.helpdesk.wire.HelpdeskParameters;
import org.polydesk.application.attachment.UnfitFiles;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.ticket.in.AddTimeUseCase;
import org.polydesk.application.ticket.in.ReadConversationUseCase;
import org.polydesk.application.ticket.in.ReadConversationUseCase.Conversation;
import org.polydesk.application.ticket.in.ReplyCommand;
import org.polydesk.application.ticket.in.ReplyUseCase;
import org.polydesk.application.ticket.in.TicketRef;
import org.polydesk.domain.audit.AuditFact;
import org.polydesk.domain.catalogue.StatusRow;
import org.polydesk.domain.conversation.Body;
import org.polydesk.domain.conversation.Recipients;
import org.polydesk.domain.error.Violation;
import org.polydesk.domain.ticket.TicketNumber;
import org.polydesk.domain.user.EmailAddress;
import org.polydesk.domain.user.User;

/**
 * Time that was spent on tickets, and showing them to others. Source: docs/dialects/helpdesk.md,
 * section "Time and forwarding".
 */
@Controller("/api")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class WorkController {
  private final RequestForms forms;
  private final SafeRetries retries;
  private final DeskWords deskWords;
  private final AddTimeUseCase time;
  private final ReadConversationUseCase conversations;
  private final ReplyUseCase replies;

  WorkController(
      RequestForms forms,
      SafeRetries retries,
      DeskWords deskWords,
      AddTimeUseCase time,
      ReadConversationUseCase conversations,
      ReplyUseCase replies) {
    this.forms = forms;
    this.retries = retries;
    this.deskWords = deskWords;
    this.time = time;
    this.conversations = conversations;
    this.replies = replies;
  }

  /** Time that somebody added, or took away. */
  record TimeResponse(
      @JsonProperty("TicketID") long ticketId,
      @JsonProperty("UserID") Long userId,
      String userName,
      String date,
      long timeSpentInSeconds) {}

  @Post(uris = {"/AddTimeSpent", "/AddTimeSpent/{id}"})
  HttpResponse<?> add(HttpRequest<?> request, Caller caller) {
    RequestForm form = forms.read(request, HelpdeskParameters.BODIES);
    HelpdeskParameters parameters = new HelpdeskParameters(form);
    TicketRef ticket = TicketRef.any(parameters.requiredTicket("ticketId", "id"));
    long seconds = parameters.requiredNumber("timeSpentInSeconds");
    Optional<Long> status = parameters.number("statusId");
    Optional<StatusRow> row = status.flatMap(deskWords.of(caller)::row);
    parameters
        .found()
        .addIf(
            Math.abs(seconds) > Integer.MAX_VALUE,
            Violation.outOfRange("timeSpentInSeconds", Long.toString(seconds)))
        .addIf(status.isPresent() && row.isEmpty(), Violation.unknown("statusId"));
    parameters.orThrow();
    return retries.once(
        request,
        form,
        caller,
        () -> {
          time.add(ticket, Duration.ofSeconds(seconds), row.map(StatusRow::id), caller);
          return HelpdeskJson.done();
        });
  }

  @Get(uris = {"/TimeSpentLog", "/TimeSpentLog/{id}"})
  HttpResponse<byte[]> log(HttpRequest<?> request, Caller caller) {
    HelpdeskParameters parameters =
        new HelpdeskParameters(forms.read(request, HelpdeskParameters.BODIES));
    TicketNumber ticket = parameters.requiredTicket("ticketId", "id");
    parameters.orThrow();
    Conversation conversation = conversations.read(ticket, caller);
    List<TimeResponse> times =
        conversation.changes().stream()
            .flatMap(line -> line.facts().stream())
            .filter(fact -> fact.field().equals(Optional.of("timeSpent")))
            .map(fact -> time(fact, conversation))
            .toList();
    return HelpdeskJson.ok(times);
  }

  @Post(uris = {"/TimeSpentLog", "/TimeSpentLog/{id}"})
  HttpResponse<byte[]> logToo(HttpRequest<?> request, Caller caller) {
    return log(request, caller);
  }

  private static TimeResponse time(AuditFact fact, Conversation conversation) {
    Optional<User> by =
        fact.onBehalfOf()
            .or(fact::actor)
            .flatMap(id -> Optional.ofNullable(conversation.people().get(id)));
    return new TimeResponse(
        conversation.ticket().number().value(),
        by.map(User::number).orElse(null),
        by.map(user -> user.userName().orElseGet(user::displayName)).orElse(""),
        HelpdeskJson.instant(fact.at()),
        seconds(fact.newValue()) - seconds(fact.oldValue()));
  }

  private static long seconds(Optional<String> value) {
    return value.map(Long::valueOf).orElse(0L);
  }

  @Post(uris = {"/ForwardTicket", "/ForwardTicket/{id}"})
  HttpResponse<?> forward(HttpRequest<?> request, Caller caller) {
    RequestForm form = forms.read(request, HelpdeskParameters.BODIES);
    HelpdeskParameters parameters = new HelpdeskParameters(form);
    TicketRef ticket = TicketRef.any(parameters.requiredTicket("id", "ticketId"));
    List<EmailAddress> to = addresses("to", parameters);
    parameters.requiredText("to");
    List<EmailAddress> cc = addresses("cc", parameters);
    Body body = parameters.body("body");
    var files = parameters.files();
    parameters.orThrow();
    ReplyCommand command =
        new ReplyCommand(
            ticket,
            Optional.empty(),
            body,
            new Recipients(to, cc),
            false,
            files,
            UnfitFiles.REFUSED);
    return retries.once(
        request,
        form,
        caller,
        () -> {
          replies.forward(command, caller);
          return HelpdeskJson.done();
        });
  }

  private static List<EmailAddress> addresses(String name, HelpdeskParameters parameters) {
    return EmailAddress.parseList(
        name, String.join(";", parameters.texts(name)), parameters.found());
  }
}
