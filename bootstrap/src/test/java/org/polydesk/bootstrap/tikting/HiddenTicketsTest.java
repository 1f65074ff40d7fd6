package org.polydesk.bootstrap.tikting;

import static org.junit.jupiter.api.Assertions.assertEquals;

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

  @ParameterizedTest
  @CsvSource({
    "get,404", "delete,404", "metadata,400", "update,400", "forward,400", "reply,400",
    "close,404", "resolve,400", "pickup,404", "read,404", "addfiles,404", "reqreply,400"
  })
  void aHiddenTicketShouldAnswerAsAMissingOne(String verb, int status) {
    String hidden = tickets.open();
    Tickets.Trace before = tickets.trace(hidden);

    for (String userName : new String[] {"rita", "carol"}) {
      Answer missing = tickets.call(verb, Tickets.MISSING, userName);
      Answer answer = tickets.call(verb, hidden, userName);

      int expected = verb.equals("pickup") && userName.equals("carol") ? 403 : status;
      assertEquals(expected, answer.status(), answer.body());
      assertEquals(missing.status(), answer.status());
      assertEquals(missing.bodyWithoutTrace(), answer.bodyWithoutTrace());
      assertEquals(missing.headers().keySet(), answer.headers().keySet());
    }
    assertEquals(before, tickets.trace(hidden));
  }
}
