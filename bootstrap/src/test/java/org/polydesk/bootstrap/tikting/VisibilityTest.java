package org.polydesk.bootstrap.tikting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Source: docs/dialects/tikting.md, section "Who sees what". */
@OnEveryStore
final class VisibilityTest {
  private static final Set<String> OF_EACH_REQUEST =
      Set.of("date", "x-request-id", "content-length");

  private final TestDesk desk;

  VisibilityTest(Store store) {
    desk = store.shared();
  }

  /** Opened by one and worked on by the other. */
  private String ticketOf(String creator, String technician) {
    Form form = Form.howTo().with("CreatorId", desk.idOf(creator));
    form = technician == null ? form : form.and("AssignedUser", desk.idOf(technician));
    return desk.register(form, "alice").created().json("id").asText();
  }

  private Answer find(String id, String userName) {
    return desk.get("/api/TicketsApi/" + id, userName);
  }

  @ParameterizedTest
  @CsvSource({
    "alice,bob,admin,true",
    "alice,bob,alice,true",
    "carol,,bob,true",
    "carol,,svc,true",
    "alice,bob,rita,false",
    "rita,bob,rita,true",
    "alice,rita,rita,true",
    "carol,,rita,false",
    "alice,bob,carol,false",
    "carol,bob,carol,true",
    "dave,,carol,false",
    "alice,,dave,false",
    "dave,,dave,true",
    "carol,,dave,false",
    "carol,,mona,false",
    "mona,,mona,true"
  })
  void aTicketShouldBeSeenByWhomItConcerns(
      String creator, String technician, String viewer, boolean seen) {
    Answer answer = find(ticketOf(creator, technician), viewer);

    assertEquals(seen ? 200 : 404, answer.status(), answer.body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"rita", "carol", "dave", "mona"})
  void aHiddenTicketShouldAnswerAsAMissingOne(String viewer) {
    Answer hidden = find(ticketOf("alice", "bob"), viewer).has(404);
    Answer missing = find("999999999", viewer).has(404);

    assertEquals(missing.bodyWithoutTrace(), hidden.bodyWithoutTrace());
    assertEquals(lasting(missing), lasting(hidden));
  }

  private static Map<String, String> lasting(Answer answer) {
    Map<String, String> headers = new TreeMap<>(answer.headers());
    headers.keySet().removeAll(OF_EACH_REQUEST);
    return headers;
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aTaskShouldShowItsTicket(boolean done) {
    String id = ticketOf("alice", "bob");
    find(id, "rita").has(404);

    desk.giveTask(id, "rita", done);

    find(id, "rita").ok();
    find(id, "carol").has(404);
  }

  @Test
  void aDeletedTicketShouldBeMissingForEverybody() {
    String id = ticketOf("rita", "bob");
    find(id, "rita").ok();

    desk.execute("update ticket set deleted_at = opened_at where ticket_number = " + id);

    for (String viewer : new String[] {"admin", "alice", "bob", "rita", "svc"}) {
      assertEquals(
          find("999999999", viewer).bodyWithoutTrace(), find(id, viewer).bodyWithoutTrace());
    }
  }

  @Test
  void readingShouldNotMarkAsRead() {
    String id = ticketOf("carol", null);

    assertEquals("false", find(id, "bob").ok().json("isRead").toString());
    assertEquals("false", find(id, "bob").ok().json("isRead").toString());
  }
}
