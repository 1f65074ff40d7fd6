package org.polydesk.domain.knowledge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.polydesk.domain.conversation.Body;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.Violation;

final class ArticleTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private static ArticleHeading heading(String subject) {
    return new ArticleHeading(
        new ArticleId(1),
        subject,
        Optional.empty(),
        false,
        List.of(),
        Optional.empty(),
        NOON,
        NOON);
  }

  static Stream<Arguments> subjects() {
    return Stream.of(
        Arguments.of("x", List.of()),
        Arguments.of("x".repeat(255), List.of()),
        Arguments.of("x".repeat(256), List.of(Violation.tooLong("subject", 255))),
        Arguments.of(" ", List.of(Violation.required("subject"))),
        Arguments.of("", List.of(Violation.required("subject"))));
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void violationsOfShouldTellWhatIsWrongWithASubject(String subject, List<Violation> wrong) {
    assertEquals(wrong, ArticleHeading.violationsOf(subject));
  }

  @Test
  void articleShouldHaveASubjectAndAText() {
    ArticleHeading heading = heading("VPN");

    assertThrows(DeskException.class, () -> heading(" "));
    assertThrows(DeskException.class, () -> new Article(heading, Body.plain(" \n")));
    assertEquals("x", new Article(heading, Body.plain("x")).body().text());
  }

  @Test
  void cannedAnswerShouldHaveANameAndANumber() {
    Body body = Body.plain("");

    assertThrows(
        DeskException.class, () -> new CannedAnswer(1, " ", body, false, Optional.empty()));
    assertThrows(
        IllegalArgumentException.class,
        () -> new CannedAnswer(0, "Hi", body, false, Optional.empty()));
  }
}
