package org.polydesk.adapter.rest.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WholeNumbersTest {

  @ParameterizedTest
  @CsvSource({
    "1, 1, 1",
    "' 1\t', 1, 1",
    "+1, 1, 1",
    "-1, -1, -1",
    "-0, 0, 0",
    "00000000000000000000000000000001, 1, 1",
    "2147483647, 2147483647, 2147483647",
    "-2147483648, -2147483648, -2147483648",
    "2147483648, 2147483648, ",
    "-2147483649, -2147483649, ",
    "9223372036854775807, 9223372036854775807, ",
    "9223372036854775808, , "
  })
  void aNumberShouldBeReadWhereItHasRoom(String text, Long of64Bits, Integer of32Bits) {
    assertEquals(Optional.ofNullable(of64Bits), WholeNumbers.of64Bits(text));
    assertEquals(Optional.ofNullable(of32Bits), WholeNumbers.of32Bits(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "+", "--1", "1 2", "1.0", "1e3", "0x1", "1,000", "١", "１", "1१", "𝟏"})
  void anythingElseShouldBeNoNumber(String text) {
    assertFalse(WholeNumbers.isOne(text));
    assertEquals(Optional.empty(), WholeNumbers.of64Bits(text));
    assertEquals(Optional.empty(), WholeNumbers.of32Bits(text));
  }
}
