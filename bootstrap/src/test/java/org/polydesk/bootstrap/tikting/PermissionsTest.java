package org.polydesk.bootstrap.tikting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.polydesk.domain.user.Permission;
import org.polydesk.domain.user.Role;

/**
 * Who may do what. Source: docs/dialects/tikting.md, sections "What is served", "Errors" and "Who
 * sees what".
 */
@OnEveryStore
final class PermissionsTest {
  private static final Map<String, Permission> NEEDED = new LinkedHashMap<>();

  static {
    NEEDED.put("update", Permission.UPDATE);
    NEEDED.put("forward", Permission.FORWARD);
    NEEDED.put("reply", Permission.REPLY);
    NEEDED.put("close", Permission.CLOSE);
    NEEDED.put("resolve", Permission.RESOLVE);
    NEEDED.put("pickup", Permission.PICKUP);
    NEEDED.put("delete", Permission.DELETE);
  }

  private static final List<String> FREE = List.of("read", "addfiles", "reqreply");

  private final TestDesk desk;
  private final Tickets tickets;
  private String before;

  PermissionsTest(Store store) {
    desk = store.shared();
    tickets = new Tickets(desk);
  }

  @BeforeEach
  void rememberMona() {
    desk.tokenOf("mona");
    before = desk.query("select permissions from app_user where user_name = 'mona'");
  }

  @AfterEach
  void giveMonaHerRoleBack() {
    set("MEMBER", before);
  }

  private void become(Role role, Stream<Permission> permissions) {
    set(role.name(), permissions.map(Enum::name).sorted().collect(Collectors.joining(",")));
  }

  private void set(String role, String permissions) {
    desk.execute(
        "update app_user set role = '%s', permissions = '%s', version = version + 1"
                .formatted(role, permissions)
            + " where user_name = 'mona'");
  }

  private Answer call(String verb, String id, Form form) {
    return verb.equals("delete") ? tickets.delete(id, "mona") : tickets.act(verb, id, form, "mona");
  }

  /** Told before the form is looked at, the id is read or the ticket is looked for. */
  @ParameterizedTest
  @EnumSource(Role.class)
  void aCallShouldNeedItsPermissionAndNoOther(Role role) {
    String seen = tickets.openFor("mona");
    for (Permission only : Permission.values()) {
      become(role, Stream.of(only));
      NEEDED.forEach(
          (verb, needed) -> {
            boolean allowed = needed == only && !(verb.equals("pickup") && role.isMember());
            for (String id : List.of(Tickets.MISSING, "abc", seen)) {
              if (allowed && id.equals(seen) && List.of("delete", "pickup").contains(verb)) {
                continue;
              }
              Answer answer = call(verb, id, Form.empty().and("x", "y"));
              String what = "%s with %s: %s %s".formatted(role, only, verb, id);
              boolean memberPicks = needed == only && !allowed;
              if (memberPicks && id.equals("abc")) {
                assertEquals(400, answer.status(), what);
              } else {
                assertEquals(!allowed, answer.status() == 403, what + answer.body());
                assertTrue(allowed || answer.body().isEmpty(), what);
              }
            }
          });
      for (String verb : FREE) {
        assertTrue(
            List.of(400, 404).contains(call(verb, Tickets.MISSING, Form.empty()).status()),
            role + verb);
      }
      assertFree(seen);
    }
  }

  /** What nobody needs a permission for. */
  private void assertFree(String seen) {
    tickets.find(seen, "mona").ok();
    for (String path : List.of("metadata", "metadata/" + seen, "appmetadata")) {
      desk.get(Tickets.BASE + path, "mona").ok();
    }
    call("read", seen, Form.empty()).ok();
    call("reqreply", seen, Tickets.requesterReply(seen, "mona")).ok();
    call("addfiles", seen, Form.empty().file("a.pdf", new byte[] {'%', 'P', 'D', 'F'})).ok();
    String mona = "Bearer " + desk.tokenOf("mona");
    desk.post(Tickets.BASE + "list", Form.empty().and("username", "mona"), mona).ok();
    Form raising = Form.empty().and("Title", "T").and("Description", "D").and("Requester", "mona");
    desk.post(Tickets.BASE + "new", raising, mona).created();
    desk.send(
            "POST",
            "/api/TicketsApi",
            r ->
                r.header("Authorization", mona)
                    .header("Content-Type", "application/json")
                    .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{}")))
        .ok();
  }

  /** The one permission is enough, whatever the role; a member picks nothing up. */
  @ParameterizedTest
  @EnumSource(Role.class)
  void aPermissionShouldBeEnough(Role role) {
    NEEDED.forEach(
        (verb, needed) -> {
          String id = tickets.openFor("mona");
          become(role, Stream.of(needed));

          Answer answer = call(verb, id, formOf(verb, id));

          boolean memberPicks = verb.equals("pickup") && role.isMember();
          int done = List.of("update", "close").contains(verb) ? 204 : 200;
          assertEquals(memberPicks ? 403 : done, answer.status(), role + verb + answer.body());
        });
  }

  /** Neither his own nor one that he has a task of; who asks already may be repeated. */
  @Test
  void aMemberShouldNameNobodyElseAsTheOneWhoAsks() {
    String own = tickets.openFor("mona");
    String tasked = tickets.openFor("carol");
    desk.giveTask(tasked, "mona", false);
    become(Role.MEMBER, Stream.of(Permission.UPDATE));

    for (String id : List.of(own, tasked)) {
      Tickets.Trace trace = tickets.trace(id);
      update(id, "dave").refuses("CreatorId", "Invalid CreatorId.");
      update(id, "alice").refuses("CreatorId", "Invalid CreatorId.");
      update(id, id.equals(own) ? "mona" : "carol").has(204);
      assertEquals(trace, tickets.trace(id));
    }
    become(Role.TECHNICIAN, Stream.of(Permission.UPDATE));
    update(own, "dave").has(204);
  }

  private Answer update(String id, String creator) {
    return call("update", id, Form.empty().and("CreatorId", desk.idOf(creator)));
  }

  private Form formOf(String verb, String id) {
    return switch (verb) {
      case "update" -> Form.empty().and("CreatorId", desk.idOf("mona")).and("TicketStatusId", "2");
      case "forward", "reply" -> Tickets.mail(id);
      case "close" -> Tickets.closing(id).with("CloseBy", desk.idOf("mona"));
      case "resolve" -> Tickets.resolution(id).with("SubmitBy", desk.idOf("mona"));
      default -> Form.empty();
    };
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void registeringWithoutPermissionShouldBeABadRequest(Role role) {
    Form form = Form.howTo().with("CreatorId", desk.idOf("mona"));
    become(role, Stream.of(Permission.values()).filter(p -> p != Permission.CREATE));

    Answer refusal = desk.register(form, "mona").has(400);
    desk.register(Form.empty().and("x", "y"), "mona").refuses(RegisterRules.ALL_REQUIRED);
    become(role, Stream.of(Permission.CREATE));

    assertEquals("Permission denied.", refusal.json("detail").asText());
    desk.register(form, "mona").created();
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void onlyPrivateShouldHideWhatIsNotOnesOwn(Role role) {
    String own = tickets.openFor("mona");
    String other = tickets.openFor("carol");
    for (boolean restricted : new boolean[] {false, true}) {
      become(role, restricted ? Stream.of(Permission.ONLY_PRIVATE) : Stream.empty());

      tickets.find(own, "mona").ok();
      boolean hidden = restricted || role.isMember();
      tickets.find(other, "mona").has(hidden ? 404 : 200);
    }
  }

  /** The order: permission, form, id of the body, ticket, what is named, the state. */
  @Test
  void checksShouldComeInTheirOrder() {
    String closed = tickets.openFor("carol", 4);
    become(Role.TECHNICIAN, Stream.of(Permission.CLOSE));

    Form form = Form.empty().and("TicketId", "7").and("CloseBy", "nobody");
    call("close", closed, form).refuses("CloseBy", "Invalid CloseBy.");
    form = form.with("CloseBy", "00000000-0000-4000-8000-00000000abcd");
    call("close", closed, form).refuses("TicketId", "The TicketId does not match the path.");
    form = form.with("TicketId", Tickets.MISSING);
    call("close", Tickets.MISSING, form).has(404);
    form = form.with("TicketId", closed);
    call("close", closed, form).has(200);
  }

  @Test
  void aKindOfBodyThatIsNotTakenShouldBeToldAfterThePermission() {
    for (boolean allowed : new boolean[] {false, true}) {
      become(Role.TECHNICIAN, allowed ? Stream.of(Permission.CLOSE) : Stream.empty());
      desk.send(
              "POST",
              Tickets.BASE + "close/" + Tickets.MISSING,
              r ->
                  r.header("Authorization", "Bearer " + desk.tokenOf("mona"))
                      .header("Content-Type", "application/json")
                      .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{}")))
          .has(allowed ? 415 : 403);
    }
  }
}
