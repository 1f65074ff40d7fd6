package org.polydesk.adapter.rest.simple.panel.catalogue;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.List;
import org.polydesk.adapter.rest.simple.panel.wire.PanelJson;
import org.polydesk.adapter.rest.simple.panel.wire.PanelRoutes;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.ticket.in.ClientTicketsUseCase;

/** What tickets can be about. Source: docs/dialects/panel.md, section "Topics". */
@Controller(PanelRoutes.BASE + "/topics")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class TopicController {
  private final ClientTicketsUseCase tickets;

  TopicController(ClientTicketsUseCase tickets) {
    this.tickets = tickets;
  }

  /** All topics. */
  record TopicsResponse(List<TopicResponse> items) {}

  /** A topic. */
  record TopicResponse(String key, NameResponse name) {}

  /** What it is called. */
  record NameResponse(String en, String ru) {}

  @Get
  HttpResponse<byte[]> list(Caller caller) {
    return PanelJson.ok(
        new TopicsResponse(
            tickets.topics(caller).stream()
                .map(
                    topic ->
                        new TopicResponse(
                            topic.key(), new NameResponse(topic.english(), topic.russian())))
                .toList()));
  }
}
