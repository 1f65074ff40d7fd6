package org.polydesk.bootstrap.tikting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What calls leave in the audit. Source: docs/dialects/tikting.md, section "Changing a ticket". */
@OnEveryStore
final class HistoryTest {

  private final TestDesk desk;
  private final Tickets tickets;

  HistoryTest(Store store) {
    desk = store.shared();
    tickets = new Tickets(desk);
  }

  private Answer call(String verb, String id) {
    return switch (verb) {
      case "delete" -> tickets.delete(id, "admin");
      case "update" -> tickets.update(id, Form.empty().and("SiteId", "2"));
      case "forward", "reply" -> tickets.act(verb, id, Tickets.mail(id), "alice");
      case "close" -> tickets.close(id, "alice");
      case "resolve" -> tickets.resolve(id, "alice");
      case "reqreply" -> tickets.act(verb, id, Tickets.requesterReply(id, "carol"), "carol");
      case "addfiles" -> tickets.act(verb, id, Form.empty().file("a.pdf", Tickets.PDF), "alice");
      default -> tickets.act(verb, id, Form.empty(), "alice");
    };
  }

  @ParameterizedTest
  @CsvSource({
    "update,changed site 1 2",
    "pickup,changed technician null a1b2c3d4-e5f6-7890-abcd-ef1234567890",
    "reply,",
    "close,changed status 6 4",
    "resolve,changed status 6 3",
    "addfiles,fileAdded file null a.pdf",
    "delete,deleted subject Laptop screen is broken null",
    "forward,",
    "reqreply,"
  })
  void aCallShouldBeInTheHistoryOnce(String verb, String row) {
    String id = tickets.openFor("carol", 6);
    List<String> before = tickets.audit(id);

    Answer answer = call(verb, id);

    assertEquals(2, answer.status() / 100, answer.body());
    List<String> after = tickets.audit(id);
    assertNotEquals(before, after);
    List<String> added = after.subList(before.size(), after.size());
    assertEquals(added.size(), added.stream().distinct().count(), added.toString());
    if (row != null) {
      assertEquals(1, added.stream().filter(row::equals).count(), added.toString());
    }
    String who = verb.equals("delete") ? "admin" : verb.equals("reqreply") ? "carol" : "alice";
    assertEquals(
        List.of(desk.idOf(who) + " tikting"),
        desk.rows(
            "select distinct actor_id, door from audit where entity = 'ticket'"
                + " and entity_key = '%s' and audit_id > (%s)".formatted(id, lastOf(id, before))));
  }

  /** The last of the rows that were there before. */
  private static String lastOf(String id, List<String> before) {
    return ("select max(audit_id) from (select audit_id from audit where entity = 'ticket'"
            + " and entity_key = '%s' order by audit_id limit %d) old")
        .formatted(id, before.size());
  }

  @Test
  void aCallThatChangesNothingShouldWriteNothing() {
    String id = tickets.openFor("carol");
    call("pickup", id).ok();
    call("close", id).has(204);
    Tickets.Trace before = tickets.trace(id);

    call("pickup", id).ok();
    call("close", id).ok();
    call("resolve", id).ok();
    call("read", id).ok();
    tickets.update(id, Form.empty().and("SiteId", "1").and("TicketStatusId", "4")).has(204);
    tickets.act("addfiles", id, Form.empty().file("a.exe", Tickets.PDF), "alice").ok();

    List<String> skipped = tickets.audit(id);
    assertEquals("fileSkipped file null a.exe", skipped.get(skipped.size() - 1));
    Tickets.Trace after = tickets.trace(id);
    assertEquals(before.audit(), skipped.subList(0, skipped.size() - 1));
    assertEquals(before.version(), after.version());
    assertEquals(before.updatedAt(), after.updatedAt());
    assertEquals(before.entries(), after.entries());
    assertEquals(before.messages(), after.messages());
  }
}
