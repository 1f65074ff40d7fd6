package org.polydesk.bootstrap.tikting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Source: docs/dialects/tikting.md, section "What is served". */
@OnEveryStore
final class PathsTest {
  private final TestDesk desk;

  PathsTest(Store store) {
    desk = store.shared();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/TicketsApi/appmetadata",
        "/api/ticketsapi/appmetadata",
        "/API/TICKETSAPI/APPMETADATA",
        "/API/ticketsapi/AppMetadata",
        "/api/TicketsApi/appmetadata/",
        "/api/TicketsApi/appmetadata?unknown=1"
      })
  void appMetadataShouldBeFoundUnderEverySpelling(String path) {
    desk.get(path, "alice").ok();
  }

  @Test
  void registerShouldBeFoundUnderEverySpelling() {
    String alice = "Bearer " + desk.tokenOf("alice");

    desk.post("/api/ticketsapi/REGISTER", Form.howTo(), alice).created();
    desk.post("/API/TicketsApi/register/", Form.howTo(), alice).created();
    desk.post("/api/users/AUTHENTICATE/", "application/json", "{}").has(400);
  }

  @Test
  void findShouldTakeATrailingSlashAndAnyCase() {
    String id = desk.register(Form.howTo(), "alice").created().json("id").asText();

    desk.get("/API/TICKETSAPI/" + id + "/", "alice").ok();
    desk.get("/api/TicketsApi/%2B" + id, "alice").ok();
  }

  @ParameterizedTest
  @CsvSource({
    "abc,abc",
    "1x,1x",
    "1.0,1.0",
    "%D9%A1,١",
    "%EF%BC%91,１",
    "9223372036854775808,9223372036854775808",
    "%20,' '",
    "caf%C3%A9,café"
  })
  void findShouldRefuseAnIdThatIsNoNumber(String sent, String told) {
    desk.get("/api/TicketsApi/" + sent, "alice")
        .refuses("id", "The value '%s' is not valid.".formatted(told));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2147483648", "9223372036854775807", "0", "-1", "-9223372036854775808"})
  void findShouldReadIdsOf64Bits(String id) {
    Answer answer = desk.get("/api/TicketsApi/" + id, "alice").has(404);

    assertEquals("Not Found", answer.json("title").asText());
  }

  @ParameterizedTest
  @CsvSource({
    "POST,/api/TicketsApi/appmetadata,'GET,HEAD'",
    "DELETE,/api/TicketsApi/appmetadata,'GET,HEAD'",
    "PUT,/api/TicketsApi/register,POST",
    "GET,/api/Users/authenticate,POST",
    "PUT,/api/USERS/Authenticate/,POST",
    "PATCH,/api/TicketsApi/7,'DELETE,GET,HEAD'"
  })
  void anotherVerbShouldBeRefusedBeforeTheToken(String verb, String path, String allowed) {
    Answer answer = desk.ask(verb, path, null).has(405);

    assertEquals(Set.of(allowed.split(",")), Set.of(answer.header("Allow").split(",\\s*")));
    assertEquals("Method Not Allowed", answer.json("title").asText());
  }

  /** A literal beats a parameter: there is no ticket called "register". */
  @Test
  void getShouldNotTakeRegisterForAnId() {
    desk.get(TestDesk.REGISTER, "alice").has(405);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/TicketsApi/7/nothing",
        "/api/TicketsApi/register/7",
        "/api/TicketsApi/appmetadata/7",
        "/api/Users/authenticate/now"
      })
  void anUnknownPathShouldBeMissingBeforeTheToken(String path) {
    Answer answer = desk.ask("GET", path, null).has(404);

    assertEquals("Not Found", answer.json("title").asText());
    assertTrue(
        answer.header("Content-Type").startsWith("application/problem+json"),
        answer.header("Content-Type"));
  }

  @Test
  void headShouldAnswerAsGetWithoutABody() {
    String path =
        "/api/TicketsApi/" + desk.register(Form.howTo(), "alice").created().json("id").asText();
    String alice = "Bearer " + desk.tokenOf("alice");
    Answer get = desk.ask("GET", path, alice).ok();

    Answer head = desk.ask("HEAD", path, alice).ok();

    assertEquals("", head.body());
    assertEquals(get.header("ETag"), head.header("ETag"));
    assertEquals(get.header("Content-Type"), head.header("Content-Type"));
    desk.ask("HEAD", TestDesk.METADATA, alice).ok();
    desk.ask("HEAD", TestDesk.METADATA, null).has(401);
    desk.ask("HEAD", "/api/TicketsApi/999999", alice).has(404);
  }

  /** A client of Java does not send such a line. */
  @Test
  void aPercentSignInTheQueryMayStandForItself() throws IOException {
    String answer =
        RawClient.ask(
            desk,
            ("GET /api/TicketsApi/appmetadata?x=%%zz&%% HTTP/1.1\r\nHost: x\r\n"
                    + "Authorization: Bearer %s\r\nConnection: close\r\n\r\n")
                .formatted(desk.tokenOf("alice")));

    assertTrue(answer.startsWith("HTTP/1.1 200 "), answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/api/TicketsApi/%zz", "/api/TicketsApi/%00", "/api/TicketsApi/..%2f..%2fetc"})
  void aBrokenPathShouldBeRefusedInTheDialectsWords(String path) throws IOException {
    String answer =
        RawClient.ask(
            desk,
            "GET %s HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\nConnection: close\r\n\r\n"
                .formatted(path, desk.tokenOf("alice")));

    assertTrue(answer.matches("(?s)HTTP/1.1 40[04] .*application/problem\\+json.*"), answer);
  }
}
