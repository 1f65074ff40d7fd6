package org.polydesk.bootstrap.tikting;

import java.util.List;
import java.util.function.UnaryOperator;

/** What tests do with the tickets of a desk, and what that leaves in its store. */
final class Tickets {
  static final String BASE = "/api/TicketsApi/";

  /** A number that no ticket has. */
  static final String MISSING = "999999999";

  private final TestDesk desk;

  Tickets(TestDesk desk) {
    this.desk = desk;
  }

  /** The how-to's ticket, registered by alice; its number. */
  String open() {
    return open(form -> form);
  }

  /** The how-to's ticket with other fields, registered by alice; its number. */
  String open(UnaryOperator<Form> change) {
    return desk.register(change.apply(Form.howTo()), "alice").created().json("id").asText();
  }

  /** One that somebody asked for; nobody works on it. */
  String openFor(String userName) {
    return open(form -> form.with("CreatorId", desk.idOf(userName)));
  }

  /** One that somebody asked for and that is in a status. */
  String openFor(String userName, int status) {
    String id = openFor(userName);
    if (status != 1) {
      update(id, Form.empty().and("TicketStatusId", Integer.toString(status))).has(204);
    }
    return id;
  }

  Answer find(String id, String userName) {
    return desk.get(BASE + id, userName);
  }

  /** A field of the ticket as an administrator reads it. */
  String field(String id, String field) {
    return find(id, "admin").ok().json(field).asText();
  }

  /** {@code POST /api/TicketsApi/{verb}/{id}}. */
  Answer act(String verb, String id, Form form, String userName) {
    return desk.post(BASE + verb + "/" + id, form, "Bearer " + desk.tokenOf(userName));
  }

  /** With the requester that the ticket has, and by alice. */
  Answer update(String id, Form form) {
    return act("update", id, form.with("CreatorId", field(id, "creatorId")), "alice");
  }

  Answer close(String id, String userName) {
    return act("close", id, closing(id), userName);
  }

  Answer resolve(String id, String userName) {
    return act("resolve", id, resolution(id), userName);
  }

  Answer delete(String id, String userName) {
    return desk.ask("DELETE", BASE + id, "Bearer " + desk.tokenOf(userName));
  }

  static Form mail(String id) {
    return Form.empty()
        .and("Id", id)
        .and("Title", "About your ticket")
        .and("SendTo", "carol@acme.test")
        .and("Message", "Have you tried it?");
  }

  static Form requesterReply(String id, String userName) {
    return Form.empty()
        .and("Id", id)
        .and("Username", userName)
        .and("Title", "Still broken")
        .and("Message", "I have.");
  }

  static Form closing(String id) {
    return Form.empty().and("TicketId", id).and("CloseBy", TestDesk.ALICE);
  }

  static Form resolution(String id) {
    return Form.empty()
        .and("TicketId", id)
        .and("Details", "Replaced the screen.")
        .and("SubmitBy", TestDesk.ALICE);
  }

  /** The kinds of the ticket's entries, oldest first. */
  List<String> entries(String id) {
    return desk.rows("select e.kind" + ofTicket("entry e", id) + " order by e.entry_id");
  }

  long entries(String id, String kind) {
    return entries(id).stream().filter(kind::equals).count();
  }

  /** The names of the ticket's files, in their order. */
  List<String> files(String id) {
    return desk.rows("select e.name" + ofTicket("attachment e", id) + " order by e.attachment_id");
  }

  /** The messages that wait for delivery, such as {@code MAIL REPLIED}, in their order. */
  List<String> messages(String id) {
    return desk.rows(
        "select e.channel, e.event" + ofTicket("outbox e", id) + " order by e.outbox_id");
  }

  private static String ofTicket(String table, String id) {
    return " from %s join ticket t on t.ticket_id = e.ticket_id where t.ticket_number = %s"
        .formatted(table, id);
  }

  /** Every audited fact, as {@code action field old new}, oldest first. */
  List<String> audit(String id) {
    return desk.rows(
        "select action, field, old_value, new_value from audit where entity = 'ticket'"
            + " and entity_key = '%s' order by audit_id".formatted(id));
  }

  /** Every audited change of a field as {@code field|old|new}, oldest first. */
  List<String> changes(String id) {
    return desk.rows(
        "select field || '|' || coalesce(old_value, '') || '|' || coalesce(new_value, '')"
            + " from audit where action = 'changed' and entity = 'ticket'"
            + " and entity_key = '%s' order by audit_id".formatted(id));
  }

  /** All that a call may leave on a ticket. */
  Trace trace(String id) {
    return new Trace(
        desk.query("select version from ticket where ticket_number = " + id),
        desk.query("select updated_at from ticket where ticket_number = " + id),
        audit(id),
        entries(id),
        messages(id));
  }

  record Trace(
      String version,
      String updatedAt,
      List<String> audit,
      List<String> entries,
      List<String> messages) {}
}
