package org.polydesk.bootstrap.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TiktingDocumentTest {
  @TempDir private static Path directory;
  private static RecordedDesk desk;
  private static Reply served;
  private static Document document;

  @BeforeAll
  static void hold() {
    desk = new RecordedDesk(directory);
    served = desk.send(Question.get("/openapi/tikting.yml"));
    document = new Document(served.body());
    new Conversation(desk).hold();
  }

  @AfterAll
  static void close() {
    desk.close();
  }

  @Test
  void documentShouldBeServedToEverybody() {
    assertEquals(200, served.status());
    assertEquals(404, desk.send(Question.get("/openapi/nothing.yml")).status());
  }

  @Test
  void answersShouldAgreeWithTheDocument() {
    List<String> faults =
        desk.exchanges().stream()
            .flatMap(
                exchange ->
                    document.faults(exchange).stream().map(fault -> fault + "\n  " + exchange))
            .toList();

    assertEquals("", String.join("\n", faults));
  }

  /** The document says it once for all, for a verb without an operation has no answers. */
  @Test
  void everyOtherVerbShouldBeRefusedWithTheOnesThereAre() {
    document
        .verbs()
        .forEach(
            (path, verbs) -> {
              Set<String> allowed = new TreeSet<>(verbs);
              if (verbs.contains("GET")) {
                allowed.add("HEAD");
              }
              for (String verb : List.of("GET", "POST", "PUT", "PATCH", "DELETE")) {
                if (!verbs.contains(verb)) {
                  assertRefused(verb, path.replace("{id}", "7"), allowed);
                }
              }
            });
  }

  private static void assertRefused(String verb, String path, Set<String> allowed) {
    Reply reply = desk.send(new Question(verb, path, Map.of(), Payload.NONE));

    assertEquals(405, reply.status(), verb + " " + path);
    assertEquals(
        allowed, new TreeSet<>(List.of(reply.headers().get("allow").get(0).split(",\\s*"))), path);
    assertEquals(
        List.of("application/problem+json; charset=utf-8"), reply.headers().get("content-type"));
  }

  @Test
  void everyOutcomeOfTheDocumentShouldBeSeen() {
    Set<String> seen = desk.exchanges().stream().map(Exchange::outcome).collect(Collectors.toSet());

    Set<String> unseen = new TreeSet<>(document.outcomes());
    unseen.removeAll(seen);

    assertEquals("", String.join("\n", unseen));
  }
}
