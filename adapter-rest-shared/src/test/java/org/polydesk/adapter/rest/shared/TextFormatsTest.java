package org.polydesk.adapter.rest.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.polydesk.domain.conversation.Body;

final class TextFormatsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "plain|PLAIN",
        "a < b & c|PLAIN",
        "I <3 it|PLAIN",
        "<foo>|PLAIN",
        "a <b c|PLAIN",
        "1<p2>3|PLAIN",
        "<p>|HTML",
        "</p>|HTML",
        "x<br/>y|HTML",
        "<P>x|HTML",
        "<BR>|HTML",
        "<p class='x'>|HTML",
        "<script>x</script>|HTML",
        "&amp;|PLAIN",
        "<John@x.test>|PLAIN"
      })
  void eitherFormatShouldTakeAKnownTagForHtml(String text, Body.Format format) {
    assertEquals(format, TextFormats.eitherFormat(text).format());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>a &nbsp; b</p>\r\n",
        "<a href=\"/relative\">x</a>",
        "<img src=\"cid:part1\">",
        "<a href=\"https://x.test\" target=\"_blank\" rel=\"noopener\">x</a>",
        "<hr><s>x</s><mark>y</mark>"
      })
  void htmlShouldKeepWhatIsHarmlessByteForByte(String html) {
    assertEquals(Body.html(html), TextFormats.html(html));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<p onclick='x'>a</p>|<p>a</p>",
        "<script>x</script>a|a",
        "<a href='javascript:x'>a</a>|<a>a</a>",
        "<img src='data:text/html,x'>|<img>",
        "<b>a</b><!-- b -->c|<b>a</b>c",
        "<p>unclosed <b>bold|<p>unclosed <b>bold</b></p>"
      })
  void htmlShouldLoseWhatIsNot(String html, String kept) {
    assertEquals(kept, TextFormats.html(html).text());
  }

  /** Each is read as millions of elements or attributes by whoever reads all of it. */
  static List<String> overgrown() {
    String twelve = "<b>".repeat(12);
    String marked =
        IntStream.range(0, 500).mapToObj(i -> " a" + i).collect(Collectors.joining("", "<i", ">"));
    return List.of(
        twelve + "<p>x".repeat(100_000),
        marked + "<p>x".repeat(100_000),
        "<b>".repeat(300_000),
        "<div>".repeat(190_000),
        "<p>" + "a<!b>".repeat(190_000),
        "<table><b>".repeat(90_000));
  }

  @ParameterizedTest
  @MethodSource("overgrown")
  void whatHasMorePiecesThanATextCanHaveShouldBePlain(String text) {
    assertEquals(Body.plain(text), TextFormats.eitherFormat(text));
  }

  @Test
  void aLongTableShouldStayHtml() {
    String table = "<table>" + "<tr><td>a</td><td>b</td></tr>".repeat(10_000) + "</table>";

    assertEquals(Body.Format.HTML, TextFormats.eitherFormat(table).format());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a < b & c|a < b & c",
        "x <3|x <3",
        "a <b|a &lt;b",
        "</x> & y|&lt;/x&gt; &amp; y",
        "<!-- x|&lt;!-- x",
        "<?php|&lt;?php"
      })
  void forHtmlFieldShouldEscapePlainTextThatCouldBeATag(String text, String shown) {
    assertEquals(shown, TextFormats.forHtmlField(Body.plain(text)));
  }

  @Test
  void forHtmlFieldShouldLeaveHtmlAlone() {
    assertEquals("<p>a & b</p>", TextFormats.forHtmlField(Body.html("<p>a & b</p>")));
  }

  @Test
  void forPlainFieldShouldGiveTheTextOfHtml() {
    assertEquals("a & b", TextFormats.forPlainField(Body.html("<p>a &amp; <b>b</b></p>")));
    assertEquals("<p>a &amp; b", TextFormats.forPlainField(Body.plain("<p>a &amp; b")));
  }
}
