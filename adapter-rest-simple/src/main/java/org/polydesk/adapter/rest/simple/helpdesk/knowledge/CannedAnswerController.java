package org.polydesk.adapter.rest.simple.helpdesk.knowledge;

import com.fasterxml.jackson.annotation.JsonProperty;
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
import org.polydesk.adapter.rest.shared.TextFormats;
import org.polydesk.adapter.rest.simple.helpdesk.wire.HelpdeskJson;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.knowledge.in.ReadCannedAnswersUseCase;
import org.polydesk.domain.knowledge.CannedAnswer;

/** Canned answers. Source: docs/dialects/helpdesk.md, section "Canned answers". */
@Controller("/api/CommentTemplates")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class CannedAnswerController {
  private final ReadCannedAnswersUseCase answers;

  CannedAnswerController(ReadCannedAnswersUseCase answers) {
    this.answers = answers;
  }

  /** A canned answer; its body is no comment's yet and has no marker. */
  record CommentTemplateResponse(
      @JsonProperty("TemplateID") int templateId,
      String name,
      String body,
      boolean forTechsOnly,
      @JsonProperty("CategoryID") Integer categoryId) {
    static CommentTemplateResponse of(CannedAnswer answer) {
      return new CommentTemplateResponse(
          answer.id(),
          answer.name(),
          TextFormats.forHtmlField(answer.body()),
          answer.internal(),
          answer.categoryId().orElse(null));
    }
  }

  @Get
  HttpResponse<byte[]> list(Caller caller) {
    return HelpdeskJson.ok(
        answers.cannedAnswers(caller).stream().map(CommentTemplateResponse::of).toList());
  }

  @Post
  HttpResponse<byte[]> listToo(Caller caller) {
    return list(caller);
  }
}
