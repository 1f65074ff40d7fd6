package org.polydesk.domain.asset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.polydesk.domain.asset.AssetChanges.Change;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.Violation;

final class AssetTest {
  private static final Asset LAPTOP =
      new Asset(
          new AssetId(3),
          DeskId.DEFAULT,
          new AssetTraits("ThinkPad", "S-1", "", "", 1),
          Optional.of(new AssetLabel(1, "Lenovo")),
          Optional.empty(),
          Optional.empty(),
          Optional.of(1),
          false,
          4);

  static Stream<Arguments> traits() {
    String most = "x".repeat(255);
    String more = "x".repeat(256);
    return Stream.of(
        Arguments.of(most, most, most, "x".repeat(100_000), 1_000_000_000, List.of()),
        Arguments.of("x", "", "", "", 0, List.of()),
        Arguments.of(" ", "", "", "", 1, List.of(Violation.required("modelName"))),
        Arguments.of("x", "", "", "", -1, List.of(Violation.outOfRange("quantity", "-1"))),
        Arguments.of(
            more,
            more,
            more,
            "x".repeat(100_001),
            1_000_000_001,
            List.of(
                Violation.tooLong("modelName", 255),
                Violation.tooLong("serialNumber", 255),
                Violation.tooLong("location", 255),
                Violation.tooLong("comments", 100_000),
                Violation.outOfRange("quantity", "1000000001"))));
  }

  @ParameterizedTest
  @MethodSource("traits")
  void violationsOfShouldTellEverythingAtOnce(
      String model,
      String serial,
      String location,
      String comments,
      int quantity,
      List<Violation> wrong) {
    assertEquals(wrong, AssetTraits.violationsOf(model, serial, location, comments, quantity));
  }

  @Test
  void traitsShouldNotHoldWrongValues() {
    assertThrows(DeskException.class, () -> new AssetTraits("", "", "", "", 1));
  }

  @Test
  void betweenShouldTellEveryFieldThatBecameDifferent() {
    Asset other =
        new Asset(
            LAPTOP.id(),
            LAPTOP.desk(),
            new AssetTraits("ThinkPad", "", "Room 5", "", 2),
            Optional.empty(),
            Optional.of(new AssetLabel(1, "Laptop")),
            Optional.empty(),
            Optional.of(2),
            true,
            5);

    assertEquals(
        List.of(
            new Change("manufacturer", Optional.of("Lenovo"), Optional.empty()),
            new Change("type", Optional.empty(), Optional.of("Laptop")),
            new Change("serialNumber", Optional.of("S-1"), Optional.empty()),
            new Change("location", Optional.empty(), Optional.of("Room 5")),
            new Change("quantity", Optional.of("1"), Optional.of("2")),
            new Change("company", Optional.of("1"), Optional.of("2")),
            new Change("disabled", Optional.of("false"), Optional.of("true"))),
        AssetChanges.between(LAPTOP, other));
    assertEquals(List.of(), AssetChanges.between(LAPTOP, LAPTOP.withVersion(9)));
  }

  @Test
  void displayNameShouldHoldTheNumber() {
    assertEquals("ThinkPad (#3)", LAPTOP.displayName());
  }
}
