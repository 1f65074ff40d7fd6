package org.polydesk.adapter.rest.simple.helpdesk.knowledge;

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
import org.polydesk.adapter.rest.simple.helpdesk.catalogue.CategoryResponse;
import org.polydesk.adapter.rest.simple.helpdesk.wire.DeskWords;
import org.polydesk.adapter.rest.simple.helpdesk.wire.HelpdeskJson;
import org.polydesk.adapter.rest.simple.helpdesk.wire.HelpdeskParameters;
import org.polydesk.adapter.rest.simple.helpdesk.wire.Words;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.knowledge.in.ReadArticlesUseCase;
import org.polydesk.application.knowledge.in.WriteArticleUseCase;
import org.polydesk.application.knowledge.in.WriteArticleUseCase.ArticleDraft;
import org.polydesk.application.shared.Slice;
import org.polydesk.domain.error.Violation;
import org.polydesk.domain.knowledge.Article;
import org.polydesk.domain.knowledge.ArticleId;

/**
 * Articles. The path of one is read by GET and written to by POST, with or without a body. Source:
 * docs/dialects/helpdesk.md, section "Knowledge".
 */
@Controller("/api")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ArticleController {
  private static final int MOST = 1000;

  private final RequestForms forms;
  private final SafeRetries retries;
  private final Origins origins;
  private final DeskWords deskWords;
  private final ReadArticlesUseCase read;
  private final WriteArticleUseCase write;

  ArticleController(
      RequestForms forms,
      SafeRetries retries,
      Origins origins,
      DeskWords deskWords,
      ReadArticlesUseCase read,
      WriteArticleUseCase write) {
    this.forms = forms;
    this.retries = retries;
    this.origins = origins;
    this.deskWords = deskWords;
    this.read = read;
    this.write = write;
  }

  /** What there is, and what it is sorted into. */
  record ArticlesResponse(List<ArticleResponse> articles, List<CategoryResponse> categories) {}

  @Get("/Articles")
  HttpResponse<byte[]> list(HttpRequest<?> request, Caller caller) {
    HelpdeskParameters parameters =
        new HelpdeskParameters(forms.read(request, HelpdeskParameters.BODIES));
    Optional<Integer> category = parameters.integer("categoryId");
    int count = parameters.integer("count").orElse(MOST);
    int page = parameters.integer("page").orElse(1);
    parameters
        .found()
        .addIf(count < 1, Violation.outOfRange("count", Integer.toString(count)))
        .addIf(page < 1, Violation.outOfRange("page", Integer.toString(page)));
    parameters.orThrow();
    Words words = deskWords.of(caller);
    String base = origins.baseUrl(request);
    return HelpdeskJson.ok(
        new ArticlesResponse(
            read.list(category, Slice.page(page, Math.min(count, MOST)), caller).stream()
                .map(heading -> ArticleResponse.of(heading, words, base))
                .toList(),
            CategoryResponse.active(words)));
  }

  @Post("/Articles")
  HttpResponse<byte[]> listToo(HttpRequest<?> request, Caller caller) {
    return list(request, caller);
  }

  @Get(uris = {"/Article", "/Article/{id}"})
  HttpResponse<byte[]> find(HttpRequest<?> request, Caller caller) {
    HelpdeskParameters parameters =
        new HelpdeskParameters(forms.read(request, HelpdeskParameters.BODIES));
    ArticleId id = new ArticleId(parameters.requiredNumber("id", "articleId"));
    parameters.orThrow();
    Article article = read.find(id, caller);
    return HelpdeskJson.ok(
        ArticleResponse.of(article, deskWords.of(caller), origins.baseUrl(request)));
  }

  @Post(uris = {"/Article", "/Article/{id}"})
  HttpResponse<?> write(HttpRequest<?> request, Caller caller) {
    RequestForm form = forms.read(request, HelpdeskParameters.BODIES);
    HelpdeskParameters parameters = new HelpdeskParameters(form);
    int category = parameters.requiredInteger("categoryId");
    String subject = parameters.requiredText("subject").orElse("");
    parameters.requiredText("body");
    ArticleDraft draft =
        new ArticleDraft(
            subject,
            parameters.body("body"),
            category,
            parameters.flag("forTechsOnly"),
            parameters.texts("tags"));
    parameters.orThrow();
    return retries.once(
        request, form, caller, () -> HelpdeskJson.ok(write.write(draft, caller).value()));
  }
}
