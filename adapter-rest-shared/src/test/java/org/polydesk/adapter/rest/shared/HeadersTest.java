package org.polydesk.adapter.rest.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.micronaut.http.HttpRequest;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.ErrorCode;

class HeadersTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "form-data; name=a; filename=b c.txt#b c.txt",
        "form-data; filename=\"a;b=c.txt\"; name=x#a;b=c.txt",
        "form-data; filename=\"C:\\new\\table.txt\"#C:\\new\\table.txt",
        "form-data; filename=\"C:\\new\\\"; name=\"a\"#C:\\new\\",
        "form-data; filename=\"say \\\"hi\\\".txt\"#say \"hi\".txt",
        "form-data; filename=\"old\"; filename*=utf-8'en'n%C3%A9w+1#néw+1",
        "form-data; filename=\"old\"; filename*=utf-8''%zz#old",
        "form-data; filename=\"old\"; filename*=latin'x#old",
        "form-data; FileName = \"x\"#x",
        "form-data; filename=\"#``",
        "form-data; filename#missing",
        "form-data#missing",
      })
  void parameterShouldBeReadHoweverItIsWritten(String header, String expected) {
    HeaderParameters disposition = HeaderParameters.parse(header);

    assertEquals("form-data", disposition.value());
    assertEquals(expected, disposition.parameter("filename").orElse("missing"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"7\"|true",
        "*|true",
        "\"6\", \"7\"|true",
        "\"6\"|false",
        "W/\"7\"|false",
        "\"x\"|false",
      })
  void ifMatchShouldKnowTheVersion(String header, boolean expected) {
    IfMatch match = IfMatch.of(HttpRequest.GET("/").header("If-Match", header)).orElseThrow();

    assertEquals(expected, match.matches(7));
  }

  @Test
  void ifMatchShouldRefuseAStaleVersion() {
    IfMatch match = IfMatch.of(HttpRequest.GET("/").header("If-Match", IfMatch.tag(6))).get();

    DeskException refusal = assertThrows(DeskException.class, () -> match.orStale(7, "ticket"));

    assertEquals(ErrorCode.PRECONDITION_FAILED, refusal.code());
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "\"7", "\"7\" \"8\"", "", "x\"7\"", "\"7\";"})
  void ifMatchShouldRefuseNonsense(String header) {
    HttpRequest<?> request = HttpRequest.GET("/").header("If-Match", header);

    DeskException refusal = assertThrows(DeskException.class, () -> IfMatch.of(request));

    assertEquals(ErrorCode.INVALID_REQUEST, refusal.code());
  }

  @Test
  void optionalHeadersShouldBeOptional() {
    HttpRequest<?> request = HttpRequest.GET("/");

    assertEquals(Optional.empty(), IfMatch.of(request));
    assertEquals(Optional.empty(), IdempotencyKeys.of(request));
  }

  @Test
  void idempotencyKeyShouldBeBounded() {
    HttpRequest<?> longest = HttpRequest.GET("/").header("Idempotency-Key", "k".repeat(255));
    HttpRequest<?> longer = HttpRequest.GET("/").header("Idempotency-Key", "k".repeat(256));
    HttpRequest<?> odd = HttpRequest.GET("/").header("Idempotency-Key", "\u00e4");

    assertEquals(Optional.of("k".repeat(255)), IdempotencyKeys.of(longest));
    assertThrows(DeskException.class, () -> IdempotencyKeys.of(longer));
    assertThrows(DeskException.class, () -> IdempotencyKeys.of(odd));
  }
}
