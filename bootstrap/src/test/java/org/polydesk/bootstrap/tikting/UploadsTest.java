package org.polydesk.bootstrap.tikting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Source: docs/dialects/tikting.md, sections "Registering a ticket" and "Who sees what". */
@OnEveryStore
final class UploadsTest {
  private static final int LIMIT = 30_000_000;

  private final TestDesk desk;

  /** So that no test meets bytes that another one has kept. */
  private final String unique = UUID.randomUUID().toString();

  UploadsTest(Store store) {
    desk = store.shared();
  }

  @Test
  void whatTheDeskDoesNotTakeShouldBeLeftOut() {
    int kept = desk.files().size();
    Form form = Form.howTo().file("report.pdf", bytes("%PDF-1.7")).file("setup.exe", bytes("MZ"));

    Answer created = desk.register(form, "alice").created();

    assertEquals("1", created.header("X-Skipped-Files"));
    JsonNode files = attachmentsOf(created);
    assertEquals(1, files.size());
    JsonNode file = files.get(0);
    assertEquals(
        List.of("id", "fileName", "contentType", "size", "createdOn", "createdBy"),
        Answer.keysOf(file));
    assertEquals("report.pdf", file.path("fileName").asText());
    assertEquals("application/pdf", file.path("contentType").asText());
    assertEquals(unique.length() + 8, file.path("size").asInt());
    assertEquals(TestDesk.ALICE, file.path("createdBy").asText());
    assertTrue(desk.until(() -> desk.files().size() == kept + 1));
    assertEquals(
        "setup.exe",
        desk.query(
            "select new_value from audit where action = 'fileSkipped' and entity_key = '%s'"
                .formatted(created.json("id"))));
  }

  private byte[] bytes(String beginning) {
    return (beginning + unique).getBytes(StandardCharsets.UTF_8);
  }

  private JsonNode attachmentsOf(Answer created) {
    return desk.get("/api/TicketsApi/" + created.json("id"), "alice").ok().json("attachments");
  }

  /** A forwarded file is for those who work at the desk, as what is said with it. */
  @ParameterizedTest
  @CsvSource({
    "forward,alice bob admin rita,carol svc",
    "reply,alice bob admin rita carol svc,",
  })
  void aFileShouldBeShownToWhoSeesItsEntry(String verb, String shown, String hidden) {
    Tickets tickets = new Tickets(desk);
    Form form = Form.howTo().with("CreatorId", desk.idOf("carol"));
    String id =
        desk.register(form.and("AssignedUser", desk.idOf("rita")), "alice")
            .created()
            .json("id")
            .asText();

    tickets.act(verb, id, Tickets.mail(id).file("a.pdf", bytes("%PDF")), "alice").ok();

    for (String userName : shown.split(" ")) {
      assertEquals("a.pdf true a.pdf", filesFor(userName, id), userName);
    }
    for (String userName : hidden == null ? new String[0] : hidden.split(" ")) {
      assertEquals(" false ", filesFor(userName, id), userName);
    }
  }

  /** The files of carol's last ticket, as it is read, as a row of a list, and by its requester. */
  private String filesFor(String userName, String id) {
    Answer rows =
        desk.send(
            "POST",
            "/api/TicketsApi",
            r ->
                r.header("Authorization", "Bearer " + desk.tokenOf(userName))
                    .header("Content-Type", "application/json")
                    .POST(
                        BodyPublishers.ofString(
                            "{\"search\":\"%s\",\"filterBy\":\"TicketId\"}".formatted(id))));
    Form form = Form.empty().and("username", "carol");
    Answer requested =
        desk.post(Tickets.BASE + "list", form, "Bearer " + desk.tokenOf(userName)).ok();
    return "%s %s %s"
        .formatted(
            names(desk.get(Tickets.BASE + id, userName).ok().json()),
            of(id, rows.ok()).path("hasAttachments").asText(),
            names(of(id, requested)));
  }

  private static JsonNode of(String id, Answer list) {
    for (JsonNode ticket : list.json()) {
      if (ticket.path("id").asText().equals(id)) {
        return ticket;
      }
    }
    throw new AssertionError(list.body());
  }

  private static String names(JsonNode ticket) {
    return String.join(",", ticket.path("attachments").findValuesAsText("fileName"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.exe",
        "a.html",
        "a.svg",
        "a.js",
        "a.pdf.exe",
        "noextension",
        "pdf",
        "a.",
        ".",
        "..",
        "a.pdf/",
        "a.pdf ."
      })
  void aFileShouldBeLeftOutByItsName(String name) {
    Answer created = desk.register(Form.howTo().file(name, bytes("x")), "alice").created();

    assertEquals("1", created.header("X-Skipped-Files"));
    assertEquals(0, attachmentsOf(created).size());
  }

  @ParameterizedTest
  @CsvSource({
    "a.PDF,a.PDF",
    "'C:\\\\Users\\\\me\\\\a.pdf',a.pdf",
    "../../etc/a.txt,a.txt",
    "/a.b.c.docx,a.b.c.docx",
    ".pdf,.pdf",
    "Straße 日本.png,Straße 日本.png",
    "'a b  c.zip','a b  c.zip'",
    "a\u202Egpj.txt,agpj.txt",
    "a\u0007.log,a.log"
  })
  void aNameShouldBeCleaned(String sent, String kept) {
    Answer created = desk.register(Form.howTo().file(sent, bytes("x")), "alice").created();

    assertEquals("0", created.header("X-Skipped-Files"));
    assertEquals(kept, attachmentsOf(created).get(0).path("fileName").asText());
  }

  @Test
  void aNameShouldBeCutTo255CharactersWithItsExtension() {
    Answer created =
        desk.register(Form.howTo().file("x".repeat(300) + ".pdf", bytes("x")), "alice").created();

    assertEquals("x".repeat(251) + ".pdf", attachmentsOf(created).get(0).path("fileName").asText());
  }

  @ParameterizedTest
  @CsvSource({
    "a.pdf,\u007fELF",
    "a.png,'<!DOCTYPE html><p>'",
    "a.jpg,' <svg onload=alert(1)>'",
    "a.zip,#!/bin/sh"
  })
  void aFileShouldBeLeftOutByDangerousContent(String name, String content) {
    Answer created = desk.register(Form.howTo().file(name, bytes(content)), "alice").created();

    assertEquals("1", created.header("X-Skipped-Files"));
    assertEquals(0, attachmentsOf(created).size());
  }

  @Test
  void anEmptyFileShouldBeLeftOut() {
    Form form = Form.howTo().file("a.pdf", new byte[0]).file("", new byte[0]);

    Answer created = desk.register(form, "alice").created();

    assertEquals(0, attachmentsOf(created).size());
    assertTrue(created.header("X-Skipped-Files").matches("[12]"));
  }

  @Test
  void theNameOfThePartMayComeInAnyCase() {
    Form form =
        Form.howTo().file("uploads", "a.pdf", bytes("1")).file("UPLOADS", "b.pdf", bytes("2"));

    assertEquals(2, attachmentsOf(desk.register(form, "alice").created()).size());
  }

  @Test
  void filesOfOtherPartsShouldBeIgnored() {
    TestDesk.Stored before = desk.stored();

    Answer created =
        desk.register(Form.howTo().file("Other", "a.pdf", bytes("x")), "alice").created();

    assertEquals(0, attachmentsOf(created).size());
    assertTrue(desk.until(() -> desk.files().equals(before.files())));
  }

  @Test
  void sameBytesShouldBeKeptOnce() {
    int kept = desk.files().size();
    Form form = Form.howTo().file("a.pdf", bytes("same")).file("b.pdf", bytes("same"));

    Answer created = desk.register(form, "alice").created();

    assertEquals(2, attachmentsOf(created).size());
    assertTrue(desk.until(() -> desk.files().size() == kept + 1));
  }

  @Test
  void twentyFilesShouldBeTheMost() {
    Form form = Form.howTo();
    for (int i = 0; i < 20; i++) {
      form = form.file(i + ".pdf", bytes("file " + i));
    }
    assertEquals(20, attachmentsOf(desk.register(form, "alice").created()).size());
    TestDesk.Stored before = desk.stored();

    Answer refusal = desk.register(form.file("20.pdf", bytes("file 20")), "alice").has(400);

    assertEquals(List.of("Uploads"), Answer.keysOf(refusal.json("errors")));
    assertTrue(desk.comesToStore(before));
  }

  @Test
  void aRequestOfThirtyMillionBytesShouldBeTheLargest() throws IOException {
    Form largest = filledTo(LIMIT);
    assertEquals(LIMIT, largest.bytes().length);
    desk.register(largest, "alice").created();
    TestDesk.Stored before = desk.stored();

    String refusal = sentRaw(filledTo(LIMIT + 1).bytes(), false);
    String chunked = sentRaw(filledTo(LIMIT + 100).bytes(), true);

    assertTrue(refusal.startsWith("HTTP/1.1 413 "), refusal);
    assertTrue(chunked.startsWith("HTTP/1.1 413 "), chunked);
    assertTrue(desk.comesToStore(before));
  }

  private static Form filledTo(int size) {
    int frame = Form.howTo().file("big.zip", new byte[0]).bytes().length;
    byte[] filling = new byte[size - frame];
    Arrays.fill(filling, (byte) 'x');
    return Form.howTo().file("big.zip", filling);
  }

  private String sentRaw(byte[] body, boolean chunked) throws IOException {
    try (RawClient client = new RawClient(desk)) {
      client.send(head(chunked ? "Transfer-Encoding: chunked" : "Content-Length: " + body.length));
      try {
        for (int at = 0; at < body.length; at += 1_000_000) {
          byte[] piece = Arrays.copyOfRange(body, at, Math.min(body.length, at + 1_000_000));
          if (chunked) {
            client.send(Integer.toHexString(piece.length) + "\r\n").send(piece).send("\r\n");
          } else {
            client.send(piece);
          }
        }
        client.send(chunked ? "0\r\n\r\n" : "");
      } catch (IOException e) {
        assertTrue(String.valueOf(e.getMessage()).matches("(?i).*(pipe|reset).*"), e.toString());
      }
      return client.receiveLine();
    }
  }

  private String head(String framing) {
    return "POST %s HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\nContent-Type: %s\r\n%s\r\n\r\n"
        .formatted(TestDesk.REGISTER, desk.tokenOf("alice"), Form.howTo().contentType(), framing);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void aRequestThatIsCutOffShouldLeaveNothingBehind(int quarters) throws IOException {
    TestDesk.Stored before = desk.stored();
    byte[] body = filledTo(4_000_000).bytes();

    try (RawClient client = new RawClient(desk)) {
      client.send(head("Content-Length: " + body.length));
      client.send(Arrays.copyOf(body, body.length / 4 * quarters));
      assertTrue(desk.until(() -> desk.filesNow().size() > before.files().size()));
    }

    assertTrue(desk.comesToStore(before));
  }

  @Test
  void aFormThatDoesNotEndShouldBeRefused() throws IOException {
    TestDesk.Stored before = desk.stored();
    byte[] body = filledTo(400_000).bytes();
    byte[] unended = Arrays.copyOf(body, body.length - Form.BOUNDARY.length() - 8);

    assertTrue(sentRaw(unended, false).startsWith("HTTP/1.1 400 "));
    assertTrue(desk.comesToStore(before));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "multipart/form-data",
        "multipart/form-data; boundary=",
        "multipart/form-data; boundary=other",
        "multipart/form-data; boundary=\u00e4"
      })
  void aFormWithoutItsBoundaryShouldBeRefused(String contentType) throws IOException {
    TestDesk.Stored before = desk.stored();
    byte[] body = Form.howTo().file("a.pdf", bytes("x")).bytes();

    try (RawClient client = new RawClient(desk)) {
      client.send(
          head("Content-Length: " + body.length).replace(Form.howTo().contentType(), contentType));
      String answer = client.send(body).receiveLine();

      assertTrue(answer.matches("HTTP/1.1 4(00|15) .*"), answer);
    }
    assertTrue(desk.comesToStore(before));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "garbage",
        "--BOUNDARY\r\n\r\nno disposition\r\n--BOUNDARY--\r\n",
        "--BOUNDARY\r\nContent-Disposition: form-data\r\n\r\nno name\r\n--BOUNDARY--\r\n",
        "--BOUNDARY\r\nContent-Disposition: form-data; name=\"Title\r\n\r\nx\r\n--BOUNDARY--\r\n",
        "--BOUNDARY--\r\n"
      })
  void aBrokenFormShouldBeRefused(String form) throws IOException {
    TestDesk.Stored before = desk.stored();

    String answer =
        sentRaw(form.replace("BOUNDARY", Form.BOUNDARY).getBytes(StandardCharsets.US_ASCII), false);

    assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
    assertTrue(desk.comesToStore(before));
  }
}
