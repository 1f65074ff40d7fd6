package org.polydesk.domain.error;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ViolationsTest {

  @Test
  void orThrowShouldTellEverythingInOrder() {
    Violations found = new Violations();
    found.add(Violation.required("a")).addIf(false, Violation.unknown("b"));
    found.addIf(true, Violation.unknown("c")).addAll(List.of(Violation.tooLong("d", 3)));

    var refusal = assertThrows(DeskException.class, found::orThrow);

    assertEquals(ErrorCode.INVALID_FIELD, refusal.code());
    assertEquals(
        List.of(Violation.required("a"), Violation.unknown("c"), Violation.tooLong("d", 3)),
        refusal.violations());
    assertEquals("a is required. Invalid c. d must have at most 3 characters.", refusal.sentence());
  }

  @Test
  void orThrowShouldDoNothingWhenNothingWasFound() {
    Violations found = new Violations();

    found.orThrow();

    assertEquals(List.of(), found.toList());
    assertEquals(true, found.isEmpty());
  }

  @Test
  void ofShouldCheckATextOnEveryCount() {
    Violations.OfText check =
        Violations.of("f").required("ab\0").atMost(2, "ab\0").storable("ab\0");

    assertEquals(2, check.toList().size());
    assertEquals(Optional.of(Violation.tooLong("f", 2)), check.first());
    assertEquals(Optional.empty(), Violations.of("f").atMost(2, "ab").storable("ab").first());
    assertEquals(Optional.empty(), Violations.of("f").atMost(2, null).storable(null).first());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "\uD83D\uDE80", "\u0001", "\uFFFF"})
  void isStorableShouldAllowEveryWholeCharacter(String text) {
    assertEquals(true, Texts.isStorable(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\0", "a\0", "\uD83D", "\uDE80", "\uDE80\uD83D", "\uD83D\uD83D\uDE80"})
  void isStorableShouldRefuseHalvesAndNull(String text) {
    assertEquals(false, Texts.isStorable(text));
  }

  @ParameterizedTest
  @CsvSource({"ALICE,alice", "İ,i̇", "ß,ss", "Straße,STRASSE", "ΣΑΣ,σας", "ı,i"})
  void foldedShouldBeTheSameForBothCases(String one, String other) {
    assertEquals(Texts.folded(one), Texts.folded(other));
  }

  @Test
  void blankToNullShouldKeepTheRest() {
    assertEquals(null, Texts.blankToNull(" \t"));
    assertEquals(null, Texts.blankToNull(null));
    assertEquals(" a ", Texts.blankToNull(" a "));
  }
}
