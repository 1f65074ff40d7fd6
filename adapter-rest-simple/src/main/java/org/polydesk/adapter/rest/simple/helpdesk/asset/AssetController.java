package org.polydesk.adapter.rest.simple.helpdesk.asset;

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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.polydesk.adapter.rest.shared.RequestForm;
import org.polydesk.adapter.rest.shared.RequestForms;
import org.polydesk.adapter.rest.shared.SafeRetries;
import org.polydesk.adapter.rest.simple.helpdesk.field.FieldForms;
import org.polydesk.adapter.rest.simple.helpdesk.ticket.TicketSummaryResponse;
import org.polydesk.adapter.rest.simple.helpdesk.wire.DeskWords;
import org.polydesk.adapter.rest.simple.helpdesk.wire.HelpdeskJson;
import org.polydesk.adapter.rest.simple.helpdesk.wire.HelpdeskParameters;
import org.polydesk.adapter.rest.simple.helpdesk.wire.Words;
import org.polydesk.application.asset.in.AssetDraft;
import org.polydesk.application.asset.in.AssetFieldsUseCase;
import org.polydesk.application.asset.in.KeepAssetsUseCase;
import org.polydesk.application.asset.in.ReadAssetsUseCase;
import org.polydesk.application.asset.in.ReadAssetsUseCase.AssetDetails;
import org.polydesk.application.asset.in.ReadAssetsUseCase.AssetQuery;
import org.polydesk.application.asset.in.ReadAssetsUseCase.AssetView;
import org.polydesk.application.field.in.FieldEdits;
import org.polydesk.application.field.in.FilledField;
import org.polydesk.application.field.in.RecordFieldsUseCase;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.identity.Right;
import org.polydesk.application.shared.Edit;
import org.polydesk.application.shared.Slice;
import org.polydesk.application.ticket.in.BrowseTicketsUseCase;
import org.polydesk.application.ticket.in.BrowseTicketsUseCase.BrowseWindow;
import org.polydesk.domain.asset.AssetId;
import org.polydesk.domain.catalogue.FieldSubject;
import org.polydesk.domain.error.Violation;
import org.polydesk.domain.listing.BrowseOrder;
import org.polydesk.domain.listing.BrowseQuery;
import org.polydesk.domain.ticket.TicketNumber;

/** What people are given to work with. Source: docs/dialects/helpdesk.md, section "Assets". */
@Controller("/api")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class AssetController {
  private static final int PAGE = 50;

  private final RequestForms forms;
  private final SafeRetries retries;
  private final DeskWords deskWords;
  private final ReadAssetsUseCase read;
  private final KeepAssetsUseCase keep;
  private final AssetFieldsUseCase fields;
  private final RecordFieldsUseCase customFields;
  private final BrowseTicketsUseCase browse;

  AssetController(
      RequestForms forms,
      SafeRetries retries,
      DeskWords deskWords,
      ReadAssetsUseCase read,
      KeepAssetsUseCase keep,
      AssetFieldsUseCase fields,
      RecordFieldsUseCase customFields,
      BrowseTicketsUseCase browse) {
    this.forms = forms;
    this.retries = retries;
    this.deskWords = deskWords;
    this.read = read;
    this.keep = keep;
    this.fields = fields;
    this.customFields = customFields;
    this.browse = browse;
  }

  private HelpdeskParameters read(HttpRequest<?> request) {
    return new HelpdeskParameters(forms.read(request, HelpdeskParameters.BODIES));
  }

  @Get("/Assets")
  HttpResponse<byte[]> list(HttpRequest<?> request, Caller caller) {
    HelpdeskParameters parameters = read(request);
    int page = parameters.integer("page").orElse(1);
    parameters.found().addIf(page < 1, Violation.outOfRange("page", Integer.toString(page)));
    AssetQuery query =
        new AssetQuery(
            parameters.number("assignedToUserId"),
            parameters.integer("assignedToCompanyId"),
            parameters.integer("assignedToDepartmentId"),
            parameters.number("assignedToTicketId").map(TicketNumber::new),
            parameters.text("nameprefix"),
            parameters.flag("includeDisabled"));
    parameters.orThrow();
    Words words = deskWords.of(caller);
    List<AssetView> found = read.list(query, Slice.page(page, PAGE), caller);
    Map<AssetId, List<FilledField>> filled =
        fields.ofShown(found.stream().map(view -> view.asset().id()).toList(), caller);
    return HelpdeskJson.ok(
        found.stream()
            .map(view -> AssetResponse.of(view, filled.get(view.asset().id()), words, caller))
            .toList());
  }

  @Post("/Assets")
  HttpResponse<byte[]> listToo(HttpRequest<?> request, Caller caller) {
    return list(request, caller);
  }

  @Get(uris = {"/Asset", "/Asset/{id}"})
  HttpResponse<byte[]> find(HttpRequest<?> request, Caller caller) {
    HelpdeskParameters parameters = read(request);
    AssetId asset = asset(parameters);
    parameters.orThrow();
    return shown(asset, caller);
  }

  private static AssetId asset(HelpdeskParameters parameters) {
    return new AssetId(parameters.requiredNumber("id", "assetId"));
  }

  private HttpResponse<byte[]> shown(AssetId asset, Caller caller) {
    AssetDetails details = read.find(asset, caller);
    Words words = deskWords.of(caller);
    return HelpdeskJson.ok(
        AssetResponse.of(
            details.view(),
            fields.ofShown(List.of(asset), caller).get(asset),
            words,
            tickets(details.tickets(), words, caller),
            details.log(),
            caller));
  }

  private List<TicketSummaryResponse> tickets(
      List<TicketNumber> numbers, Words words, Caller caller) {
    if (numbers.isEmpty()) {
      return List.of();
    }
    BrowseQuery query =
        BrowseQuery.builder()
            .numbers(new HashSet<>(numbers))
            .order(BrowseOrder.NEWEST_FIRST)
            .build();
    boolean notes = caller.may(Right.READ_NOTES);
    return browse
        .browse(query, BrowseWindow.slice(0, ReadAssetsUseCase.MOST_SHOWN), caller)
        .tickets()
        .stream()
        .map(ticket -> TicketSummaryResponse.of(ticket, words, notes))
        .toList();
  }

  @Post(uris = {"/Asset", "/Asset/{id}"})
  HttpResponse<?> add(HttpRequest<?> request, Caller caller) {
    RequestForm form = forms.read(request, HelpdeskParameters.BODIES);
    HelpdeskParameters parameters = new HelpdeskParameters(form);
    parameters.requiredText("modelName");
    AssetDraft draft = draft(parameters);
    parameters.orThrow();
    return retries.once(
        request,
        form,
        caller,
        () -> HelpdeskJson.ok(Map.of("id", keep.add(draft, caller).value())));
  }

  @Post(uris = {"/UpdateAsset", "/UpdateAsset/{id}"})
  HttpResponse<byte[]> update(HttpRequest<?> request, Caller caller) {
    HelpdeskParameters parameters = read(request);
    AssetId asset = asset(parameters);
    AssetDraft draft = draft(parameters);
    parameters.orThrow();
    keep.update(asset, draft, caller);
    return shown(asset, caller);
  }

  /** What is blank is left alone, but a company of 0 is none. */
  private static AssetDraft draft(HelpdeskParameters parameters) {
    Optional<Integer> company = parameters.integer("companyId");
    return new AssetDraft(
        text(parameters, "modelName"),
        text(parameters, "manufacturer"),
        text(parameters, "type"),
        text(parameters, "supplier"),
        text(parameters, "serialNumber"),
        text(parameters, "location"),
        parameters.text("comments"),
        parameters.integer("quantity"),
        company.isPresent() ? Edit.set(company.filter(id -> id != 0)) : Edit.keep(),
        parameters.optionalFlag("disabled"));
  }

  private static Optional<String> text(HelpdeskParameters parameters, String name) {
    return parameters.text(name).map(String::strip);
  }

  @Post("/SetCustomFieldForAsset")
  HttpResponse<byte[]> setField(HttpRequest<?> request, Caller caller) {
    HelpdeskParameters parameters = read(request);
    AssetId asset = asset(parameters);
    FieldEdits edits =
        new FieldForms(parameters, customFields.known(FieldSubject.ASSET, caller)).one();
    parameters.orThrow();
    fields.set(asset, edits, caller);
    return HelpdeskJson.done();
  }

  @Post(uris = {"/DisableAsset", "/DisableAsset/{id}"})
  HttpResponse<byte[]> disable(HttpRequest<?> request, Caller caller) {
    HelpdeskParameters parameters = read(request);
    AssetId asset = namedAsset(parameters);
    parameters.orThrow();
    keep.update(asset, AssetDraft.NOTHING.outOfUse(), caller);
    return HelpdeskJson.done();
  }

  private static AssetId namedAsset(HelpdeskParameters parameters) {
    return new AssetId(parameters.requiredNumber("assetId", "id"));
  }

  @Post("/AssignAssetToUser")
  HttpResponse<byte[]> give(HttpRequest<?> request, Caller caller) {
    HelpdeskParameters parameters = read(request);
    AssetId asset = namedAsset(parameters);
    long user = parameters.requiredNumber("userId");
    parameters.orThrow();
    keep.give(asset, user, caller);
    return HelpdeskJson.done();
  }

  @Post("/UnAssignAssetToUser")
  HttpResponse<byte[]> take(HttpRequest<?> request, Caller caller) {
    HelpdeskParameters parameters = read(request);
    AssetId asset = namedAsset(parameters);
    long user = parameters.requiredNumber("userId");
    parameters.orThrow();
    keep.take(asset, user, caller);
    return HelpdeskJson.done();
  }

  @Post("/AddAssetToTicket")
  HttpResponse<byte[]> attach(HttpRequest<?> request, Caller caller) {
    HelpdeskParameters parameters = read(request);
    AssetId asset = namedAsset(parameters);
    TicketNumber ticket = parameters.requiredTicket("ticketId");
    parameters.orThrow();
    keep.attach(asset, ticket, caller);
    return HelpdeskJson.done();
  }
}
