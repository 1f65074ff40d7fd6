package org.polydesk.bootstrap.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.polydesk.bootstrap.tikting.Store;
import org.polydesk.bootstrap.tikting.TestDesk;

/** What somebody may not see costs the database as many statements as what is not there. */
final class HiddenStatementsTest {
  private static final String MISSING = "987654321";
  private static final int ATTEMPTS = 8;

  /** How often each statement has run, as H2 counts them; numbers in them do not matter. */
  private static Map<String, Long> statements(TestDesk desk) {
    Map<String, Long> counts = new TreeMap<>();
    desk.rows(
            """
            select execution_count, replace(sql_statement, chr(10), ' ')
            from information_schema.query_statistics
            """)
        .forEach(
            row -> {
              int blank = row.indexOf(' ');
              counts.merge(
                  row.substring(blank + 1).replaceAll("[0-9]+", "0"),
                  Long.parseLong(row.substring(0, blank)),
                  Long::sum);
            });
    counts.keySet().removeIf(sql -> sql.contains("query_statistics"));
    return counts;
  }

  private static Map<String, Long> ranFor(TestDesk desk, Runnable work) {
    Map<String, Long> before = statements(desk);
    work.run();
    Map<String, Long> ran = new TreeMap<>();
    statements(desk)
        .forEach(
            (sql, count) -> {
              long more = count - before.getOrDefault(sql, 0L);
              if (more > 0) {
                ran.put(sql, more);
              }
            });
    return ran;
  }

  /** Work of the server's own may come between, so that a few attempts are made to see the same. */
  private static void sameStatements(TestDesk desk, String about, Function<String, Runnable> ask) {
    sameStatements(desk, about, MISSING, ask);
  }

  private static void sameStatements(
      TestDesk desk, String about, String missing, Function<String, Runnable> ask) {
    String hidden = about.substring(0, about.indexOf(' '));
    Map<String, Long> ranForHidden = Map.of();
    Map<String, Long> ranForMissing = Map.of("none", 1L);
    for (int i = 0; i < ATTEMPTS && !ranForHidden.equals(ranForMissing); i++) {
      ranForHidden = ranFor(desk, ask.apply(hidden));
      ranForMissing = ranFor(desk, ask.apply(missing));
    }
    assertEquals(ranForMissing, ranForHidden, about);
  }

  @Test
  void hiddenAndMissingShouldTakeTheSameStatements() {
    try (TestDesk desk = TestDesk.standingAt(Store.H2, Instant.parse("2026-03-04T10:00:00Z"))) {
      Visitor dave = Visitor.panel(desk, "demo-panel-token-dave");
      Visitor member = Visitor.helpdesk(desk, "dave");
      Visitor tikting = Visitor.tikting(desk, "carol");
      Visitor theirs =
          new Visitor(desk, "/ticketing/v1", "Ocp-Apim-Subscription-Key", "other-primary-key");
      String number =
          Visitor.helpdesk(desk, "mona")
              .form("ticket", "categoryId", "11", "subject", "s", "body", "b")
              .ok()
              .body();
      desk.execute("set query_statistics true");
      desk.execute("set query_statistics_max_entries 2000");
      for (String path : List.of("/support/tickets/%s", "/support/tickets/%s/comments")) {
        sameStatements(
            desk, number + " panel " + path, n -> () -> dave.get(path.formatted(n)).has(404));
      }
      for (String verb : List.of("comments", "close", "vote")) {
        sameStatements(
            desk,
            number + " panel " + verb,
            n ->
                () ->
                    dave.json(
                            "POST",
                            "/support/tickets/" + n + "/" + verb,
                            "{\"body\":\"b\",\"score\":1}")
                        .has(404));
      }
      String comment =
          Visitor.helpdesk(desk, "mona")
              .get("comments?id=" + number)
              .ok()
              .json()
              .path(0)
              .path("CommentID")
              .asText("1");
      sameStatements(
          desk, comment + " panel comment", n -> () -> dave.get("/support/comments/" + n).has(404));
      for (String path : List.of("/tickets/%s", "/tickets/%s/activities")) {
        sameStatements(
            desk, number + " taas " + path, n -> () -> theirs.get(path.formatted(n)).has(404));
      }
      for (String path : List.of("ticket?id=%s", "comments?id=%s")) {
        sameStatements(
            desk, number + " helpdesk " + path, n -> () -> member.get(path.formatted(n)).has(404));
      }
      sameStatements(desk, number + " tikting get", n -> () -> tikting.get("/" + n).has(404));
    }
  }

  /** Files by their public keys and by their numbers: of another client, of a note, of no entry. */
  @Test
  void hiddenAndMissingFilesShouldTakeTheSameStatements() {
    try (TestDesk desk = TestDesk.standingAt(Store.H2, Instant.parse("2026-03-04T10:00:00Z"))) {
      Visitor carol = Visitor.panel(desk, "demo-panel-token");
      Visitor dave = Visitor.panel(desk, "demo-panel-token-dave");
      Visitor member = Visitor.helpdesk(desk, "dave");
      Visitor requester = Visitor.helpdesk(desk, "carol");
      Visitor theirs =
          new Visitor(desk, "/ticketing/v1", "Ocp-Apim-Subscription-Key", "other-primary-key");
      String waiting = file(carol);
      String said = file(carol);
      String noted = file(carol);
      carol
          .json(
              "POST",
              "/support/tickets",
              "{\"summary\":\"s\",\"comment_body\":\"b\",\"files\":[\"%s\"]}".formatted(said))
          .ok();
      carol
          .json(
              "POST",
              "/support/tickets/1/comments",
              "{\"body\":\"b\",\"files\":[\"%s\"]}".formatted(noted))
          .ok();
      desk.execute(
          "update entry set visibility = 'INTERNAL' where entry_id = ("
              + of("entry_id", noted)
              + ")");
      desk.execute("set query_statistics true");
      desk.execute("set query_statistics_max_entries 2000");
      String missing = UUID.randomUUID().toString();
      for (String file : List.of(waiting, said)) {
        sameStatements(
            desk,
            file + " panel file",
            missing,
            key -> () -> dave.get("/files/public/files/" + key).has(404));
        sameStatements(
            desk,
            file + " taas file",
            missing,
            key -> () -> theirs.get("/attachments/" + key).has(404));
      }
      sameStatements(
          desk,
          noted + " panel file of a note",
          missing,
          key -> () -> carol.get("/files/public/files/" + key).has(404));
      for (String path : List.of("Attachment?id=%s", "DeleteFile?id=%s")) {
        sameStatements(
            desk,
            desk.query(of("attachment_id", said)) + " helpdesk " + path,
            n -> () -> member.get(path.formatted(n)).has(404));
        sameStatements(
            desk,
            desk.query(of("attachment_id", noted)) + " helpdesk " + path + " of a note",
            n -> () -> requester.get(path.formatted(n)).has(404));
      }
    }
  }

  private static String file(Visitor client) {
    return client
        .upload("/files/public/files", null, "file", "a.txt", "bytes")
        .ok()
        .json("id")
        .asText();
  }

  private static String of(String column, String file) {
    return "select %s from attachment where public_id = '%s'".formatted(column, file);
  }
}
