package org.polydesk.adapter.rest.simple.helpdesk.mcp;

import io.modelcontextprotocol.spec.McpSchema.JsonSchema;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.polydesk.adapter.rest.shared.ParameterMap;
import org.polydesk.adapter.rest.shared.RequestForm;
import org.polydesk.adapter.rest.shared.WholeNumbers;
import org.polydesk.adapter.rest.simple.helpdesk.conversation.CommentMapper;
import org.polydesk.adapter.rest.simple.helpdesk.conversation.CommentResponse;
import org.polydesk.adapter.rest.simple.helpdesk.ticket.TicketDetailResponse;
import org.polydesk.adapter.rest.simple.helpdesk.ticket.TicketDetails;
import org.polydesk.adapter.rest.simple.helpdesk.ticket.TicketLists;
import org.polydesk.adapter.rest.simple.helpdesk.ticket.TicketSummaryResponse;
import org.polydesk.adapter.rest.simple.helpdesk.wire.DeskWords;
import org.polydesk.adapter.rest.simple.helpdesk.wire.HelpdeskJson;
import org.polydesk.adapter.rest.simple.helpdesk.wire.HelpdeskParameters;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.ticket.in.ReadConversationUseCase;
import org.polydesk.application.ticket.in.ReadConversationUseCase.Conversation;
import org.polydesk.domain.ticket.TicketNumber;

/**
 * What a model can ask of the desk: it reads what its user reads, in the shapes that the dialect
 * has anyway. Source: docs/dialects/helpdesk.md, section "Models".
 */
@Singleton
final class ModelTools {
  private static final int DEFAULT_COUNT = 25;
  private static final int MOST = 100;
  private static final int MAX_PLAIN_SCALE = 64;

  private final TicketLists lists;
  private final TicketDetails details;
  private final ReadConversationUseCase conversations;
  private final DeskWords deskWords;

  ModelTools(
      TicketLists lists,
      TicketDetails details,
      ReadConversationUseCase conversations,
      DeskWords deskWords) {
    this.lists = lists;
    this.details = details;
    this.conversations = conversations;
    this.deskWords = deskWords;
  }

  /** What one tool does: arguments in, a JSON text out. */
  interface Work {
    String on(ParameterMap arguments, Caller caller, String base);
  }

  /** A tool and what it does. */
  record ModelTool(Tool tool, Work work) {}

  /** A list of tickets as a model reads it. */
  record TicketsResult(List<TicketSummaryResponse> tickets) {}

  /** A ticket as a model reads it; its comments come the newest first. */
  record TicketResult(TicketDetailResponse ticket, List<CommentResponse> comments) {}

  List<ModelTool> all() {
    return List.of(
        new ModelTool(
            tool(
                "jitbit_search_tickets",
                "Search tickets",
                "Finds tickets that hold every word of the query in their subject, text or comments.",
                searchArguments(),
                List.of("query")),
            this::search),
        new ModelTool(
            tool(
                "jitbit_list_tickets",
                "List tickets",
                "Lists tickets, the last updated first.",
                listArguments(),
                List.of()),
            this::list),
        new ModelTool(
            tool(
                "jitbit_get_ticket",
                "Read a ticket",
                "Reads one ticket with its comments, the newest first.",
                Map.of("ticketId", argument("integer", "The number of the ticket.")),
                List.of("ticketId")),
            this::find));
  }

  private static Tool tool(
      String name,
      String title,
      String description,
      Map<String, Object> arguments,
      List<String> required) {
    return Tool.builder()
        .name(name)
        .title(title)
        .description(description)
        .inputSchema(new JsonSchema("object", arguments, required, null, null, null))
        .annotations(new ToolAnnotations(title, true, false, true, false, null))
        .build();
  }

  private static Map<String, Object> searchArguments() {
    Map<String, Object> arguments = new LinkedHashMap<>();
    arguments.put("query", argument("string", "The words to look for, or a ticket's number."));
    arguments.put("categoryId", numbers("Only tickets of these categories."));
    arguments.put("statusId", numbers("Only tickets in these statuses: 1 new, 2 in progress, …"));
    arguments.put("assignedToUserId", argument("integer", "Only tickets of this technician."));
    addShared(arguments);
    return arguments;
  }

  private static Map<String, Object> listArguments() {
    Map<String, Object> arguments = new LinkedHashMap<>();
    arguments.put(
        "mode",
        Map.of(
            "type",
            "string",
            "enum",
            List.of("all", "unanswered", "unclosed", "handledbyme", "updated"),
            "description",
            "Which tickets; all of them by default."));
    arguments.put("categoryId", numbers("Only tickets of these categories."));
    arguments.put(
        "statuses",
        argument("string", "Only tickets in these statuses: numbers or names, with commas."));
    arguments.put("handledByUserID", argument("integer", "Only tickets of this technician."));
    arguments.put("fromCompanyId", argument("integer", "Only tickets of this company's people."));
    arguments.put("tagName", argument("string", "Only tickets with this tag."));
    arguments.put("updatedFrom", argument("string", "Updated on this day or later: 2026-03-04."));
    arguments.put("updatedTo", argument("string", "Updated on this day or earlier."));
    arguments.put("dueInDays", argument("integer", "Due within so many days, or overdue."));
    addShared(arguments);
    return arguments;
  }

  private static void addShared(Map<String, Object> arguments) {
    arguments.put("fromUserId", argument("integer", "Only tickets that this user asks for."));
    arguments.put("dateFrom", argument("string", "Opened on this day or later: 2026-03-04."));
    arguments.put("dateTo", argument("string", "Opened on this day or earlier."));
    arguments.put("count", argument("integer", "How many at most, 1 to 100; 25 by default."));
    arguments.put("offset", argument("integer", "How many to leave out before the first."));
  }

  private static Map<String, Object> argument(String type, String description) {
    return Map.of("type", type, "description", description);
  }

  private static Map<String, Object> numbers(String description) {
    return Map.of("type", "array", "items", Map.of("type", "integer"), "description", description);
  }

  private String search(ParameterMap arguments, Caller caller, String base) {
    return HelpdeskJson.text(
        new TicketsResult(lists.found(parameters(bounded(arguments)), caller)));
  }

  private String list(ParameterMap arguments, Caller caller, String base) {
    return HelpdeskJson.text(new TicketsResult(lists.of(parameters(bounded(arguments)), caller)));
  }

  private String find(ParameterMap arguments, Caller caller, String base) {
    HelpdeskParameters parameters = parameters(arguments);
    TicketNumber number = parameters.requiredTicket("ticketId", "id");
    parameters.orThrow();
    Conversation conversation = conversations.read(number, caller);
    return HelpdeskJson.text(
        new TicketResult(
            details.of(conversation, caller, base),
            new CommentMapper(conversation, deskWords.of(caller), base).comments()));
  }

  private static HelpdeskParameters parameters(ParameterMap arguments) {
    return new HelpdeskParameters(RequestForm.of(arguments));
  }

  /** With a count that a model can read; what is no number is refused by whoever reads it. */
  private static ParameterMap bounded(ParameterMap arguments) {
    String count = arguments.first("count").filter(text -> !text.isBlank()).orElse("");
    if (count.isEmpty()) {
      return ParameterMap.builder()
          .add("count", Integer.toString(DEFAULT_COUNT))
          .build()
          .orElse(arguments);
    }
    boolean tooMany =
        WholeNumbers.isOne(count)
            && WholeNumbers.of64Bits(count).filter(number -> number <= MOST).isEmpty();
    return tooMany
        ? ParameterMap.builder().add("count", Integer.toString(MOST)).build().orElse(arguments)
        : arguments;
  }

  /** A tool's arguments under names whose case does not matter. */
  static ParameterMap arguments(Map<String, Object> sent) {
    ParameterMap.Builder arguments = ParameterMap.builder();
    if (sent != null) {
      sent.forEach((name, value) -> add(arguments, name, value));
    }
    return arguments.build();
  }

  private static void add(ParameterMap.Builder arguments, String name, Object value) {
    if (value == null) {
      arguments.addNull(name);
    } else if (value instanceof Collection<?> values) {
      values.forEach(each -> add(arguments, name, each));
    } else {
      arguments.add(name, text(value));
    }
  }

  /** Models write whole numbers as 25.0 too. */
  private static String text(Object value) {
    if (!(value instanceof Number)) {
      return String.valueOf(value);
    }
    BigDecimal number = new BigDecimal(value.toString()).stripTrailingZeros();
    return Math.abs(number.scale()) > MAX_PLAIN_SCALE ? value.toString() : number.toPlainString();
  }
}
