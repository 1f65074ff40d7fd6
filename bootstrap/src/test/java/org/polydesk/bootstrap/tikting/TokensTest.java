package org.polydesk.bootstrap.tikting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.polydesk.bootstrap.server.DeskServer;

/** Source: docs/dialects/tikting.md, section "Tokens". */
@OnEveryStore
final class TokensTest {
  private static final String HS256 = "{\"alg\":\"HS256\",\"typ\":\"JWT\"}";
  private static final String FIRST_PASSWORD = "first-password";
  private static final String NEXT_PASSWORD = "next-password";

  private final Store store;
  private final TestDesk desk;

  TokensTest(Store store) {
    this.store = store;
    desk = store.shared();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer %s", "bearer %s", "BEARER %s", "Bearer   %s", "Bearer %s "})
  void aTokenShouldBeTakenUnderTheSchemeInAnyCase(String header) {
    desk.ask("GET", TestDesk.METADATA, header.formatted(desk.tokenOf("alice"))).ok();
  }

  @Test
  void aMissingTokenShouldBeAskedFor() {
    Answer answer = desk.ask("GET", TestDesk.METADATA, null).has(401);

    assertEquals("", answer.body());
    assertEquals("Bearer", answer.header("WWW-Authenticate"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bearer",
        "Bearer ",
        "Bearer x",
        "Bearer a.b.c",
        "Bearer ...",
        "Basic YWxpY2U6YWxpY2UtZGVtbw==",
        "Bearer demo-token-alice",
        "x"
      })
  void whatIsNoTokenShouldBeRefused(String header) {
    assertRefused(header);
  }

  static Stream<String> changes() {
    return Stream.of("header", "claims", "signature", "cut", "longer", "newlined");
  }

  @ParameterizedTest
  @MethodSource("changes")
  void aTokenThatSomebodyTouchedShouldBeRefused(String what) {
    String[] parts = desk.tokenOf("alice").split("\\.");
    String token =
        switch (what) {
          case "header" ->
              join(Segments.encoded("{\"alg\":\"HS256\",\"typ\":\"JWS\"}"), parts[1], parts[2]);
          case "claims" ->
              join(
                  parts[0],
                  Segments.encoded(Segments.decoded(parts[1]).replace("alice", "admin")),
                  parts[2]);
          case "signature" -> join(parts[0], parts[1], flipped(parts[2]));
          case "cut" -> join(parts[0], parts[1], "");
          case "longer" -> join(parts[0], parts[1], parts[2], parts[2]);
          default -> join(parts[0], parts[1], parts[2] + "%0A");
        };

    assertRefused("Bearer " + token);
  }

  @Test
  void aTokenWithoutASignatureShouldBeRefused() {
    String claims = desk.tokenOf("alice").split("\\.")[1];

    for (String none : new String[] {"none", "None", "NONE"}) {
      String header = Segments.encoded("{\"alg\":\"%s\",\"typ\":\"JWT\"}".formatted(none));
      assertRefused("Bearer " + join(header, claims, ""));
      assertRefused("Bearer " + join(header, claims, "AAAA"));
    }
  }

  /** Signed with the right key, so that only the algorithm tells it from a good one. */
  @ParameterizedTest
  @ValueSource(strings = {"HS384", "HS512"})
  void aTokenOfAnotherAlgorithmShouldBeRefused(String algorithm) throws Exception {
    String claims = desk.tokenOf("alice").split("\\.")[1];
    String header = Segments.encoded("{\"alg\":\"%s\",\"typ\":\"JWT\"}".formatted(algorithm));

    assertRefused("Bearer " + signed(header, claims, algorithm.replace("HS", "HmacSHA")));
    assertRefused("Bearer " + signed(header, claims, "HmacSHA256"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"aud\":\"tikting\"->\"aud\":\"panel\"",
        "\"aud\":\"tikting\"->\"aud\":[\"tikting\",\"panel\"]",
        "\"aud\":\"tikting\"->\"x\":1",
        "\"iss\":\"polydesk\"->\"iss\":\"elsewhere\"",
        "\"exp\":->\"x\":",
        "\"sst\":->\"x\":",
        "\"sub\":->\"x\":"
      })
  void aTokenForSomethingElseShouldBeRefused(String change) throws Exception {
    String claims = Segments.decoded(desk.tokenOf("alice").split("\\.")[1]);
    String[] pair = change.split("->");
    String changed = Segments.encoded(claims.replace(pair[0], pair[1]));

    desk.ask("GET", TestDesk.METADATA, "Bearer " + signed(Segments.encoded(claims))).ok();
    assertRefused("Bearer " + signed(changed));
  }

  @Test
  void aTokenShouldEndWithItsSecurityStamp() {
    String token = desk.logIn("mona", "mona-demo").ok().json("Token").asText();
    desk.ask("GET", TestDesk.METADATA, "Bearer " + token).ok();

    desk.execute(
        "update app_user set security_stamp = '%s', version = version + 1 where user_name = 'mona'"
            .formatted(UUID.randomUUID()));
    desk.forgetTokens();

    assertRefused("Bearer " + token);
    String next = desk.logIn("mona", "mona-demo").ok().json("Token").asText();
    desk.ask("GET", TestDesk.METADATA, "Bearer " + next).ok();
    desk.forgetTokens();
  }

  @Test
  void aTokenShouldEndWithItsAccount() {
    String token = desk.logIn("svc", "svc-demo").ok().json("Token").asText();
    desk.ask("GET", TestDesk.METADATA, "Bearer " + token).ok();

    disable("svc", true);
    try {
      assertRefused("Bearer " + token);
      Answer answer = desk.logIn("svc", "svc-demo").has(401);
      assertEquals("Invalid username or password.", answer.json("detail").asText());
    } finally {
      disable("svc", false);
    }
    desk.ask("GET", TestDesk.METADATA, "Bearer " + token).ok();
  }

  /** How an operator or an administrator takes from somebody what he was let in with. */
  private enum Ending {
    PASSWORD_BY_COMMAND {
      @Override
      void end(TestDesk desk, String userName, String number) {
        desk.command("user", "password", userName, "--password", NEXT_PASSWORD);
      }
    },
    PASSWORD_BY_HELPDESK {
      @Override
      void end(TestDesk desk, String userName, String number) {
        manage(desk, "UpdateUser?userId=%s&password=%s".formatted(number, NEXT_PASSWORD));
      }
    },
    DISABLED_BY_COMMAND {
      @Override
      void end(TestDesk desk, String userName, String number) {
        desk.command("user", "disable", userName);
      }
    },
    DISABLED_BY_HELPDESK {
      @Override
      void end(TestDesk desk, String userName, String number) {
        manage(desk, "UpdateUser?userId=%s&disabled=true".formatted(number));
      }
    };

    abstract void end(TestDesk desk, String userName, String number);

    boolean leavesAPassword() {
      return this == PASSWORD_BY_COMMAND || this == PASSWORD_BY_HELPDESK;
    }
  }

  /** Calls the Helpdesk's door as the administrator. */
  private static Answer manage(TestDesk desk, String call) {
    String login = Base64.getEncoder().encodeToString("admin:admin-demo".getBytes());
    return desk.ask("POST", "/helpdesk/api/" + call, "Basic " + login).ok();
  }

  /** Whichever node the change is made on, in a process of its own too. */
  @Test
  void aTokenShouldEndAtOnceOnAllNodesWithThePasswordOrTheAccount() {
    try (DeskServer other = store == Store.POSTGRESQL ? desk.anotherNode() : null) {
      List<DemoDesk> nodes =
          other == null ? List.of(desk) : List.of(desk, DemoDesk.runningAt(other.address(), ""));
      for (Ending ending : Ending.values()) {
        String userName = ending.name().toLowerCase(Locale.ROOT);
        String number =
            manage(
                    desk,
                    "CreateUser?username=%1$s&email=%1$s@x.test&password=%2$s"
                        .formatted(userName, FIRST_PASSWORD))
                .body();
        String first = desk.logIn(userName, FIRST_PASSWORD).ok().json("Token").asText();
        nodes.forEach(node -> assertTaken(node, first));

        ending.end(desk, userName, number);

        nodes.forEach(node -> assertEnded(node, first));
        desk.logIn(userName, FIRST_PASSWORD).has(401);
        if (ending.leavesAPassword()) {
          String next = desk.logIn(userName, NEXT_PASSWORD).ok().json("Token").asText();
          nodes.forEach(node -> assertTaken(node, next));
          manage(desk, "UpdateUser?userId=%s&disabled=true".formatted(number));
          nodes.forEach(node -> assertEnded(node, next));
        }
      }
    }
  }

  private static void assertTaken(DemoDesk node, String token) {
    node.ask("GET", DemoDesk.METADATA, "Bearer " + token).ok();
  }

  private static void assertEnded(DemoDesk node, String token) {
    node.ask("GET", DemoDesk.METADATA, "Bearer " + token).refusesTheToken();
  }

  /** Permissions are read from the store; what the token says about them is for people. */
  @Test
  void aPermissionShouldEndAtOnce() {
    Form form = Form.howTo().with("CreatorId", desk.idOf("mona"));
    String token = desk.logIn("mona", "mona-demo").ok().json("Token").asText();
    String granted = desk.query("select permissions from app_user where user_name = 'mona'");
    desk.post(TestDesk.REGISTER, form, "Bearer " + token).created();

    permit("");
    Answer refusal = desk.post(TestDesk.REGISTER, form, "Bearer " + token).has(400);
    permit(granted);

    assertEquals("Permission denied.", refusal.json("detail").asText());
    desk.post(TestDesk.REGISTER, form, "Bearer " + token).created();
  }

  private void permit(String permissions) {
    desk.execute(
        "update app_user set permissions = '%s', version = version + 1 where user_name = 'mona'"
            .formatted(permissions));
  }

  private void disable(String userName, boolean disabled) {
    desk.execute(
        "update app_user set disabled = %s, version = version + 1 where user_name = '%s'"
            .formatted(disabled, userName));
  }

  private void assertRefused(String header) {
    desk.ask("GET", TestDesk.METADATA, header).refusesTheToken();
  }

  private String signed(String claims) throws GeneralSecurityException {
    return signed(Segments.encoded(HS256), claims, "HmacSHA256");
  }

  private String signed(String header, String claims, String algorithm)
      throws GeneralSecurityException {
    Mac mac = Mac.getInstance(algorithm);
    mac.init(new SecretKeySpec(desk.jwtKey(), algorithm));
    String signed = header + "." + claims;
    byte[] signature = mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII));
    return join(header, claims, Base64.getUrlEncoder().withoutPadding().encodeToString(signature));
  }

  private static String flipped(String signature) {
    return (signature.charAt(0) == 'A' ? 'B' : 'A') + signature.substring(1);
  }

  private static String join(String... parts) {
    return String.join(".", parts);
  }
}
