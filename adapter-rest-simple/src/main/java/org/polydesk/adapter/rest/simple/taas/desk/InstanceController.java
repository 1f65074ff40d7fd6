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
import org.polydesk.domain.catalogue.Catalogue;
import org.polydesk.domain.catalogue.Tag;
import org.polydesk.domain.catalogue.TagCategory;

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
    Zones.check(forms.read(request, NOTHING).parameters());
    return TaasJson.item(HttpStatus.OK, InstanceMapper.toItem(read.desk(caller)));
  }

  @Get("/tags")
  HttpResponse<byte[]> tags(Caller caller) {
    DeskSetup setup = read.setup(caller);
    Catalogue catalogue = setup.catalogue();
    Map<UUID, List<Tag>> categories = new LinkedHashMap<>();
    catalogue.tagCategories().forEach(known -> categories.put(known.id(), new ArrayList<>()));
    catalogue
        .tags()
        .forEach(
            tag -> categories.computeIfAbsent(tag.category(), c -> new ArrayList<>()).add(tag));
    List<ObjectNode> items =
        categories.entrySet().stream()
            .map(entry -> category(catalogue.tagCategory(entry.getKey()), entry.getValue(), setup))
            .toList();
    return TaasJson.list(items, items.size(), Optional.empty());
  }

  private static ObjectNode category(TagCategory category, List<Tag> tags, DeskSetup setup) {
    ObjectNode item =
        TaasJson.object()
            .put("id", category.id().toString())
            .put("instanceId", setup.desk().publicId().toString())
            .put("text", category.name())
            .put("color", category.color())
            .put("deleted", category.deleted());
    ArrayNode words = item.putArray("tags");
    tags.forEach(tag -> words.addObject().put("text", tag.text()).put("deleted", tag.deleted()));
    return item;
  }
}
