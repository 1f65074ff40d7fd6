package org.polydesk.bootstrap.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TiktingDocumentTest {
  /**
   * A desk that is not there, or that cannot even be read; conflicts that only two calls at once
   * can bring about; addresses that a decent client does not send.
   */
  private static final Pattern UNPROVOKED =
      Pattern.compile(
          " 503$"
              + "|^(GET .*|POST /api/TicketsApi(/list|/read/\\{id})?) 500$"
              + "|(/(update|close|resolve|pickup)|^DELETE .*)/\\{id} 409$"
              + "|^GET .*metadata 400$");

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
    assertEquals(404, desk.send(Question.get("/openapi/nothing.yml")).statusCode());
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
    unseen.removeIf(outcome -> UNPROVOKED.matcher(outcome).find());

    assertEquals("", String.join("\n", unseen));
  }
}
