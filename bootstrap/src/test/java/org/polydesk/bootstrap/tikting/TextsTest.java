package org.polydesk.bootstrap.tikting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Source: docs/dialects/tikting.md, section "What is read and written". */
@OnEveryStore
final class TextsTest {
  private final TestDesk desk;

  TextsTest(Store store) {
    desk = store.shared();
  }

  private String described(String text) {
    Answer created = desk.registerWith("Description", text).created();
    Answer found = desk.get("/api/TicketsApi/" + created.json("id"), "alice").ok();
    assertEquals(created.json("description"), found.json("description"));
    return found.json("description").asText();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a < b & c",
        "I <3 it, 1<2, x>y",
        "a &amp; b &#64; &nbsp;",
        "  blanks \t and\r\nlines\n\n",
        "\"quotes\" 'and' \\ slashes",
        "naïve café 日本語 \uD83D\uDE80 İıſß",
        "a@b.c http://x.test/?a=1&b=2"
      })
  void plainTextShouldBeKeptByteForByte(String text) {
    assertEquals(text, described(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "if (a <b) c|if (a &lt;b) c",
        "<foo> & <bar>|&lt;foo&gt; &amp; &lt;bar&gt;",
        "see <!-- this|see &lt;!-- this",
        "Dear <John.Doe@x.test>|Dear &lt;John.Doe@x.test&gt;"
      })
  void plainTextThatCouldBeReadAsATagShouldBeEscaped(String sent, String shown) {
    assertEquals(shown, described(sent));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>Hello <b>world</b></p>\n",
        "<P>Old <BR> style &nbsp; &copy;</P>",
        "<a href=\"https://x.test/?a=1&amp;b=2\">x</a>",
        "<ul><li>one<li>two</ul>",
        "<table><tr><td>1</td></tr></table>",
        "<img src=\"https://x.test/a.png\">"
      })
  void harmlessHtmlShouldBeKeptByteForByte(String html) {
    assertEquals(html, described(html));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<p>Hi</p><script>alert(1)</script>|<p>Hi</p>",
        "<b onclick=\"x()\">Hi</b>|<b>Hi</b>",
        "<a href=\"javascript:x()\">Hi</a>|<a>Hi</a>",
        "<p>Hi</p><iframe src=\"//x.test\"></iframe>|<p>Hi</p>",
        "<p style=\"x\">Hi</p>|<p>Hi</p>",
        "<p>Hi<form action=x><input name=y></form>|<p>Hi</p>"
      })
  void whatIsNotAllowedShouldBeTakenOut(String sent, String kept) {
    assertEquals(kept, described(sent));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "<iframe src=x></iframe>",
        "<style>*{}</style> ",
        "<form action=x><input></form>"
      })
  void aTextThatHoldsNothingElseShouldCountAsNone(String sent) {
    String sentence = "The Description field is required.";

    desk.registerWith("Description", sent).refuses(Map.of("Description", sentence));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<img src=x onerror=alert(1)>",
        "x<svg><script>alert(1)</script></svg>",
        "<p><scr<script>ipt>alert(1)</p>",
        "<div><style>*{x:expression(alert(1))}</style></div>",
        "<p>\u0001<a href=\"&#106;avascript:alert(1)\">x</a></p>",
        "x<object data=x></object><embed src=x>",
        "<p><math><mtext></p><style><img src=x onerror=alert(1)>"
      })
  void nothingThatRunsShouldBeLeft(String sent) {
    String kept = described(sent).toLowerCase(java.util.Locale.ROOT);

    for (String bad : new String[] {"<script", "onerror", "javascript:", "<object", "<style"}) {
      assertEquals(-1, kept.indexOf(bad), kept);
    }
  }

  /** The subject is plain text in every field that shows it. */
  @Test
  void theTitleShouldBeKeptByteForByte() {
    String title = "<b>Not</b> <script>bold()</script> & \"quoted\"";

    assertEquals(title, desk.registerWith("Title", title).created().json("title").asText());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Title", "Description", "Cc", "SiteId", "CreatorId", "Guid", "DueDate"})
  void aNullCharacterShouldBeRefused(String field) {
    Answer answer = desk.registerWith(field, "x\u0000y").has(400);

    assertEquals(List.of(field), Answer.keysOf(answer.json("errors")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u00ed\u00a0\u0080", "\u00ff", "\u00c3("})
  void whatIsNoUtf8ShouldBeRefused(String bytes) {
    String sent = new String(Form.howTo().with("Title", "TITLE").bytes(), StandardCharsets.UTF_8);
    int at = sent.indexOf("TITLE");
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(sent.substring(0, at).getBytes(StandardCharsets.UTF_8));
    body.writeBytes(bytes.getBytes(StandardCharsets.ISO_8859_1));
    body.writeBytes(sent.substring(at + 5).getBytes(StandardCharsets.UTF_8));

    Answer answer = register(Form.howTo().contentType(), body.toByteArray());

    assertEquals(400, answer.status(), answer.body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"%00", "%ED%A0%80", "%FF"})
  void whatIsNoTextShouldBeRefusedInUrlEncodedFormsToo(String bytes) {
    String form = Form.howTo().with("Title", "TITLE").urlEncoded().replace("TITLE", "x" + bytes);

    Answer answer =
        register("application/x-www-form-urlencoded", form.getBytes(StandardCharsets.US_ASCII));

    assertEquals(400, answer.status(), answer.body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"%", "%zz", "5 % off", "%%41", "%C3%A9%"})
  void aPercentSignThatEncodesNothingShouldStandForItself(String sent) {
    String encoded = sent.replace(" ", "+");
    String form = Form.howTo().with("Title", "TITLE").urlEncoded().replace("TITLE", encoded);

    Answer answer =
        desk.send(
            "POST",
            TestDesk.REGISTER,
            r ->
                r.header("Authorization", "Bearer " + desk.tokenOf("alice"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(form + "&unknown=%zz&%=")));

    String kept = sent.replace("%41", "A").replace("%C3%A9", "é");
    assertEquals(kept, answer.created().json("title").asText());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\u0000", "\\ud800", "\\udc00x", "a\\ud800\\ud800"})
  void whatIsNoTextShouldBeRefusedInJsonToo(String escaped) {
    String body = "{\"Email\":\"%s\",\"Password\":\"%s\"}";

    desk.post(TestDesk.AUTHENTICATE, "application/json", body.formatted("a" + escaped, "b"))
        .has(400);
    desk.post(TestDesk.AUTHENTICATE, "application/json", body.formatted("alice", escaped)).has(400);
  }

  private Answer register(String contentType, byte[] body) {
    return desk.send(
        "POST",
        TestDesk.REGISTER,
        r ->
            r.header("Authorization", "Bearer " + desk.tokenOf("alice"))
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofByteArray(body)));
  }
}
