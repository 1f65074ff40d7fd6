package org.polydesk.bootstrap.clock;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.EnumSet;
import org.polydesk.adapter.rest.shared.BodyKind;
import org.polydesk.adapter.rest.shared.RequestForm;
import org.polydesk.adapter.rest.shared.RequestForms;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.identity.Right;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.Violation;

/** Lets administrators of a demo read and set its clock; there is no such door elsewhere. */
@Controller("/sandbox/clock")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Requires(bean = SandboxClock.class)
@ExecuteOn(TaskExecutors.BLOCKING)
final class SandboxClockController {
  private static final String NOW = "now";

  private final SandboxClock clock;
  private final RequestForms forms;
  private final Collection<DueWork> dueWork;

  SandboxClockController(SandboxClock clock, RequestForms forms, Collection<DueWork> dueWork) {
    this.clock = clock;
    this.forms = forms;
    this.dueWork = dueWork;
  }

  @Get
  SandboxTime read(Caller caller) {
    caller.mustBeAbleTo(Right.ADMINISTER);
    return SandboxTime.of(clock);
  }

  @Put
  @Consumes(MediaType.ALL)
  SandboxTime set(Caller caller, HttpRequest<?> request) {
    caller.mustBeAbleTo(Right.ADMINISTER);
    Instant now;
    try (RequestForm form = forms.read(request, EnumSet.of(BodyKind.JSON, BodyKind.FORM))) {
      now = instant(form);
    }
    clock.advanceTo(now, due -> dueWork.forEach(work -> work.runDueWork(due)));
    return SandboxTime.of(clock);
  }

  private static Instant instant(RequestForm form) {
    String text =
        form.parameters()
            .first(NOW)
            .orElseThrow(() -> DeskException.invalid(Violation.required(NOW)));
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw DeskException.invalid(Violation.malformed(NOW, text));
    }
  }
}
