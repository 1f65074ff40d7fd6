package org.polydesk.bootstrap.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
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
  private static HttpResponse<String> served;
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
    assertEquals(200, served.statusCode());
    assertTrue(served.headers().firstValue("Content-Type").orElse("").contains("yaml"));
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

  @Test
  void everyOutcomeOfTheDocumentShouldBeSeen() {
    Set<String> seen = desk.exchanges().stream().map(Exchange::outcome).collect(Collectors.toSet());

    Set<String> unseen = new TreeSet<>(document.outcomes());
    unseen.removeAll(seen);
    unseen.removeIf(outcome -> outcome.endsWith(" 500") || outcome.endsWith(" 503"));

    assertEquals("", String.join("\n", unseen));
  }
}
