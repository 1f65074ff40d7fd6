package org.polydesk.adapter.rest.simple.taas.ticket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
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
import java.util.Set;
import java.util.stream.StreamSupport;
import org.polydesk.adapter.rest.shared.BodyKind;
import org.polydesk.adapter.rest.shared.ParameterMap;
import org.polydesk.adapter.rest.shared.RequestForm;
import org.polydesk.adapter.rest.shared.RequestForms;
import org.polydesk.adapter.rest.shared.SafeRetries;
import org.polydesk.adapter.rest.shared.TextFormats;
import org.polydesk.adapter.rest.simple.taas.ticket.ActivityMapper.Activity;
import org.polydesk.adapter.rest.simple.taas.ticket.TicketForms.Word;
import org.polydesk.adapter.rest.simple.taas.wire.ContinuationTokens;
import org.polydesk.adapter.rest.simple.taas.wire.FileLinks;
import org.polydesk.adapter.rest.simple.taas.wire.TaasJson;
import org.polydesk.adapter.rest.simple.taas.wire.TaasRoutes;
import org.polydesk.adapter.rest.simple.taas.wire.Zones;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.identity.Right;
import org.polydesk.application.ticket.in.CommentUseCase.Comment;
import org.polydesk.application.ticket.in.ReadForTeamUseCase;
import org.polydesk.application.ticket.in.ReadForTeamUseCase.TeamConversation;
import org.polydesk.application.ticket.in.ServeTeamUseCase;
import org.polydesk.domain.conversation.Entry;
import org.polydesk.domain.conversation.EntryId;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.listing.BrowseCursor;
import org.polydesk.domain.ticket.TicketNumber;

/** What is said in tickets, and their files. Source: docs/dialects/taas.md. */
@Controller(TaasRoutes.BASE + "/tickets")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ActivityController {
  private static final Set<BodyKind> JSON = Set.of(BodyKind.JSON);
  private static final Set<BodyKind> FILES = Set.of(BodyKind.JSON, BodyKind.MULTIPART);
  private static final Set<BodyKind> NOTHING = Set.of(BodyKind.OTHER);
  private static final String HTML = "comment_HTML";

  private final RequestForms forms;
  private final SafeRetries retries;
  private final ReadForTeamUseCase read;
  private final ServeTeamUseCase serve;
  private final TicketPaths paths;
  private final ContinuationTokens tokens;
  private final FileLinks links;

  ActivityController(
      RequestForms forms,
      SafeRetries retries,
      ReadForTeamUseCase read,
      ServeTeamUseCase serve,
      TicketPaths paths,
      ContinuationTokens tokens,
      FileLinks links) {
    this.forms = forms;
    this.retries = retries;
    this.read = read;
    this.serve = serve;
    this.paths = paths;
    this.tokens = tokens;
    this.links = links;
  }

  @Get("/{id}/activities")
  HttpResponse<byte[]> activities(HttpRequest<?> request, String id, Caller caller) {
    return list(request, id, caller);
  }

  @Get("/{id}/comments")
  HttpResponse<byte[]> comments(HttpRequest<?> request, String id, Caller caller) {
    return list(request, id, caller);
  }

  private HttpResponse<byte[]> list(HttpRequest<?> request, String id, Caller caller) {
    ParameterMap parameters = forms.read(request, NOTHING).parameters();
    Zones.check(parameters);
    int limit = ListRequest.limit(parameters);
    TicketNumber number = paths.number(id, caller);
    TeamConversation found = read.conversation(number, caller);
    List<Activity> all =
        new ActivityMapper(found, links, request, TicketMapper.includes(parameters, HTML)).all();
    String question = "activities " + number.value();
    long after = after(request, question, caller);
    List<Activity> rest = all.subList(position(all, after), all.size());
    boolean more = rest.size() > limit;
    List<Activity> shown = more ? rest.subList(0, limit) : rest;
    return TaasJson.list(
        shown.stream().map(Activity::json).toList(),
        all.size(),
        more
            ? Optional.of(
                tokens.write(
                    new BrowseCursor(
                        Optional.of(Long.toString(shown.get(shown.size() - 1).number())), number),
                    question,
                    caller))
            : Optional.empty());
  }

  private long after(HttpRequest<?> request, String question, Caller caller) {
    return Optional.ofNullable(request.getHeaders().get(ContinuationTokens.NAME))
        .filter(token -> !token.isBlank())
        .map(token -> tokens.read(token.strip(), question, caller))
        .flatMap(BrowseCursor::key)
        .map(Long::valueOf)
        .orElse(0L);
  }

  private static int position(List<Activity> all, long after) {
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).number() == after) {
        return i + 1;
      }
    }
    return 0;
  }

  @Post("/{id}/activities")
  HttpResponse<?> addActivity(HttpRequest<?> request, String id, Caller caller) {
    return comment(request, id, caller);
  }

  @Post("/{id}/comments")
  HttpResponse<?> addComment(HttpRequest<?> request, String id, Caller caller) {
    return comment(request, id, caller);
  }

  private HttpResponse<?> comment(HttpRequest<?> request, String id, Caller caller) {
    caller.mustBeAbleTo(Right.REPLY);
    RequestForm form = forms.read(request, JSON);
    Zones.check(form.parameters());
    Word word = TicketForms.comment(form, paths.ref(id, request, caller));
    return retries.once(request, form, caller, () -> said(request, form, word, caller));
  }

  @Post("/{id}/attachments")
  HttpResponse<?> attach(HttpRequest<?> request, String id, Caller caller) {
    caller.mustBeAbleTo(Right.REPLY);
    RequestForm form = forms.read(request, FILES);
    Zones.check(form.parameters());
    Word word = TicketForms.attachments(form, paths.ref(id, request, caller));
    return retries.once(request, form, caller, () -> said(request, form, word, caller));
  }

  private MutableHttpResponse<byte[]> said(
      HttpRequest<?> request, RequestForm form, Word word, Caller caller) {
    Comment said = serve.comment(word.command(), word.user(), caller);
    Entry entry = said.entry();
    String number = Long.toString(entry.id().value());
    ObjectNode item =
        TaasJson.object()
            .put("id", number)
            .put("activityId", number)
            .put("ticketId", said.ticket().guid().toString())
            .put("ticketNo", said.ticket().number().value())
            .put("comment", TextFormats.forPlainField(entry.body()))
            .put("isPrivate", ActivityMapper.isPrivate(entry))
            .put("createdDateTime", TaasJson.instant(entry.writtenAt()));
    if (TicketMapper.includes(form.parameters(), HTML)) {
      item.put(HTML, TextFormats.forHtmlField(entry.body()));
    }
    item.set("attachments", filesOf(request, entry.id(), caller));
    item.set("user", Names.json(word.user()));
    return TaasJson.item(HttpStatus.CREATED, item);
  }

  private ArrayNode filesOf(HttpRequest<?> request, EntryId entry, Caller caller) {
    return new ActivityMapper(read.around(entry, caller), links, request, false)
        .filesOf(entry.value());
  }

  @Get("/{id}/attachments")
  HttpResponse<byte[]> attachments(HttpRequest<?> request, String id, Caller caller) {
    Zones.check(forms.read(request, NOTHING).parameters());
    TeamConversation found = read.conversation(paths.number(id, caller), caller);
    return listed(new ActivityMapper(found, links, request, false).allFiles());
  }

  @Get("/activity/{id}/attachments")
  HttpResponse<byte[]> activityAttachments(HttpRequest<?> request, String id, Caller caller) {
    Zones.check(forms.read(request, NOTHING).parameters());
    if (!id.matches("[1-9][0-9]{0,17}")) {
      throw DeskException.notFound("activity");
    }
    return listed(filesOf(request, new EntryId(Long.parseLong(id)), caller));
  }

  private static HttpResponse<byte[]> listed(ArrayNode files) {
    List<JsonNode> items = StreamSupport.stream(files.spliterator(), false).toList();
    return TaasJson.list(items, items.size(), Optional.empty());
  }
}
