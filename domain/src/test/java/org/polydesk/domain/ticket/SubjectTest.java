package org.polydesk.domain.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.ErrorCode;
import org.polydesk.domain.error.Violation;
import org.polydesk.domain.error.Violation.Rule;

final class SubjectTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 254, 255})
  void violationsOfShouldAllowUpTo255Characters(int length) {
    assertEquals(List.of(), Subject.violationsOf("x".repeat(length)));
  }

  @Test
  void violationsOfShouldRefuseMore() {
    assertEquals(List.of(Violation.tooLong("subject", 255)), Subject.violationsOf("x".repeat(256)));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", "\t\n"})
  void violationsOfShouldWantMoreThanBlanks(String text) {
    assertEquals(List.of(Violation.required("subject")), Subject.violationsOf(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\0b", "\uD800", "\uDC00\uD800", "x\uDBFF"})
  void violationsOfShouldRefuseWhatCannotBeStored(String text) {
    assertEquals(Rule.REFUSED, Subject.violationsOf(text).get(0).rule());
  }

  @Test
  void subjectShouldRefuseWhatIsWrongAndKeepTheRest() {
    assertEquals(
        ErrorCode.INVALID_FIELD, assertThrows(DeskException.class, () -> new Subject(" ")).code());
    assertEquals(" \uD83D\uDE80 ", new Subject(" \uD83D\uDE80 ").text());
  }
}
