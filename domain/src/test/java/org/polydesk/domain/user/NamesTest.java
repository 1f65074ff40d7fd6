package org.polydesk.domain.user;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.polydesk.domain.error.Violation;
import org.polydesk.domain.error.Violation.Rule;
import org.polydesk.domain.error.Violations;

/** What people and their keys are called. */
final class NamesTest {
  private static final UUID KEY = UUID.fromString("a1b2c3d4-e5f6-7890-abcd-ef1234567890");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a1b2c3d4-e5f6-7890-abcd-ef1234567890",
        "A1B2C3D4-E5F6-7890-ABCD-EF1234567890",
        "{a1b2c3d4-e5f6-7890-abcd-ef1234567890}",
        "(a1b2c3d4-e5f6-7890-abcd-ef1234567890)",
        "a1b2c3d4e5f67890abcdef1234567890",
        "A1B2C3D4E5F67890ABCDEF1234567890",
        " a1b2c3d4-e5f6-7890-abcd-ef1234567890\n"
      })
  void parseShouldReadAUuidInEveryUsualForm(String text) {
    assertEquals(Optional.of(KEY), Uuids.parse(text));
    assertEquals(Optional.of(new UserId(KEY)), UserId.parse(text));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "1",
        "a1b2c3d4e5f67890abcdef123456789",
        "a1b2c3d4e5f67890abcdef12345678901",
        "{a1b2c3d4e5f67890abcdef1234567890}",
        "a1b2c3d4-e5f67890abcdef1234567890",
        "{a1b2c3d4-e5f6-7890-abcd-ef1234567890)",
        "a1b2c3d4-e5f6-7890-abcd-ef123456789",
        "a1b2c3d4-e5f6-7890-abcd-ef12345678901",
        "g1b2c3d4-e5f6-7890-abcd-ef1234567890",
        "1-1-1-1-1",
        "{a1b2c3d4-e5f6-7890-abcd-ef1234567890"
      })
  void parseShouldBeEmptyForAnythingElse(String text) {
    assertEquals(Optional.empty(), Uuids.parse(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a@b", "a.b+c@x.test", "ä@übung.de", "a'b@x-y.test", "1@2.3"})
  void violationsOfShouldAllowAddresses(String text) {
    assertEquals(List.of(), EmailAddress.violationsOf("cc", text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a", "@x", "a@", "a@@x", "a b@x", "a@x.", "a@.x", "a@-x", "a..b@x", "a@x..y", ".a@x",
        "a.@x", ".@x"
      })
  void violationsOfShouldRefuseWhatIsNone(String text) {
    assertEquals(List.of(Violation.malformed("cc", text)), EmailAddress.violationsOf("cc", text));
  }

  @Test
  void restoreShouldTakeWhatEarlierBuildsTook() {
    assertEquals("a.@x", EmailAddress.restore("a.@x").text());
    assertEquals(new EmailAddress("a@x"), EmailAddress.restore("a@x"));
  }

  @Test
  void violationsOfShouldAllowUpTo254Characters() {
    String longest = "a@" + "x".repeat(252);

    assertEquals(254, longest.length());
    assertEquals(List.of(), EmailAddress.violationsOf("cc", longest));
    assertEquals(
        List.of(Violation.tooLong("cc", 254)), EmailAddress.violationsOf("cc", longest + "x"));
    assertEquals(List.of(), EmailAddress.violationsOf("cc", "a".repeat(64) + "@x"));
    assertEquals(
        Rule.MALFORMED, EmailAddress.violationsOf("cc", "a".repeat(65) + "@x").get(0).rule());
  }

  @Test
  void parseListShouldSkipBlanksAndRepetitions() {
    Violations found = new Violations();

    List<EmailAddress> read = EmailAddress.parseList("cc", " a@x ;b@x,, A@X ; ", found);

    assertEquals(List.of(new EmailAddress("a@x"), new EmailAddress("b@x")), read);
    assertEquals(List.of(), found.toList());
    assertEquals(List.of(), EmailAddress.parseList("cc", null, found));
  }

  @Test
  void parseListShouldTellEveryBadOne() {
    Violations found = new Violations();

    EmailAddress.parseList("cc", "x, a@x, y", found);

    assertEquals(
        List.of(Violation.malformed("cc", "x"), Violation.malformed("cc", "y")), found.toList());
  }

  @Test
  void parseListShouldReadNoFurtherThanAHundredDifferentOnes() {
    String hundred =
        IntStream.range(0, 100).mapToObj(i -> "a" + i + "@x").collect(Collectors.joining(","));
    Violations few = new Violations();
    Violations many = new Violations();

    assertEquals(100, EmailAddress.parseList("cc", hundred + "," + hundred, few).size());
    EmailAddress.parseList("cc", hundred + ",a,b,c".repeat(500_000), many);

    assertEquals(List.of(), few.toList());
    assertEquals(
        List.of(Violation.refused("cc", "There are more than 100 addresses.")), many.toList());
  }

  @Test
  void fullNameShouldHaveNoBlanksAround() {
    assertEquals("Ada Lovelace", new PersonName("Ada", "Lovelace").full());
    assertEquals("Ada", new PersonName("Ada", "").full());
    assertEquals("", new PersonName("", "").full());
    assertEquals(new PersonName("Ada King", "Lovelace"), PersonName.of(" Ada King  Lovelace "));
    assertEquals(new PersonName("Ada", ""), PersonName.of("Ada"));
    assertEquals("a.b", new EmailAddress("a.b@x.test").localPart());
  }

  @Test
  void rolesShouldAllowWhatTheyAreFor() {
    assertEquals(8, Role.ADMINISTRATOR.defaultPermissions().size());
    assertEquals(7, Role.TECHNICIAN.defaultPermissions().size());
    assertEquals(8, Role.RESTRICTED_TECHNICIAN.defaultPermissions().size());
    assertEquals(1, Role.MEMBER.defaultPermissions().size());
    assertEquals(0, Role.INTEGRATION.defaultPermissions().size());
    for (Role role : Role.values()) {
      assertEquals(role != Role.MEMBER, role.isAssignable(), role.name());
    }
  }
}
