package org.polydesk.adapter.rest.tikting.identity;

import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.Optional;
import java.util.Set;
import org.polydesk.adapter.rest.shared.BodyKind;
import org.polydesk.adapter.rest.shared.BodyLimits;
import org.polydesk.adapter.rest.shared.RequestForm;
import org.polydesk.adapter.rest.shared.RequestForms;
import org.polydesk.adapter.rest.tikting.wire.FormReader;
import org.polydesk.adapter.rest.tikting.wire.TiktingDialect;
import org.polydesk.adapter.rest.tikting.wire.TiktingJson;
import org.polydesk.application.identity.in.SignInUseCase;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.Violation;
import org.polydesk.domain.error.Violations;
import org.polydesk.domain.user.User;

/** {@code POST /api/Users/authenticate}. Source: docs/dialects/tikting.md, section "Logging in". */
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class AuthenticateController implements AuthenticateApi {
  /** Bytes: whoever it is sends this before he is known. */
  private static final int LONGEST = 64 * 1024;

  private static final int MOST_PARAMETERS = 100;

  private final RequestForms forms;
  private final SignInUseCase signIn;
  private final TiktingTokens tokens;
  private final BodyLimits limits;

  AuthenticateController(
      RequestForms forms,
      SignInUseCase signIn,
      TiktingTokens tokens,
      @Property(name = "polydesk.http.max-request-bytes", defaultValue = "30000000")
          long requestBytes) {
    this.forms = forms;
    this.signIn = signIn;
    this.tokens = tokens;
    this.limits = new BodyLimits(Math.min(requestBytes, LONGEST), LONGEST, MOST_PARAMETERS, 0);
  }

  @Override
  @Post(TiktingDialect.AUTHENTICATE)
  public HttpResponse<byte[]> authenticate(HttpRequest<?> request) {
    RequestForm form = forms.readWithFaults(request, Set.of(BodyKind.JSON), limits);
    if (form.bodyKind() == BodyKind.NONE) {
      throw DeskException.invalid(Violation.required(""));
    }
    Violations found = new Violations();
    FormReader fields = FormReader.ofBody(form, found);
    String name = fields.requiredText("Email");
    String password = fields.requiredText("Password");
    // The flag changes nothing, but a value that is no flag is told.
    fields.flag("RememberMe");
    Optional<String> domain = fields.text("Domain");
    fields.orThrow();
    if (domain.isPresent()) {
      throw signIn.refuseByDirectory(name.strip(), password, TiktingDialect.NAME);
    }
    User user = signIn.signIn(name.strip(), password, TiktingDialect.NAME);
    return TiktingJson.response(HttpStatus.OK, AuthenticateResponse.of(user, tokens.issue(user)));
  }
}
