package org.polydesk.adapter.rest.simple.panel.attachment;

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
import java.util.Set;
import java.util.UUID;
import org.polydesk.adapter.rest.shared.BodyKind;
import org.polydesk.adapter.rest.shared.RequestForm;
import org.polydesk.adapter.rest.shared.RequestForms;
import org.polydesk.adapter.rest.shared.SafeRetries;
import org.polydesk.adapter.rest.shared.UploadedFile;
import org.polydesk.adapter.rest.simple.FileAnswers;
import org.polydesk.adapter.rest.simple.panel.wire.PanelJson;
import org.polydesk.adapter.rest.simple.panel.wire.PanelRoutes;
import org.polydesk.application.attachment.NewAttachment;
import org.polydesk.application.attachment.in.FilesUseCase;
import org.polydesk.application.identity.Caller;
import org.polydesk.domain.attachment.Attachment;
import org.polydesk.domain.attachment.FileTypePolicy;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.Violation;
import org.polydesk.domain.user.Uuids;

/** The file store. Source: docs/dialects/panel.md, section "Files". */
@Controller(PanelRoutes.FILES)
@Secured(SecurityRule.IS_AUTHENTICATED)
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class FileController {
  private static final long MOST_BYTES = 20_000_000;

  private final RequestForms forms;
  private final SafeRetries retries;
  private final FilesUseCase files;
  private final FileTypePolicy types;

  FileController(
      RequestForms forms, SafeRetries retries, FilesUseCase files, FileTypePolicy types) {
    this.forms = forms;
    this.retries = retries;
    this.files = files;
    this.types = types;
  }

  /** A file that was taken in. */
  record FileResponse(String id, String name, long size) {}

  /** Extensions that are taken. */
  record ExtensionsResponse(List<String> items) {}

  @Post
  HttpResponse<?> upload(HttpRequest<?> request, Caller caller) {
    RequestForm form = forms.read(request, Set.of(BodyKind.MULTIPART));
    List<UploadedFile> sent = form.files();
    if (sent.size() != 1) {
      throw DeskException.invalid(Violation.required("file"));
    }
    UploadedFile file = sent.get(0);
    if (file.blob().size() > MOST_BYTES) {
      throw DeskException.tooLarge(MOST_BYTES);
    }
    return retries.once(
        request,
        form,
        caller,
        () -> {
          Attachment staged = files.stage(new NewAttachment(file.name(), file.blob()), caller);
          return PanelJson.ok(
              new FileResponse(staged.publicId().toString(), staged.name().text(), staged.size()));
        });
  }

  @Get("/extensions")
  HttpResponse<byte[]> extensions() {
    return PanelJson.ok(new ExtensionsResponse(types.extensions().stream().sorted().toList()));
  }

  @Get("/{id}")
  HttpResponse<?> bytes(String id, Caller caller) {
    UUID key = Uuids.parse(id).orElseThrow(() -> DeskException.notFound("file"));
    return FileAnswers.of(files.find(key, caller));
  }
}
