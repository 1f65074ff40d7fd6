package org.polydesk.bootstrap.logging;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RedactedUriTest {
  @ParameterizedTest
  @CsvSource({
    "/health, /health",
    "/tickets?key=abc, /tickets",
    "/tickets?Key=abc&page=2, /tickets?page=2",
    "/tickets?page=2&k%65y=abc, /tickets?page=2",
    "/tickets?%zz=1&key, /tickets?%zz=1",
    "/tickets?keyword=key, /tickets?keyword=key",
    "/files/7?signature=abc&download=1, /files/7?download=1",
    "/close/abc.def?x=1, /close/***?x=1",
    "/helpdesk/CLOSE/abc, /helpdesk/CLOSE/***",
    "/a\u001b[31m, /a%1B[31m"
  })
  void redactedShouldKeepAllButCredentials(String uri, String shown) {
    assertEquals(shown, RedactedUri.redacted(uri));
  }
}
