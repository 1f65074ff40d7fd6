package org.polydesk.domain.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.polydesk.domain.catalogue.FieldValue.Check;
import org.polydesk.domain.catalogue.FieldValue.Choice;
import org.polydesk.domain.catalogue.FieldValue.Day;
import org.polydesk.domain.catalogue.FieldValue.People;
import org.polydesk.domain.catalogue.FieldValue.Person;
import org.polydesk.domain.catalogue.FieldValue.Text;

final class CustomFieldTest {
  private static final Person ANN =
      new Person("u 1", "Ann & Co\n(second line)", "ann@example.test");

  private static CustomField field(int id, FieldKind kind, boolean multiple) {
    return new CustomField(
        id,
        new UUID(0, id),
        FieldSubject.TICKET,
        "Field " + id,
        kind,
        Set.of(),
        false,
        false,
        false,
        multiple,
        0,
        List.of(FieldOption.of(1, "North"), FieldOption.of(2, "South")),
        Optional.empty(),
        true);
  }

  private static CustomField field(FieldKind kind) {
    return field(1, kind, false);
  }

  static Stream<Arguments> values() {
    return Stream.of(
        Arguments.of(FieldKind.TEXT, new Text(" a,b\n "), " a,b\n "),
        Arguments.of(FieldKind.MULTILINE_TEXT, new Text("a\r\nb"), "a\r\nb"),
        Arguments.of(FieldKind.DATE, new Day(LocalDate.of(2026, 3, 4)), "2026-03-04"),
        Arguments.of(FieldKind.DROP_DOWN, new Choice(List.of(2)), "South"),
        Arguments.of(FieldKind.CHECKBOX, new Check(true), "true"),
        Arguments.of(FieldKind.CHECKBOX, new Check(false), "false"),
        Arguments.of(
            FieldKind.EMAILS,
            new People(List.of(Person.ofEmail("bo@example.test"))),
            "bo@example.test"),
        Arguments.of(FieldKind.PEOPLE, new People(List.of(ANN)), "Ann & Co\n(second line)"),
        Arguments.of(
            FieldKind.PEOPLE, new People(List.of(new Person("", "", "x@y.test"))), "x@y.test"));
  }

  @ParameterizedTest
  @MethodSource("values")
  void aValueShouldBeTheSameAfterItWasKept(FieldKind kind, FieldValue value, String shown) {
    assertEquals(value, FieldValue.restore(kind, value.kept()));
    assertEquals(shown, field(kind).shown(value));
    assertEquals(List.of(), field(kind).violationsOf("value", value));
  }

  @ParameterizedTest
  @MethodSource("values")
  void aValueShouldGoIntoFieldsOfItsKindOnly(FieldKind kind, FieldValue value, String shown) {
    Set<FieldKind> fitting =
        value instanceof Text
            ? Set.of(FieldKind.TEXT, FieldKind.MULTILINE_TEXT)
            : value instanceof People ? Set.of(FieldKind.PEOPLE, FieldKind.EMAILS) : Set.of(kind);

    for (FieldKind other : FieldKind.values()) {
      assertEquals(
          fitting.contains(other), field(other).violationsOf("value", value).isEmpty(), shown);
    }
  }

  static Stream<Arguments> unfit() {
    return Stream.of(
        Arguments.of(FieldKind.TEXT, new Text("")),
        Arguments.of(FieldKind.TEXT, new Text("x".repeat(Text.MAX_LENGTH + 1))),
        Arguments.of(FieldKind.TEXT, new Text("nul\0")),
        Arguments.of(FieldKind.DATE, new Day(LocalDate.of(0, 12, 31))),
        Arguments.of(FieldKind.DATE, new Day(LocalDate.of(10_000, 1, 1))),
        Arguments.of(FieldKind.DROP_DOWN, new Choice(List.of())),
        Arguments.of(FieldKind.DROP_DOWN, new Choice(List.of(3))),
        Arguments.of(FieldKind.DROP_DOWN, new Choice(List.of(1, 2))),
        Arguments.of(FieldKind.PEOPLE, new People(List.of())),
        Arguments.of(FieldKind.PEOPLE, new People(List.of(ANN, ANN))),
        Arguments.of(FieldKind.PEOPLE, new People(List.of(new Person("x".repeat(256), "", "")))));
  }

  @ParameterizedTest
  @MethodSource("unfit")
  void aValueThatIsWrongShouldBeToldOf(FieldKind kind, FieldValue value) {
    assertFalse(field(kind).violationsOf("value", value).isEmpty());
  }

  @Test
  void severalValuesShouldGoWhereTheyMay() {
    CustomField several = field(1, FieldKind.DROP_DOWN, true);

    assertEquals(List.of(), several.violationsOf("value", new Choice(List.of(2, 1, 2))));
    assertEquals("South, North", several.shown(new Choice(List.of(2, 1))));
  }

  @Test
  void anOptionShouldBeFoundByIdKeyAndText() {
    CustomField field = field(FieldKind.DROP_DOWN);

    for (String name : List.of("2", "South", " south ", "SOUTH")) {
      assertEquals(Optional.of(FieldOption.of(2, "South")), field.option(name), name);
    }
    assertEquals(Optional.empty(), field.option("West"));
  }

  @Test
  void fieldsThatAreGoneShouldBeRetired() {
    CustomFields before =
        new CustomFields(List.of(field(2, FieldKind.TEXT, false), field(1, FieldKind.DATE, false)));
    CustomFields after =
        new CustomFields(List.of(field(3, FieldKind.TEXT, false), field(2, FieldKind.TEXT, false)))
            .replacing(before);

    assertEquals(List.of(1, 2), before.all().stream().map(CustomField::id).toList());
    assertEquals(
        List.of(2, 3), after.of(FieldSubject.TICKET).stream().map(CustomField::id).toList());
    assertEquals(List.of(), after.of(FieldSubject.USER));
    assertEquals(3, after.all().size());
    assertTrue(after.find(FieldSubject.TICKET, 1).isEmpty());
    assertTrue(after.find(FieldSubject.TICKET, new UUID(0, 2)).isPresent());
  }

  @Test
  void twoFieldsShouldNotHaveOneId() {
    List<CustomField> twins =
        List.of(field(1, FieldKind.TEXT, false), field(1, FieldKind.DATE, false));

    assertThrows(IllegalArgumentException.class, () -> new CustomFields(twins));
  }
}
