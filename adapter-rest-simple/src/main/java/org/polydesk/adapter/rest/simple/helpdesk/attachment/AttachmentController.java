package org.polydesk.adapter.rest.simple.helpdesk.attachment;

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
import org.polydesk.adapter.rest.shared.Origins;
import org.polydesk.adapter.rest.shared.RequestForm;
import org.polydesk.adapter.rest.shared.RequestForms;
import org.polydesk.adapter.rest.shared.SafeRetries;
import org.polydesk.adapter.rest.simple.FileAnswers;
import org.polydesk.adapter.rest.simple.helpdesk.wire.HelpdeskJson;
import org.polydesk.adapter.rest.simple.helpdesk.wire.HelpdeskParameters;
import org.polydesk.application.attachment.NewAttachment;
import org.polydesk.application.attachment.UnfitFiles;
import org.polydesk.application.attachment.in.FilesUseCase;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.ticket.in.ReadConversationUseCase;
import org.polydesk.application.ticket.in.ReadConversationUseCase.Conversation;
import org.polydesk.application.ticket.in.TicketRef;
import org.polydesk.application.ticket.in.TicketUpkeepUseCase;
import org.polydesk.domain.attachment.AttachmentId;
import org.polydesk.domain.conversation.EntryId;
import org.polydesk.domain.error.Violation;
import org.polydesk.domain.ticket.TicketNumber;

/** Files of tickets. Source: docs/dialects/helpdesk.md, section "Files". */
@Controller
@Secured(SecurityRule.IS_AUTHENTICATED)
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class AttachmentController {
  private final RequestForms forms;
  private final SafeRetries retries;
  private final Origins origins;
  private final ReadConversationUseCase conversations;
  private final FilesUseCase files;
  private final TicketUpkeepUseCase upkeep;

  AttachmentController(
      RequestForms forms,
      SafeRetries retries,
      Origins origins,
      ReadConversationUseCase conversations,
      FilesUseCase files,
      TicketUpkeepUseCase upkeep) {
    this.forms = forms;
    this.retries = retries;
    this.origins = origins;
    this.conversations = conversations;
    this.files = files;
    this.upkeep = upkeep;
  }

  private RequestForm read(HttpRequest<?> request) {
    return forms.read(request, HelpdeskParameters.BODIES);
  }

  @Get(uris = {"/api/Attachments", "/api/Attachments/{id}"})
  HttpResponse<byte[]> list(HttpRequest<?> request, Caller caller) {
    HelpdeskParameters parameters = new HelpdeskParameters(read(request));
    Optional<Long> comment = parameters.number("commentId");
    String base = origins.baseUrl(request);
    if (comment.isPresent()) {
      parameters.orThrow();
      Conversation conversation = conversations.around(new EntryId(comment.get()), caller);
      return HelpdeskJson.ok(
          TicketFiles.of(conversation, base).stream()
              .filter(file -> file.commentId() == comment.get())
              .toList());
    }
    TicketNumber ticket = parameters.requiredTicket("id", "ticketId");
    parameters.orThrow();
    return HelpdeskJson.ok(TicketFiles.of(conversations.read(ticket, caller), base));
  }

  @Post(uris = {"/api/Attachments", "/api/Attachments/{id}"})
  HttpResponse<byte[]> listToo(HttpRequest<?> request, Caller caller) {
    return list(request, caller);
  }

  @Get(
      uris = {"/api/Attachment", "/api/Attachment/{id}", "/File/Get", "/File/Get/{id}"},
      headRoute = false)
  HttpResponse<?> bytes(HttpRequest<?> request, Caller caller) {
    HelpdeskParameters parameters = new HelpdeskParameters(read(request));
    AttachmentId id = new AttachmentId(parameters.requiredNumber("id", "fileId"));
    parameters.orThrow();
    return FileAnswers.of(files.find(id, caller));
  }

  @Get(uris = {"/api/DeleteFile", "/api/DeleteFile/{id}"})
  HttpResponse<byte[]> remove(HttpRequest<?> request, Caller caller) {
    HelpdeskParameters parameters = new HelpdeskParameters(read(request));
    AttachmentId id = new AttachmentId(parameters.requiredNumber("id", "fileId"));
    parameters.orThrow();
    files.remove(id, caller);
    return HelpdeskJson.done();
  }

  @Post(uris = {"/api/DeleteFile", "/api/DeleteFile/{id}"})
  HttpResponse<byte[]> removeToo(HttpRequest<?> request, Caller caller) {
    return remove(request, caller);
  }

  @Post(uris = {"/api/AttachFile", "/api/AttachFile/{id}"})
  HttpResponse<?> attach(HttpRequest<?> request, Caller caller) {
    RequestForm form = read(request);
    HelpdeskParameters parameters = new HelpdeskParameters(form);
    TicketNumber ticket = parameters.requiredTicket("id", "ticketId");
    List<NewAttachment> sent = parameters.files();
    parameters.found().addIf(sent.isEmpty(), Violation.required("file"));
    parameters.orThrow();
    return retries.once(
        request,
        form,
        caller,
        () -> {
          upkeep.addFiles(TicketRef.any(ticket), sent, UnfitFiles.REFUSED, caller);
          return HelpdeskJson.done();
        });
  }
}
