package org.polydesk.adapter.rest.simple.taas.desk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.polydesk.adapter.rest.shared.BodyKind;
import org.polydesk.adapter.rest.shared.RequestForms;
import org.polydesk.adapter.rest.simple.taas.wire.TaasJson;
import org.polydesk.adapter.rest.simple.taas.wire.TaasRoutes;
import org.polydesk.adapter.rest.simple.taas.wire.Zones;
import org.polydesk.application.desk.DeskSetup;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.ticket.in.ReadForTeamUseCase;
import org.polydesk.domain.catalogue.Tag;
import org.polydesk.domain.error.Violations;

/** The desk and its tags. Source: docs/dialects/taas.md, section "The instance". */
@Controller(TaasRoutes.BASE)
@Secured(SecurityRule.IS_AUTHENTICATED)
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class InstanceController {
  private static final Set<BodyKind> NOTHING = Set.of(BodyKind.OTHER);

  private final RequestForms forms;
  private final ReadForTeamUseCase read;

  InstanceController(RequestForms forms, ReadForTeamUseCase read) {
    this.forms = forms;
    this.read = read;
  }

  @Get("/instance")
  HttpResponse<byte[]> instance(HttpRequest<?> request, Caller caller) {
    Violations found = new Violations();
    Zones.read(forms.read(request, NOTHING).parameters(), found);
    found.orThrow();
    return TaasJson.item(HttpStatus.OK, InstanceMapper.toItem(read.desk(caller)));
  }

  @Get("/tags")
  HttpResponse<byte[]> tags(Caller caller) {
    DeskSetup setup = read.setup(caller);
    Map<UUID, List<Tag>> categories = new LinkedHashMap<>();
    setup
        .catalogue()
        .tags()
        .forEach(
            tag -> categories.computeIfAbsent(tag.category(), c -> new ArrayList<>()).add(tag));
    List<ObjectNode> items =
        categories.entrySet().stream()
            .map(entry -> category(entry.getKey(), entry.getValue(), setup))
            .toList();
    return TaasJson.list(items, items.size(), Optional.empty());
  }

  private static ObjectNode category(UUID id, List<Tag> tags, DeskSetup setup) {
    ObjectNode item =
        TaasJson.object()
            .put("id", id.toString())
            .put("instanceId", setup.desk().publicId().toString())
            .put("text", "Topics")
            .put("color", "#6264A7")
            .put("deleted", false);
    ArrayNode words = item.putArray("tags");
    tags.forEach(tag -> words.addObject().put("text", tag.text()).put("deleted", false));
    return item;
  }
}
