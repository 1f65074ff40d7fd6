package org.polydesk.adapter.rest.simple.panel.conversation;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.List;
import java.util.Optional;
import org.polydesk.adapter.rest.shared.RequestForm;
import org.polydesk.adapter.rest.shared.RequestForms;
import org.polydesk.adapter.rest.shared.SafeRetries;
import org.polydesk.adapter.rest.simple.panel.ticket.VoteResponse;
import org.polydesk.adapter.rest.simple.panel.wire.PanelBody;
import org.polydesk.adapter.rest.simple.panel.wire.PanelJson;
import org.polydesk.adapter.rest.simple.panel.wire.PanelNumbers;
import org.polydesk.adapter.rest.simple.panel.wire.PanelRoutes;
import org.polydesk.application.attachment.UnfitFiles;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.ticket.in.ClientTicketsUseCase;
import org.polydesk.application.ticket.in.ClientTicketsUseCase.ClientConversation;
import org.polydesk.application.ticket.in.CommentUseCase;
import org.polydesk.application.ticket.in.CommentUseCase.CommentCommand;
import org.polydesk.application.ticket.in.TicketRef;
import org.polydesk.domain.conversation.Body;
import org.polydesk.domain.conversation.EntryId;
import org.polydesk.domain.conversation.Visibility;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.ticket.TicketNumber;

/** Comments on a client's tickets. Source: docs/dialects/panel.md, section "Comments". */
@Controller(PanelRoutes.BASE)
@Secured(SecurityRule.IS_AUTHENTICATED)
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class PanelCommentController {
  private final RequestForms forms;
  private final SafeRetries retries;
  private final CommentUseCase comment;
  private final ClientTicketsUseCase tickets;

  PanelCommentController(
      RequestForms forms,
      SafeRetries retries,
      CommentUseCase comment,
      ClientTicketsUseCase tickets) {
    this.forms = forms;
    this.retries = retries;
    this.comment = comment;
    this.tickets = tickets;
  }

  /** All comments of a ticket. */
  record CommentsResponse(List<CommentResponse> items) {}

  @Get("/tickets/{number}/comments")
  HttpResponse<byte[]> list(String number, Caller caller) {
    return PanelJson.ok(
        new CommentsResponse(
            CommentResponse.of(tickets.conversation(PanelNumbers.ticket(number), caller))));
  }

  @Post("/tickets/{number}/comments")
  HttpResponse<?> add(String number, HttpRequest<?> request, Caller caller) {
    TicketNumber ticket = PanelNumbers.ticket(number);
    RequestForm form = forms.read(request, PanelBody.BODIES);
    PanelBody body = new PanelBody(form);
    Body text = body.requiredBody("body");
    var files = body.files();
    body.orThrow();
    CommentCommand command =
        new CommentCommand(
            TicketRef.any(ticket),
            text,
            Visibility.PUBLIC,
            false,
            Optional.empty(),
            List.of(),
            UnfitFiles.REFUSED,
            files,
            List.of(),
            Optional.empty(),
            true);
    return retries.once(
        request,
        form,
        caller,
        () -> {
          EntryId entry = comment.comment(command, caller).entry().id();
          return PanelJson.ok(shown(tickets.around(entry, caller), entry));
        });
  }

  private static CommentResponse shown(ClientConversation conversation, EntryId entry) {
    return CommentResponse.find(conversation, entry)
        .orElseThrow(() -> DeskException.notFound("comment"));
  }

  @Get("/comments/{id}")
  HttpResponse<byte[]> find(String id, Caller caller) {
    EntryId entry = PanelNumbers.comment(id);
    return PanelJson.ok(shown(tickets.around(entry, caller), entry));
  }

  @Get("/tickets/{number}/comments/{id}")
  HttpResponse<byte[]> findOfTicket(String number, String id, Caller caller) {
    checkTicket(number, id, caller);
    return find(id, caller);
  }

  @Post("/comments/{id}/vote")
  HttpResponse<byte[]> rate(String id, HttpRequest<?> request, Caller caller) {
    EntryId entry = PanelNumbers.comment(id);
    PanelBody body = new PanelBody(forms.read(request, PanelBody.BODIES));
    int score = body.requiredInteger("score");
    Optional<String> word = body.comment("comment");
    body.orThrow();
    shown(tickets.around(entry, caller), entry);
    return PanelJson.ok(VoteResponse.of(tickets.rate(entry, score, word, caller)));
  }

  @Put("/comments/{id}/vote")
  HttpResponse<byte[]> rateToo(String id, HttpRequest<?> request, Caller caller) {
    return rate(id, request, caller);
  }

  @Post("/tickets/{number}/comments/{id}/vote")
  HttpResponse<byte[]> rateOfTicket(
      String number, String id, HttpRequest<?> request, Caller caller) {
    checkTicket(number, id, caller);
    return rate(id, request, caller);
  }

  @Put("/tickets/{number}/comments/{id}/vote")
  HttpResponse<byte[]> rateOfTicketToo(
      String number, String id, HttpRequest<?> request, Caller caller) {
    return rateOfTicket(number, id, request, caller);
  }

  private void checkTicket(String number, String id, Caller caller) {
    TicketNumber ticket = PanelNumbers.ticket(number);
    ClientConversation around = tickets.around(PanelNumbers.comment(id), caller);
    if (!around.conversation().ticket().number().equals(ticket)) {
      throw DeskException.notFound("comment");
    }
  }
}
