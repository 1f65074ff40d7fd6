package org.polydesk.adapter.rest.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteTableTest {
  private final RouteTable table =
      RouteTable.builder()
          .route("/api/Tickets")
          .route("/api/Tickets/{id}")
          .route("/api/Tickets/metadata")
          .route("/api/Tickets/{id}/Close")
          .route("/api/Tickets/metadata/{id}")
          .alias("/desk/api/Tickets/{id}", "/api/Tickets/{id}")
          .route("/files/{+rest}")
          .build();

  @ParameterizedTest
  @CsvSource({
    "/api/Tickets, /api/Tickets",
    "/API/TICKETS, /api/Tickets",
    "/api/tickets/, /api/Tickets",
    "//api///tickets//, /api/Tickets",
    "/api/tickets/AbC, /api/Tickets/AbC",
    "/api/tickets/a%2Fb/CLOSE, /api/Tickets/a%2Fb/Close",
    "/api/tickets/METADATA, /api/Tickets/metadata",
    "/api/tickets/metadata/7, /api/Tickets/metadata/7",
    "/api/tickets/metadata/close, /api/Tickets/metadata/close",
    "/Desk/Api/tickets/7, /api/Tickets/7",
    "/Files/A/b/C/, /files/A/b/C",
  })
  void canonicalShouldBeTheDeclaredForm(String path, String declared) {
    Optional<String> canonical = table.canonical(path);

    assertEquals(Optional.of(declared), canonical);
  }

  @ParameterizedTest
  @CsvSource({"/", "/api", "/api/Ticket", "/api/Tickets/7/8", "/files", "/api/T\u0131ckets", "''"})
  void canonicalShouldBeEmptyForOtherPaths(String path) {
    Optional<String> canonical = table.canonical(path);

    assertEquals(Optional.empty(), canonical);
  }

  @Test
  void parameterShouldStandInWhenALiteralLeadsNowhere() {
    RouteTable narrow = RouteTable.of("/a/b/c", "/a/{x}/d");

    assertEquals(Optional.of("/a/B/d"), narrow.canonical("/A/B/D"));
  }

  @Test
  void aliasShouldRefuseATargetWithOtherParameters() {
    RouteTable.Builder builder = RouteTable.builder();

    assertThrows(IllegalArgumentException.class, () -> builder.alias("/a/{x}", "/b"));
  }
}
