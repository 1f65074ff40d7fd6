package org.polydesk.bootstrap.tikting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Source: docs/dialects/tikting.md, section "Who sees what". */
@OnEveryStore
final class HiddenTicketsTest {
  private static final String EVERYTHING =
      "CLOSE,CREATE,DELETE,FORWARD,ONLY_PRIVATE,PICKUP,REPLY,RESOLVE,UPDATE";

  private final TestDesk desk;
  private final Tickets tickets;

  HiddenTicketsTest(Store store) {
    desk = store.shared();
    tickets = new Tickets(desk);
  }

  @BeforeEach
  void permitEverything() {
    permit(EVERYTHING, "carol");
    permit(EVERYTHING, "rita");
  }

  @AfterEach
  void permitTheUsual() {
    permit("CREATE", "carol");
    permit("CLOSE,CREATE,FORWARD,ONLY_PRIVATE,PICKUP,REPLY,RESOLVE,UPDATE", "rita");
  }

  private void permit(String permissions, String userName) {
    desk.execute(
        "update app_user set permissions = '%s', version = version + 1 where user_name = '%s'"
            .formatted(permissions, userName));
  }

  private Answer call(String verb, String id, String userName) {
    String bearer = "Bearer " + desk.tokenOf(userName);
    String path = Tickets.BASE + verb + "/" + id;
    return switch (verb) {
      case "get" -> tickets.find(id, userName);
      case "delete" -> tickets.delete(id, userName);
      case "metadata" -> desk.get(path, userName);
      case "update" -> desk.post(path, Form.empty().and("CreatorId", desk.idOf(userName)), bearer);
      case "forward", "reply" -> desk.post(path, Tickets.mail(id), bearer);
      case "close" ->
          desk.post(path, Tickets.closing(id).with("CloseBy", desk.idOf(userName)), bearer);
      case "resolve" ->
          desk.post(path, Tickets.resolution(id).with("SubmitBy", desk.idOf(userName)), bearer);
      case "reqreply" -> desk.post(path, Tickets.requesterReply(id, userName), bearer);
      case "addfiles" ->
          desk.post(
              path,
              Form.empty().file("a.pdf", "%PDF-1.4".getBytes(StandardCharsets.US_ASCII)),
              bearer);
      default -> desk.post(path, Form.empty(), bearer);
    };
  }

  @ParameterizedTest
  @CsvSource({
    "get,404", "delete,404", "metadata,400", "update,400", "forward,400", "reply,400",
    "close,404", "resolve,400", "pickup,404", "read,404", "addfiles,404", "reqreply,400"
  })
  void aHiddenTicketShouldAnswerAsAMissingOne(String verb, int status) {
    String hidden = tickets.open();
    Tickets.Trace before = tickets.trace(hidden);

    for (String userName : new String[] {"rita", "carol"}) {
      Answer missing = call(verb, Tickets.MISSING, userName);
      Answer answer = call(verb, hidden, userName);

      int expected = verb.equals("pickup") && userName.equals("carol") ? 403 : status;
      assertEquals(expected, answer.status(), answer.body());
      assertEquals(missing.status(), answer.status());
      assertEquals(missing.bodyWithoutTrace(), answer.bodyWithoutTrace());
      assertEquals(missing.headers().keySet(), answer.headers().keySet());
    }
    assertEquals(before, tickets.trace(hidden));
  }
}
