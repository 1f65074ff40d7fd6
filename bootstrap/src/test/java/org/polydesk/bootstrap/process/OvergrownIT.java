package org.polydesk.bootstrap.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polydesk.bootstrap.doors.Visitor;
import org.polydesk.bootstrap.tikting.Answer;
import org.polydesk.bootstrap.tikting.DemoDesk;
import org.polydesk.bootstrap.tikting.Form;

/**
 * Requests that are small on the wire and would be large, or long work, in the server. It has half
 * of the memory that it has otherwise, and gets each of them eight times at once.
 */
final class OvergrownIT {
  private static final int AT_ONCE = 8;

  private static final String OBJECTS = "[" + "{},".repeat(2_600_000) + "{}]";

  private static final String TAAS_TICKETS = "/ticketing/v1/tickets?key=demo-primary-key";

  private static String numbered(int count, String format) {
    return IntStream.range(0, count).mapToObj(format::formatted).collect(Collectors.joining(","));
  }

  private static String paragraphs() {
    return numbered(12, "<b a%d>").replace(",", "") + "<p>x".repeat(100_000);
  }

  private static Map<String, Supplier<Answer>> requests(DemoDesk desk) {
    Visitor tikting = Visitor.tikting(desk, "carol");
    Visitor helpdesk = Visitor.helpdesk(desk, "carol");
    Visitor alice = Visitor.helpdesk(desk, "alice");
    Visitor panel = Visitor.panel(desk, "demo-panel-token");
    Map<String, Supplier<Answer>> requests = new LinkedHashMap<>();
    requests.put(
        "log in",
        () ->
            desk.post(
                DemoDesk.AUTHENTICATE,
                "application/json",
                "{\"Email\":\"%s\",\"Password\":\"x\"}".formatted("a".repeat(7_000_000))));
    requests.put(
        "long texts", () -> desk.register(form("Description", "é ".repeat(500_000)), "carol"));
    String addresses = numbered(100_000, "a%d@b.test");
    requests.put("tikting html", () -> desk.register(form("Description", paragraphs()), "carol"));
    requests.put("tikting nested", () -> desk.register(form("Description", nested()), "carol"));
    requests.put("tikting cc", () -> desk.register(form("Cc", addresses), "carol"));
    requests.put(
        "tikting bad cc", () -> desk.register(form("Cc", "x,".repeat(3_000_000)), "carol"));
    requests.put(
        "tikting search",
        () -> tikting.json("POST", "", "{\"search\":\"%s\"}".formatted("z".repeat(7_000_000))));
    requests.put(
        "tikting json", () -> tikting.json("POST", "", "{\"filterBy\":%s}".formatted(OBJECTS)));
    requests.put("helpdesk html", () -> opened(helpdesk, "body", paragraphs()));
    requests.put("helpdesk tags", () -> opened(alice, "tags", numbered(600_000, "t%d")));
    requests.put("helpdesk search", () -> alice.form("Search", "query", "z ".repeat(3_000_000)));
    requests.put(
        "helpdesk models",
        () ->
            alice.json(
                "POST",
                "mcp",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":{\"x\":%s}}"
                    .formatted(OBJECTS)));
    requests.put(
        "taas json",
        () -> new Visitor(desk, "", "X-None", "").json("POST", TAAS_TICKETS, taas(OBJECTS)));
    requests.put(
        "taas comments",
        () ->
            new Visitor(desk, "", "X-None", "")
                .json(
                    "POST",
                    "/ticketing/v1/tickets/1/activities?key=demo-primary-key",
                    "{\"comment_HTML\":\"<p>%s\"}".formatted("a<!b>".repeat(1_400_000))));
    requests.put(
        "taas tags",
        () ->
            new Visitor(desk, "", "X-None", "")
                .json(
                    "POST", TAAS_TICKETS, taas("[" + numbered(9_000, "{\"text\":\"t%d\"}") + "]")));
    requests.put(
        "panel json",
        () ->
            panel.json(
                "POST",
                "/tickets",
                "{\"summary\":\"x\",\"comment_body\":\"b\",\"files\":[%s{}]}"
                    .formatted("{},".repeat(300_000))));
    return requests;
  }

  private static Form form(String field, String value) {
    return Form.howTo()
        .with("CreatorId", "d0000000-0000-4000-8000-000000000005")
        .with(field, value);
  }

  private static String nested() {
    return "<b>".repeat(12)
        + "<i"
        + numbered(500, " a%d").replace(",", "")
        + ">"
        + "<p>x".repeat(90_000);
  }

  private static String taas(String tags) {
    return """
           {"ticket":{"title":"x","tags":%s,"requestor":{"id":"1","name":"C","email":"carol@acme.test"}},
            "user":{"id":"2","name":"A","email":"alice@demo.test"}}"""
        .formatted(tags);
  }

  private static Answer opened(Visitor visitor, String name, String value) {
    return visitor.form("ticket", "categoryId", "11", "subject", "Overgrown", name, value);
  }

  /** Empty when the server did not break down over it; on a slow machine it may have no room. */
  private static Optional<String> outcome(CompletableFuture<Answer> asked) {
    try {
      return Optional.of(asked.join())
          .filter(a -> a.status() >= 500 && a.status() != 503)
          .map(a -> ": " + a.status());
    } catch (CompletionException e) {
      return Optional.of(": " + e.getCause());
    }
  }

  @Test
  void noRequestShouldTakeTheServerDown(@TempDir Path directory) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE);
    try (DeskProcess started =
        DeskProcess.demo("-Xmx256m", directory, Map.of("POLYDESK_LIMITS_ENABLED", "false"))) {
      DemoDesk desk = DemoDesk.runningAt(started.address(), "");
      List<String> wrong = new ArrayList<>();
      requests(desk)
          .forEach(
              (name, request) ->
                  IntStream.range(0, AT_ONCE)
                      .mapToObj(i -> CompletableFuture.supplyAsync(request, pool))
                      .toList()
                      .forEach(asked -> outcome(asked).ifPresent(o -> wrong.add(name + o))));

      assertEquals(List.of(), wrong);
      assertEquals(200, desk.send("GET", "/ready", r -> r).status());
    } finally {
      pool.shutdownNow();
    }
  }
}
