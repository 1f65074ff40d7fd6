package org.polydesk.domain.listing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.polydesk.domain.listing.WordSearch.Field;
import org.polydesk.domain.listing.WordSearch.Words;

final class WordSearchTest {
  private static final Words TICKET =
      new Words(
          1234,
          "Printer on fire",
          "It burns.",
          List.of("Use water."),
          List.of("Ada Müller", "ada@example.org"),
          List.of("vip"));

  private static boolean finds(String text, Field... fields) {
    return WordSearch.of(text, Set.of(fields)).orElseThrow().finds(TICKET);
  }

  @Test
  void ofShouldCutATextAtBlanks() {
    assertEquals(
        List.of("a", "b"),
        WordSearch.of("  A\tb\n a ", EnumSet.allOf(Field.class)).orElseThrow().words());
    assertEquals(Optional.empty(), WordSearch.of(" \n", EnumSet.allOf(Field.class)));
  }

  @Test
  void ofShouldLookForTenWordsAtMost() {
    String text = IntStream.range(0, 11).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));

    assertEquals(
        WordSearch.MOST_WORDS,
        WordSearch.of(text, EnumSet.of(Field.SUBJECT)).orElseThrow().words().size());
  }

  @Test
  void ofShouldTakeNoBlanksOfOtherScriptsAtTheEndsForWords() {
    WordSearch search = WordSearch.of("\u3000printer\u2003", Set.of(Field.SUBJECT)).orElseThrow();

    assertEquals(List.of("printer"), search.words());
  }

  @Test
  void ofShouldKeepTheBeginningOfAWordThatIsTooLong() {
    String word = "x".repeat(999) + "\uD83D\uDE00".repeat(1_000_000);

    WordSearch search = WordSearch.of(word, Set.of(Field.SUBJECT)).orElseThrow();

    assertEquals(List.of("x".repeat(999)), search.words());
  }

  @Test
  void findsShouldLookForEveryWordInSomeField() {
    assertTrue(finds("FIRE water", Field.SUBJECT, Field.ENTRIES));
    assertFalse(finds("fire water", Field.SUBJECT, Field.DESCRIPTION));
    assertTrue(finds("burn", Field.DESCRIPTION));
    assertTrue(finds("MÜLL", Field.PEOPLE));
    assertTrue(finds("vip", Field.TAGS));
  }

  @Test
  void findsShouldTellAWholeNumberFromDigits() {
    assertTrue(finds("#1234", Field.NUMBER));
    assertFalse(finds("123", Field.NUMBER));
    assertTrue(finds("23", Field.NUMBER_DIGITS));
    assertFalse(finds("#", Field.NUMBER_DIGITS));
    assertFalse(finds("99999999999999999999", Field.NUMBER));
  }
}
