package org.polydesk.bootstrap.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.polydesk.bootstrap.tikting.Store;
import org.polydesk.bootstrap.tikting.TestDesk;

/** Push messages to a server in this process: docs/notifications.md, section "Push". */
final class PushTest {
  private static final Instant MONDAY = Instant.parse("2026-03-02T08:00:00Z");
  private static final String ALICE = "a1b2c3d4-e5f6-7890-abcd-ef1234567890";

  private final List<String> assertions = new CopyOnWriteArrayList<>();
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  @TempDir private Path directory;
  private HttpServer service;
  private KeyPair keys;
  private volatile int status = 200;

  private record Call(String path, String authorization, String body) {
    JsonNode message() {
      try {
        return new ObjectMapper().readTree(body).path("message");
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
  }

  @BeforeEach
  void listen() throws IOException, GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    keys = generator.generateKeyPair();
    service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    service.createContext("/token", this::letIn);
    service.createContext("/v1/", this::take);
    service.start();
  }

  @AfterEach
  void stop() {
    service.stop(0);
  }

  private static String read(HttpExchange exchange) throws IOException {
    return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
  }

  private void letIn(HttpExchange exchange) throws IOException {
    String form = URLDecoder.decode(read(exchange), StandardCharsets.UTF_8);
    assertions.add(form.substring(form.indexOf("&assertion=") + "&assertion=".length()));
    byte[] answer =
        "{\"access_token\":\"token-%d\",\"expires_in\":3600}"
            .formatted(assertions.size())
            .getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  private void take(HttpExchange exchange) throws IOException {
    calls.add(
        new Call(
            exchange.getRequestURI().getPath(),
            exchange.getRequestHeaders().getFirst("Authorization"),
            read(exchange)));
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  private TestDesk desk() throws IOException {
    String address = "http://127.0.0.1:" + service.getAddress().getPort();
    String pem =
        "-----BEGIN PRIVATE KEY-----\\n%s\\n-----END PRIVATE KEY-----\\n"
            .formatted(Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded()));
    Path account = directory.resolve("account.json");
    Files.writeString(
        account,
        """
        {"project_id":"a-desk","client_email":"desk@a-desk.test","token_uri":"%s/token",
         "private_key":"%s"}
        """
            .formatted(address, pem));
    return TestDesk.standingAt(
        Store.H2, MONDAY, Map.of("push.account", account.toString(), "push.base-url", address));
  }

  private static String openForAlice(TestDesk desk) {
    return Visitor.helpdesk(desk, "admin")
        .form(
            "ticket",
            "categoryId",
            "11",
            "subject",
            "A secret subject",
            "body",
            "b",
            "assignedToUserId",
            "2")
        .ok()
        .body();
  }

  @Test
  void assignShouldPushTheEventAndTheNumberAndNothingElse() throws Exception {
    try (TestDesk desk = desk()) {
      String ticket = openForAlice(desk);
      openForAlice(desk);
      desk.setClock(MONDAY.plusSeconds(1)).ok();

      assertEquals(2, calls.size());
      assertEquals("/v1/projects/a-desk/messages:send", calls.get(0).path());
      assertEquals("Bearer token-1", calls.get(1).authorization());
      assertEquals("polydesk-user-" + ALICE, calls.get(0).message().path("topic").asText());
      assertEquals("assigned", calls.get(0).message().path("data").path("event").asText());
      assertEquals(ticket, calls.get(0).message().path("data").path("ticket").asText());
      assertFalse(calls.get(0).body().contains("secret"), calls.get(0).body());
      assertEquals(1, assertions.size());
      assertTrue(isSigned(assertions.get(0)));
    }
  }

  private boolean isSigned(String assertion) throws GeneralSecurityException {
    int dot = assertion.lastIndexOf('.');
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initVerify(keys.getPublic());
    signature.update(assertion.substring(0, dot).getBytes(StandardCharsets.US_ASCII));
    return signature.verify(Base64.getUrlDecoder().decode(assertion.substring(dot + 1)));
  }

  @Test
  void aRefusedTokenShouldBeReplacedWhenItIsTriedAgain() throws Exception {
    status = 401;
    try (TestDesk desk = desk()) {
      openForAlice(desk);
      desk.setClock(MONDAY.plusSeconds(1)).ok();
      status = 200;
      desk.setClock(MONDAY.plusSeconds(3_600)).ok();
      desk.setClock(MONDAY.plusSeconds(90_000)).ok();

      assertEquals(
          List.of("Bearer token-1", "Bearer token-2"),
          calls.stream().map(Call::authorization).toList());
    }
  }

  /** A file that is no account is told at the start, not with the first push. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "not JSON",
        "{}",
        "[]",
        "{\"project_id\":\"p\",\"client_email\":\"e\",\"token_uri\":\"http://x.test\","
            + "\"private_key\":\"none\"}"
      })
  void aFileThatIsNoAccountShouldStopTheStart(String content) throws IOException {
    Path account = Files.writeString(directory.resolve("account.json"), content);
    Map<String, String> settings = Map.of("push.account", account.toString());

    RuntimeException refusal =
        assertThrows(
            RuntimeException.class, () -> TestDesk.standingAt(Store.H2, MONDAY, settings).close());

    assertEquals(
        "push.account is \"%s\"; it must be the JSON file of a service account.".formatted(account),
        refusal.getMessage());
  }

  @Test
  void aFileThatIsNotThereShouldStopTheStart() {
    Map<String, String> settings = Map.of("push.account", directory + "/none.json");

    assertThrows(
        RuntimeException.class, () -> TestDesk.standingAt(Store.H2, MONDAY, settings).close());
  }
}
