package org.polydesk.adapter.rest.shared;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTargetsTest {

  @ParameterizedTest
  @CsvSource({
    "/a/b?c=d%20e, /a/b?c=d%20e",
    "//a/b, /a/b",
    "/a+b?c+d, /a%2Bb?c+d",
    "/a?b={}|[]\"^`\\<>#, /a?b=%7B%7D%7C%5B%5D%22%5E%60%5C%3C%3E%23",
    "/a\u00c3\u00a4, /a%C3%A4",
    "/a?b?c, /a?b?c",
    "http://host:80/a?b, /a?b",
    "https://host?b, /?b",
    "*, *",
    "/a?%, /a?%25",
    "/a?b=%4&c=%zz&d=%41, /a?b=%254&c=%25zz&d=%41",
    "/a?{%, /a?%7B%25",
    "/a?u=http://x//y, /a?u=http://x//y",
  })
  void readableShouldMeanTheSame(String target, String expected) throws Exception {
    String readable = RequestTargets.readable(target);

    assertEquals(expected, readable);
    assertDoesNotThrow(() -> URI.create(readable));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/%", "/%4", "/%zz", "/%zz?%", "/%00", "/|%zz", "/%4?a"})
  void readableShouldRefuseBrokenEscapes(String target) {
    assertThrows(
        RequestTargets.MalformedTargetException.class, () -> RequestTargets.readable(target));
    assertDoesNotThrow(() -> URI.create(RequestTargets.harmless(target)));
  }

  @Test
  void harmlessShouldKeepTheBeginningOfThePath() {
    String harmless = RequestTargets.harmless("//api/x%zz" + "y".repeat(2000) + "?q");

    assertEquals("/api/x_zz" + "y".repeat(991), harmless);
  }
}
