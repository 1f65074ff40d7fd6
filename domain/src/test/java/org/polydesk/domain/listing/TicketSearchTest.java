package org.polydesk.domain.listing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.polydesk.domain.listing.TicketSearch.Field;
import org.polydesk.domain.listing.TicketSearch.Words;

final class TicketSearchTest {
  private static final Words TICKET =
      new Words(
          "100% of C:\\temp_x, Straße ΔΡΟΜΟΣ",
          4711, Optional.of("High"), List.of("Łucja Müller", "lmueller", "lucja@example.org"));

  private static boolean finds(String text, Set<Field> fields) {
    return TicketSearch.of(text, fields).orElseThrow().finds(TICKET);
  }

  @ParameterizedTest
  @CsvSource({
    "SUBJECT, 100%, true",
    "SUBJECT, STRASSE, true",
    "SUBJECT, δρομοσ, true",
    "SUBJECT, ΔΡΟΜ, true",
    "SUBJECT, c:\\T, true",
    "SUBJECT, tempyx, false",
    "SUBJECT, 4711, false",
    "TICKET_ID, 71, true",
    "TICKET_ID, #47, true",
    "TICKET_ID, ##47, false",
    "TICKET_ID, #, false",
    "TICKET_ID, 4 7, false",
    "PRIORITY, hig, true",
    "PRIORITY, low, false",
    "REQUESTER, MÜLLER, true",
    "REQUESTER, MUELL, true",
    "REQUESTER, @EXAMPLE, true",
    "REQUESTER, müllerlmueller, false"
  })
  void findsShouldLookInsideOfTheField(Field field, String text, boolean expected) {
    assertEquals(expected, finds(text, EnumSet.of(field)));
  }

  @Test
  void findsShouldLookInEveryFieldWhenNoneIsNamed() {
    assertEquals(
        List.of(true, true, true, true, false),
        List.of("temp", "4711", "high", "lucja@", "nowhere").stream()
            .map(text -> finds(text, Set.of()))
            .toList());
  }

  @Test
  void ofShouldDropBlanksAroundTheText() {
    assertEquals(Optional.empty(), TicketSearch.of(" \t ", Set.of()));
    assertEquals("a b", TicketSearch.of("  a b ", Set.of()).orElseThrow().text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"b", "\uD83D\uDE00", "9"})
  void aTextThatIsLongerThanEveryFieldShouldBeKeptShortAndFindNothing(String end) {
    String blanks = " ".repeat(3_000_000);

    TicketSearch search = TicketSearch.of("1" + blanks + end, Set.of()).orElseThrow();

    assertTrue(search.text().length() < 3_000);
    assertTrue(search.text().endsWith(end));
    assertFalse(search.finds(new Words("1 " + end, 19, Optional.of("1"), List.of("1", end))));
  }

  @Test
  void constructorShouldRefuseWhatCannotBeLookedFor() {
    Set<Field> everywhere = EnumSet.allOf(Field.class);

    assertThrows(IllegalArgumentException.class, () -> new TicketSearch(" ", everywhere));
    assertThrows(IllegalArgumentException.class, () -> new TicketSearch("a ", everywhere));
    assertThrows(IllegalArgumentException.class, () -> new TicketSearch("a", Set.of()));
  }
}
