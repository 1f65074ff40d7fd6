package org.polydesk.domain.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.polydesk.domain.error.Texts;

final class FoldedBodyTest {
  @Test
  void foldedShouldLeaveMarkupOutOfHtmlOnly() {
    assertEquals("a < b & c", Body.html("<p>A &lt; <b>B</b> &amp; C</p>").folded());
    assertEquals("<p>a &lt; b</p>", Body.plain("<p>A &lt; B</p>").folded());
  }

  @Test
  void foldedShouldNotBecomeLongerThanABody() {
    String longer = Body.plain("x" + "ß".repeat(Body.MAX_LENGTH - 1)).folded();
    String pairs = Body.plain("ß" + "a" + "😀".repeat((Body.MAX_LENGTH - 2) / 2)).folded();

    assertEquals(Body.MAX_LENGTH, longer.length());
    assertEquals(Body.MAX_LENGTH - 1, pairs.length());
    assertTrue(Texts.isStorable(pairs));
  }
}
