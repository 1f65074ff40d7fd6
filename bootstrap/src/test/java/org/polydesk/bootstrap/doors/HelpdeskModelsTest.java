package org.polydesk.bootstrap.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.json.jackson.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator.ValidationResponse;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.polydesk.bootstrap.tikting.Answer;
import org.polydesk.bootstrap.tikting.OnEveryStore;
import org.polydesk.bootstrap.tikting.Store;
import org.polydesk.bootstrap.tikting.TestDesk;

/** The Model Context Protocol in the Helpdesk dialect, section "Models". */
@OnEveryStore
final class HelpdeskModelsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final TestDesk desk;
  private final Visitor alice;
  private final Visitor carol;

  HelpdeskModelsTest(Store store) {
    this.desk = store.shared();
    this.alice = new Visitor(desk, "/api/", "Authorization", "Bearer demo-token-alice");
    this.carol = Visitor.helpdesk(desk, "carol");
  }

  private static Answer say(Visitor visitor, String message) {
    return visitor.json("POST", "mcp", message);
  }

  private static Answer ask(Visitor visitor, String method, String parameters) {
    return say(
        visitor,
        "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"%s\",\"params\":%s}"
            .formatted(method, parameters));
  }

  private static JsonNode call(Visitor visitor, String tool, String arguments) {
    return ask(
            visitor, "tools/call", "{\"name\":\"%s\",\"arguments\":%s}".formatted(tool, arguments))
        .ok()
        .json("result");
  }

  private static JsonNode told(JsonNode result) {
    try {
      assertFalse(result.path("isError").booleanValue(), result::toString);
      assertEquals("text", result.path("content").path(0).path("type").asText());
      return JSON.readTree(result.path("content").path(0).path("text").asText());
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private static String refused(JsonNode result) {
    assertTrue(result.path("isError").booleanValue(), result::toString);
    return result.path("content").path(0).path("text").asText();
  }

  private static List<String> ids(JsonNode result) {
    List<String> ids = new ArrayList<>();
    told(result).get("Tickets").forEach(ticket -> ids.add(ticket.get("TicketID").asText()));
    return ids;
  }

  private String ticket(Visitor visitor, String subject) {
    return visitor
        .form("ticket", "categoryId", "11", "subject", subject, "body", "<b>Help</b>")
        .ok()
        .body();
  }

  private static String word() {
    return "w" + UUID.randomUUID().toString().replace("-", "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-11-05", "2025-03-26", "2025-06-18"})
  void initializeShouldEchoTheVersionAndOfferTools(String version) {
    Answer answer =
        ask(
            alice,
            "initialize",
            """
            {"protocolVersion":"%s","capabilities":{},"clientInfo":{"name":"t","version":"1"}}
            """
                .formatted(version));

    JsonNode result = answer.ok().json("result");
    assertEquals("2.0", answer.json("jsonrpc").asText());
    assertEquals(7, answer.json("id").intValue());
    assertEquals(version, result.get("protocolVersion").asText());
    assertTrue(result.path("capabilities").has("tools"), answer::body);
    assertEquals("Polydesk", result.path("serverInfo").path("name").asText());
    assertTrue(answer.header("content-type").startsWith("application/json"));
  }

  @Test
  void initializeShouldOfferItsOwnVersionForAnUnknownOne() {
    JsonNode result =
        ask(
                alice,
                "initialize",
                """
                {"protocolVersion":"1999-01-01","capabilities":{},
                 "clientInfo":{"name":"t","version":"1"}}
                """)
            .ok()
            .json("result");

    assertEquals("2025-06-18", result.path("protocolVersion").asText());
  }

  @Test
  void notificationsAndAnswersShouldBeAcceptedInSilence() {
    for (String message :
        List.of(
            "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}",
            "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/unheardOf\",\"params\":{}}",
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}")) {
      assertEquals("", say(alice, message).has(202).body());
    }
  }

  @Test
  void listeningShouldBeNoMethod() {
    assertTrue(alice.get("mcp").has(405).header("allow").contains("POST"));
    assertEquals("", desk.ask("GET", "/helpdesk/API/Mcp/", alice.credential()).has(405).body());
  }

  @Test
  void pingShouldBeAnswered() {
    assertEquals("{}", ask(carol, "ping", "{}").ok().json("result").toString());
  }

  @Test
  void strangersShouldBeRefusedAsEverywhere() {
    String message = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}";
    for (String credential : List.of("Bearer nobody", "Basic bm9ib2R5Om5vYm9keQ==")) {
      Answer answer =
          desk.send(
              "POST",
              "/api/mcp",
              r ->
                  r.header("Authorization", credential)
                      .header("Content-Type", "application/json")
                      .POST(BodyPublishers.ofString(message)));
      answer.has(401);
      assertTrue(answer.header("www-authenticate").startsWith("Basic"));
    }
    carol.get("Authorization").ok();
  }

  @Test
  void toolsListShouldNameTheThree() {
    JsonNode tools = ask(alice, "tools/list", "{}").ok().json("result").get("tools");

    List<String> names = new ArrayList<>();
    tools.forEach(tool -> names.add(tool.get("name").asText()));
    names.sort(String::compareTo);
    assertEquals(
        List.of("jitbit_get_ticket", "jitbit_list_tickets", "jitbit_search_tickets"), names);
    for (JsonNode tool : tools) {
      assertEquals("object", tool.path("inputSchema").path("type").asText());
      assertFalse(tool.path("description").asText().isBlank());
      assertTrue(tool.path("annotations").path("readOnlyHint").booleanValue());
      for (JsonNode required : tool.path("inputSchema").path("required")) {
        assertTrue(tool.path("inputSchema").path("properties").has(required.asText()));
      }
    }
  }

  @Test
  void searchShouldFindWhatTheUserSees() {
    String word = word();
    String carols = ticket(carol, "Printer " + word);
    String daves = ticket(Visitor.helpdesk(desk, "dave"), "Plotter " + word);
    String arguments = "{\"query\":\"%s\"}".formatted(word);

    assertEquals(List.of(daves, carols), ids(call(alice, "jitbit_search_tickets", arguments)));
    assertEquals(List.of(carols), ids(call(carol, "jitbit_search_tickets", arguments)));
    assertEquals(
        alice.get("Search?query=" + word).json(),
        told(call(alice, "jitbit_search_tickets", arguments)).get("Tickets"));
    assertEquals(
        List.of(daves),
        ids(
            call(
                alice,
                "jitbit_search_tickets",
                "{\"query\":\"%s\",\"count\":1.0,\"statusId\":[1,2]}".formatted(word))));
    assertEquals(
        List.of(carols),
        ids(
            call(
                alice,
                "jitbit_search_tickets",
                "{\"query\":\"%s\",\"offset\":1,\"count\":5000}".formatted(word))));
  }

  @Test
  void searchShouldNotFindNotesForThoseWhoMayNotReadThem() {
    String word = word();
    String ticket = ticket(carol, "Noted");
    alice.form("comment", "id", ticket, "body", word, "forTechsOnly", "true").ok();
    String arguments = "{\"query\":\"%s\"}".formatted(word);

    assertEquals(List.of(ticket), ids(call(alice, "jitbit_search_tickets", arguments)));
    assertEquals(List.of(), ids(call(carol, "jitbit_search_tickets", arguments)));
    String read =
        call(carol, "jitbit_get_ticket", "{\"ticketId\":%s}".formatted(ticket)).toString();
    assertFalse(read.contains(word), read);
  }

  @Test
  void listShouldKnowModesAndFilters() {
    String ticket = ticket(carol, "Listed");

    assertEquals(
        List.of(ticket),
        ids(
            call(
                alice,
                "jitbit_list_tickets",
                "{\"mode\":\"unanswered\",\"fromUserId\":5,\"count\":1,\"statuses\":\"New\"}")));
    assertEquals(
        List.of(),
        ids(call(alice, "jitbit_list_tickets", "{\"tagName\":\"%s\"}".formatted(word()))));
    assertTrue(ids(call(carol, "jitbit_list_tickets", "{}")).size() <= 25);
    assertTrue(
        ids(call(carol, "jitbit_list_tickets", "{\"count\":null,\"mode\":null}")).contains(ticket));
  }

  @Test
  void getShouldGiveTheTicketWithItsComments() {
    String ticket = ticket(carol, "Read");
    alice.form("comment", "id", ticket, "body", "On it.").ok();

    JsonNode read =
        told(call(alice, "jitbit_get_ticket", "{\"ticketId\":\"%s\"}".formatted(ticket)));

    assertEquals(List.of("Ticket", "Comments"), Answer.keysOf(read));
    assertEquals(alice.get("ticket?id=" + ticket).json(), read.get("Ticket"));
    assertEquals(alice.get("comments?id=" + ticket).json(), read.get("Comments"));
  }

  @Test
  void hiddenTicketsShouldBeMissingToModelsToo() {
    String ticket = ticket(Visitor.helpdesk(desk, "dave"), "Hidden");

    assertEquals(
        refused(call(carol, "jitbit_get_ticket", "{\"ticketId\":99999999}")),
        refused(call(carol, "jitbit_get_ticket", "{\"ticketId\":%s}".formatted(ticket))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "jitbit_get_ticket | {} | ticketId",
        "jitbit_get_ticket | {\"ticketId\":\"one\"} | ticketId",
        "jitbit_get_ticket | {\"ticketId\":{\"a\":1}} | ticketId",
        "jitbit_get_ticket | null | ticketId",
        "jitbit_search_tickets | {} | query",
        "jitbit_search_tickets | {\"query\":\"x\",\"count\":0} | 0",
        "jitbit_list_tickets | {\"mode\":\"odd\"} | odd",
        "jitbit_list_tickets | {\"count\":\"many\"} | many",
        "jitbit_list_tickets | {\"count\":1e999999} | count",
        "jitbit_list_tickets | {\"dateFrom\":\"soon\"} | soon"
      })
  void toolsShouldSayWhatIsWrong(String tool, String arguments, String part) {
    String sentence = refused(call(alice, tool, arguments));

    assertTrue(sentence.contains(part), sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tools/call | {\"name\":\"jitbit_delete_everything\"} | -32602",
        "tools/call | {\"arguments\":{}} | -32602",
        "tools/call | [1] | -32602",
        "tools/call | {\"name\":{\"a\":1},\"arguments\":[]} | -32602",
        "tools/call | {\"name\":\"jitbit_list_tickets\",\"arguments\":\"x\"} | -32602",
        "initialize | null | -32602",
        "resources/list | {} | -32601",
        "no/such/method | {} | -32601"
      })
  void requestsThatMakeNoSenseShouldBeToldSo(String method, String parameters, int code) {
    Answer answer = ask(alice, method, parameters).ok();

    assertEquals(code, answer.json("error").path("code").intValue(), answer::body);
    assertFalse(answer.body().matches(".*(java|jackson|reactor|modelcontext).*"), answer::body);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "[]",
        "[{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}]",
        "{}",
        "null",
        "{\"jsonrpc\":\"1.0\",\"id\":1,\"method\":\"ping\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":null,\"method\":\"ping\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":1.5,\"method\":\"ping\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"ping\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":5}",
        "{\"jsonrpc\":\"2.0\",\"id\":1}",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":{\"a\":\"\\u0000\"}}"
      })
  void whatIsNoMessageShouldBeRefused(String body) {
    Answer answer = say(alice, body).has(400);

    int code = answer.json("error").path("code").intValue();
    assertTrue(code == -32700 || code == -32600, answer::body);
    assertEquals("2.0", answer.json("jsonrpc").asText());
  }

  @Test
  void aClientOfTheKitShouldReadTickets() {
    String ticket = ticket(carol, "For a model");
    HttpClientStreamableHttpTransport transport =
        HttpClientStreamableHttpTransport.builder(desk.at("").toString())
            .endpoint("/helpdesk/api/mcp")
            .jsonMapper(new JacksonMcpJsonMapper(JSON))
            .customizeRequest(request -> request.header(alice.header(), alice.credential()))
            .build();

    try (McpSyncClient client =
        McpClient.sync(transport)
            .jsonSchemaValidator((schema, content) -> ValidationResponse.asValid(null))
            .build()) {
      assertEquals("Polydesk", client.initialize().serverInfo().name());
      assertEquals(3, client.listTools().tools().size());
      CallToolResult read =
          client.callTool(new CallToolRequest("jitbit_get_ticket", Map.of("ticketId", ticket)));
      assertFalse(read.isError());
      assertTrue(((TextContent) read.content().get(0)).text().contains("For a model"));
      assertTrue(client.callTool(new CallToolRequest("jitbit_get_ticket", Map.of())).isError());
    }
  }

  @Test
  void messagesInOtherFormsShouldBeRefused() {
    alice.form("mcp", "jsonrpc", "2.0", "id", "1", "method", "ping").has(400);
    alice.query("mcp").has(400);
  }
}
