package org.polydesk.domain.catalogue;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** What stands in a custom field. There is no empty value: a field without one is not set. */
public sealed interface FieldValue {

  /**
   * The form in which values are kept and compared, which {@link #restore} reads: a text as it is,
   * a day as {@code 2026-03-04}, ids of options with commas between them, {@code true} or {@code
   * false}, a line for each person.
   */
  String kept();

  /** The value that {@code kept} is the form of, for a field of this kind. */
  static FieldValue restore(FieldKind kind, String kept) {
    return switch (kind) {
      case TEXT, MULTILINE_TEXT -> new Text(kept);
      case DATE -> new Day(LocalDate.parse(kept));
      case DROP_DOWN -> new Choice(Arrays.stream(kept.split(",")).map(Integer::valueOf).toList());
      case CHECKBOX -> new Check(Boolean.parseBoolean(kept));
      case PEOPLE, EMAILS -> new People(kept.lines().map(Person::restore).toList());
    };
  }

  /**
   * A text.
   *
   * @param text 1 to {@value #MAX_LENGTH} characters
   */
  record Text(String text) implements FieldValue {
    public static final int MAX_LENGTH = 50_000;

    public Text {
      Objects.requireNonNull(text, "text");
    }

    @Override
    public String kept() {
      return text;
    }
  }

  /**
   * A day.
   *
   * @param date in the years 1 to 9999
   */
  record Day(LocalDate date) implements FieldValue {
    public Day {
      Objects.requireNonNull(date, "date");
    }

    @Override
    public String kept() {
      return date.toString();
    }
  }

  /**
   * Options that were chosen.
   *
   * @param optionIds at least one, each once
   */
  record Choice(List<Integer> optionIds) implements FieldValue {
    public Choice {
      optionIds = optionIds.stream().distinct().toList();
    }

    @Override
    public String kept() {
      return optionIds.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
  }

  /** Yes or no. */
  record Check(boolean checked) implements FieldValue {
    @Override
    public String kept() {
      return Boolean.toString(checked);
    }
  }

  /**
   * People.
   *
   * @param people at least one
   */
  record People(List<Person> people) implements FieldValue {
    public static final int MOST = 100;

    public People {
      people = List.copyOf(people);
    }

    @Override
    public String kept() {
      return people.stream().map(Person::kept).collect(Collectors.joining("\n"));
    }
  }

  /**
   * Somebody, as he was named.
   *
   * @param id what his directory calls him, up to 255 characters
   * @param name up to 255 characters
   * @param email up to 254 characters
   */
  record Person(String id, String name, String email) {
    public Person {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(email, "email");
    }

    /** Somebody of whom only his address is known. */
    public static Person ofEmail(String email) {
      return new Person(email, email, email);
    }

    private String kept() {
      return String.join(" ", encoded(id), encoded(name), encoded(email));
    }

    private static Person restore(String kept) {
      String[] parts = kept.split(" ", -1);
      return new Person(decoded(parts[0]), decoded(parts[1]), decoded(parts[2]));
    }

    private static String encoded(String text) {
      return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
  }
}
