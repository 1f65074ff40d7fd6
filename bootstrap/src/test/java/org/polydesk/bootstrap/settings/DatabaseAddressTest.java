package org.polydesk.bootstrap.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DatabaseAddressTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://db:5432/desk",
        "postgresql://db:5432/desk",
        " postgres://db:5432/desk "
      })
  void readShouldTakeEachFormOfTheSameAddress(String text) {
    var address = DatabaseAddress.read(text);

    assertEquals(
        Optional.of(
            new DatabaseAddress(
                "jdbc:postgresql://db:5432/desk", Optional.empty(), Optional.empty())),
        address);
  }

  @Test
  void readShouldTakeNameAndPasswordOutOfTheAddress() {
    var before = DatabaseAddress.read("postgresql://ann:a%40b+c@one,two:5433/desk?ssl=true");
    var behind =
        DatabaseAddress.read("jdbc:postgresql://db/desk?user=ann&sslmode=require&password=x%26y");

    assertEquals(
        Optional.of(
            new DatabaseAddress(
                "jdbc:postgresql://one,two:5433/desk?ssl=true",
                Optional.of("ann"),
                Optional.of("a@b+c"))),
        before);
    assertEquals(
        Optional.of(
            new DatabaseAddress(
                "jdbc:postgresql://db/desk?sslmode=require",
                Optional.of("ann"),
                Optional.of("x&y"))),
        behind);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "desk",
        "jdbc:h2:mem:x",
        "postgresql://db",
        "postgresql:///desk",
        "postgresql://db/"
      })
  void readShouldRefuseWhatNamesNoDatabase(String text) {
    assertEquals(Optional.empty(), DatabaseAddress.read(text));
  }
}
