package org.polydesk.bootstrap.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DemoCardTest {
  @Test
  void linesShouldPutTheAddressIntoEachCommand() {
    DemoCard card = new DemoCard(List.of(new DemoCard.Sample("Panel", "curl {address}/x")));

    List<String> lines = card.lines(URI.create("http://127.0.0.1:8080"));

    assertEquals(
        List.of(
            "",
            "The demo desk is ready at http://127.0.0.1:8080. One command for each dialect:",
            "",
            "  Panel",
            "    curl http://127.0.0.1:8080/x",
            ""),
        lines);
  }
}
