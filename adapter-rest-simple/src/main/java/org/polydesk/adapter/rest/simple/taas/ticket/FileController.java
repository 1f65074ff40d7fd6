package org.polydesk.adapter.rest.simple.taas.ticket;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.UUID;
import org.polydesk.adapter.rest.simple.FileAnswers;
import org.polydesk.adapter.rest.simple.taas.wire.TaasRoutes;
import org.polydesk.application.attachment.in.FilesUseCase;
import org.polydesk.application.identity.Caller;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.user.Uuids;

/** The bytes of files. Source: docs/dialects/taas.md, section "Files". */
@Controller(TaasRoutes.BASE + "/attachments")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class FileController {
  private final FilesUseCase files;

  FileController(FilesUseCase files) {
    this.files = files;
  }

  @Get("/{id}")
  HttpResponse<StreamedFile> read(String id, Caller caller) {
    UUID key = Uuids.parse(id).orElseThrow(() -> DeskException.notFound("file"));
    return FileAnswers.of(files.find(key, caller))
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store");
  }
}
