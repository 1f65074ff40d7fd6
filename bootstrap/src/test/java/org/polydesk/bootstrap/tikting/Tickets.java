package org.polydesk.bootstrap.tikting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What tests do with the tickets of a desk, and what that leaves in its store. */
public final class Tickets {
  public static final String BASE = "/api/TicketsApi/";

  /** A number that no ticket has. */
  public static final String MISSING = "999999999";

  /** What begins as a PDF does. */
  public static final byte[] PDF = "%PDF-1.4 a page".getBytes(StandardCharsets.US_ASCII);

  private final DemoDesk desk;

  public Tickets(DemoDesk desk) {
    this.desk = desk;
  }

  /** The how-to's ticket, registered by alice; its number. */
  public String open() {
    return open(form -> form);
  }

  /** The how-to's ticket with other fields, registered by alice; its number. */
  public String open(UnaryOperator<Form> change) {
    return desk.register(change.apply(Form.howTo()), "alice").created().json("id").asText();
  }

  /** One that somebody asked for; nobody works on it. */
  public String openFor(String userName) {
    return open(form -> form.with("CreatorId", desk.idOf(userName)));
  }

  /** One that somebody asked for and that is in a status. */
  public String openFor(String userName, int status) {
    String id = openFor(userName);
    if (status != 1) {
      update(id, Form.empty().and("TicketStatusId", Integer.toString(status))).has(204);
    }
    return id;
  }

  public Answer find(String id, String userName) {
    return desk.get(BASE + id, userName);
  }

  /** A field of the ticket as an administrator reads it. */
  public String field(String id, String field) {
    return find(id, "admin").ok().json(field).asText();
  }

  /** {@code POST /api/TicketsApi/{verb}/{id}}. */
  public Answer act(String verb, String id, Form form, String userName) {
    return desk.post(BASE + verb + "/" + id, form, "Bearer " + desk.tokenOf(userName));
  }

  /** With the requester that the ticket has, and by alice. */
  public Answer update(String id, Form form) {
    return act("update", id, form.with("CreatorId", field(id, "creatorId")), "alice");
  }

  public Answer close(String id, String userName) {
    return act("close", id, closing(id), userName);
  }

  public Answer resolve(String id, String userName) {
    return act("resolve", id, resolution(id), userName);
  }

  public Answer delete(String id, String userName) {
    return desk.ask("DELETE", BASE + id, "Bearer " + desk.tokenOf(userName));
  }

  /** Any call that names a ticket, with all that it needs; {@code get} and {@code delete} too. */
  public Answer call(String verb, String id, String userName) {
    String user = desk.idOf(userName);
    return switch (verb) {
      case "get" -> find(id, userName);
      case "delete" -> delete(id, userName);
      case "metadata" -> desk.get(BASE + verb + "/" + id, userName);
      case "update" -> act(verb, id, Form.empty().and("CreatorId", user), userName);
      case "forward", "reply" -> act(verb, id, mail(id), userName);
      case "close" -> act(verb, id, closing(id).with("CloseBy", user), userName);
      case "resolve" -> act(verb, id, resolution(id).with("SubmitBy", user), userName);
      case "reqreply" -> act(verb, id, requesterReply(id, userName), userName);
      case "addfiles" -> act(verb, id, Form.empty().file("a.pdf", PDF), userName);
      default -> act(verb, id, Form.empty(), userName);
    };
  }

  public static Form mail(String id) {
    return Form.empty()
        .and("Id", id)
        .and("Title", "About your ticket")
        .and("SendTo", "carol@acme.test")
        .and("Message", "Have you tried it?");
  }

  public static Form requesterReply(String id, String userName) {
    return Form.empty()
        .and("Id", id)
        .and("Username", userName)
        .and("Title", "Still broken")
        .and("Message", "I have.");
  }

  public static Form closing(String id) {
    return Form.empty().and("TicketId", id).and("CloseBy", DemoDesk.ALICE);
  }

  public static Form resolution(String id) {
    return Form.empty()
        .and("TicketId", id)
        .and("Details", "Replaced the screen.")
        .and("SubmitBy", DemoDesk.ALICE);
  }

  /** The kinds of the ticket's entries, oldest first. */
  public List<String> entries(String id) {
    return desk.rows("select e.kind" + ofTicket("entry e", id) + " order by e.entry_id");
  }

  public long entries(String id, String kind) {
    return entries(id).stream().filter(kind::equals).count();
  }

  /** The names of the ticket's files, in their order. */
  public List<String> files(String id) {
    return desk.rows("select e.name" + ofTicket("attachment e", id) + " order by e.attachment_id");
  }

  /** The messages that wait for delivery, such as {@code MAIL REPLIED}, in their order. */
  public List<String> messages(String id) {
    return desk.rows(
        "select e.channel, e.event" + ofTicket("outbox e", id) + " order by e.outbox_id");
  }

  private static String ofTicket(String table, String id) {
    return " from %s join ticket t on t.ticket_id = e.ticket_id where t.ticket_number = %s"
        .formatted(table, id);
  }

  /** Every audited fact, as {@code action field old new}, oldest first. */
  public List<String> audit(String id) {
    return desk.rows(
        "select action, field, old_value, new_value from audit where entity = 'ticket'"
            + " and entity_key = '%s' order by audit_id".formatted(id));
  }

  /** Every audited change of a field as {@code field|old|new}, oldest first. */
  public List<String> changes(String id) {
    return desk.rows(
        "select field || '|' || coalesce(old_value, '') || '|' || coalesce(new_value, '')"
            + " from audit where action = 'changed' and entity = 'ticket'"
            + " and entity_key = '%s' order by audit_id".formatted(id));
  }

  /**
   * The last value of each changed field, once it is sure that every change begins where the one
   * before it ended.
   */
  public Map<String, String> lastOfChain(String id) {
    Map<String, String> last = new HashMap<>();
    for (String row : changes(id)) {
      String[] cells = row.split("\\|");
      if (last.containsKey(cells[0])) {
        assertEquals(last.get(cells[0]), cells[1], row);
      }
      last.put(cells[0], cells[2]);
    }
    return last;
  }

  /** All that a call may leave on a ticket. */
  public Trace trace(String id) {
    return new Trace(
        desk.query("select version from ticket where ticket_number = " + id),
        desk.query("select updated_at from ticket where ticket_number = " + id),
        audit(id),
        entries(id),
        messages(id));
  }

  public record Trace(
      String version,
      String updatedAt,
      List<String> audit,
      List<String> entries,
      List<String> messages) {}
}
