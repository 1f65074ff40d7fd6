package org.polydesk.adapter.rest.simple.helpdesk.conversation;

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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.polydesk.adapter.rest.shared.Origins;
import org.polydesk.adapter.rest.shared.RequestForm;
import org.polydesk.adapter.rest.shared.RequestForms;
import org.polydesk.adapter.rest.shared.SafeRetries;
import org.polydesk.adapter.rest.simple.helpdesk.wire.DeskWords;
import org.polydesk.adapter.rest.simple.helpdesk.wire.HelpdeskJson;
import org.polydesk.adapter.rest.simple.helpdesk.wire.HelpdeskParameters;
import org.polydesk.application.attachment.UnfitFiles;
import org.polydesk.application.directory.in.UserDirectoryUseCase;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.identity.Right;
import org.polydesk.application.ticket.in.CommentUseCase;
import org.polydesk.application.ticket.in.CommentUseCase.CommentCommand;
import org.polydesk.application.ticket.in.EditEntryUseCase;
import org.polydesk.application.ticket.in.ReadConversationUseCase;
import org.polydesk.application.ticket.in.TicketRef;
import org.polydesk.domain.conversation.Body;
import org.polydesk.domain.conversation.EntryId;
import org.polydesk.domain.conversation.Visibility;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.Violation;
import org.polydesk.domain.ticket.TicketNumber;
import org.polydesk.domain.user.User;
import org.polydesk.domain.user.UserId;

/** Comments. Source: docs/dialects/helpdesk.md, section "Comments". */
@Controller("/api")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class CommentController {
  private final RequestForms forms;
  private final SafeRetries retries;
  private final Origins origins;
  private final DeskWords words;
  private final CommentUseCase comments;
  private final EditEntryUseCase editEntry;
  private final ReadConversationUseCase conversations;
  private final UserDirectoryUseCase people;

  CommentController(
      RequestForms forms,
      SafeRetries retries,
      Origins origins,
      DeskWords words,
      CommentUseCase comments,
      EditEntryUseCase editEntry,
      ReadConversationUseCase conversations,
      UserDirectoryUseCase people) {
    this.forms = forms;
    this.retries = retries;
    this.origins = origins;
    this.words = words;
    this.comments = comments;
    this.editEntry = editEntry;
    this.conversations = conversations;
    this.people = people;
  }

  @Post(uris = {"/Comment", "/Comment/{id}"})
  HttpResponse<?> comment(HttpRequest<?> request, Caller caller) {
    return comment(request, forms.read(request, HelpdeskParameters.BODIES), caller);
  }

  /** Clients comment by GET too; without a text there is nothing to say. */
  @Get(uris = {"/Comment", "/Comment/{id}"})
  HttpResponse<?> commentByGet(HttpRequest<?> request, Caller caller) {
    RequestForm form = forms.read(request, HelpdeskParameters.BODIES);
    if (!form.parameters().has("body")) {
      throw DeskException.notFound("method");
    }
    return comment(request, form, caller);
  }

  private HttpResponse<?> comment(HttpRequest<?> request, RequestForm form, Caller caller) {
    CommentCommand command = command(new HelpdeskParameters(form), caller);
    return retries.once(
        request,
        form,
        caller,
        () -> HelpdeskJson.ok(comments.comment(command, caller).entry().id().value()));
  }

  private CommentCommand command(HelpdeskParameters parameters, Caller caller) {
    TicketNumber ticket = parameters.requiredTicket("id", "ticketId");
    parameters.requiredText("body");
    Body body = parameters.body("body");
    // Of a client it means nothing; of a technician it must never become public.
    boolean heeded = caller.may(Right.NOTE) || caller.may(Right.READ_NOTES);
    boolean internal = parameters.flag("forTechsOnly") && heeded;
    boolean system = parameters.flag("isSystem") && heeded;
    Optional<Set<Long>> recipients = parameters.numbers("recipientIds");
    Optional<Long> from = parameters.number("fromUserId");
    parameters.orThrow();
    if (from.isPresent()) {
      caller.mustBeAbleTo(Right.ADMINISTER);
    }
    Set<Long> named = new HashSet<>(recipients.orElse(Set.of()));
    from.ifPresent(named::add);
    Map<Long, User> known = people.byNumbers(named, caller);
    parameters
        .found()
        .addIf(
            from.filter(n -> !known.containsKey(n)).isPresent(), Violation.unknown("fromUserId"));
    parameters.orThrow();
    return new CommentCommand(
        TicketRef.any(ticket),
        body,
        internal ? Visibility.INTERNAL : Visibility.PUBLIC,
        system,
        from.map(known::get).map(User::id),
        parameters.files(),
        UnfitFiles.REFUSED,
        List.of(),
        List.of(),
        recipients.map(numbers -> ids(numbers, known)),
        false);
  }

  private static Set<UserId> ids(Set<Long> numbers, Map<Long, User> known) {
    return numbers.stream()
        .filter(known::containsKey)
        .map(number -> known.get(number).id())
        .collect(Collectors.toSet());
  }

  @Post(uris = {"/UpdateComment", "/UpdateComment/{id}"})
  HttpResponse<byte[]> update(HttpRequest<?> request, Caller caller) {
    HelpdeskParameters parameters =
        new HelpdeskParameters(forms.read(request, HelpdeskParameters.BODIES));
    EntryId entry = new EntryId(parameters.requiredNumber("id", "commentId"));
    parameters.requiredText("body");
    Body body = parameters.body("body");
    Optional<Visibility> readers =
        parameters
            .optionalFlag("forTechsOnly")
            .map(internal -> internal ? Visibility.INTERNAL : Visibility.PUBLIC);
    parameters.orThrow();
    editEntry.edit(entry, body, readers, caller);
    return HelpdeskJson.done();
  }

  @Get(uris = {"/Comments", "/Comments/{id}"})
  HttpResponse<byte[]> list(HttpRequest<?> request, Caller caller) {
    HelpdeskParameters parameters =
        new HelpdeskParameters(forms.read(request, HelpdeskParameters.BODIES));
    TicketNumber ticket = parameters.requiredTicket("id", "ticketId");
    parameters.orThrow();
    return HelpdeskJson.ok(
        new CommentMapper(
                conversations.read(ticket, caller), words.of(caller), origins.baseUrl(request))
            .comments());
  }

  @Post(uris = {"/Comments", "/Comments/{id}"})
  HttpResponse<byte[]> listToo(HttpRequest<?> request, Caller caller) {
    return list(request, caller);
  }
}
