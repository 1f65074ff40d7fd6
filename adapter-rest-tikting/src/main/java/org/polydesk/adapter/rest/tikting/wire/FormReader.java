package org.polydesk.adapter.rest.tikting.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.polydesk.adapter.rest.shared.ParameterMap;
import org.polydesk.adapter.rest.shared.RequestForm;
import org.polydesk.adapter.rest.shared.TextFormats;
import org.polydesk.adapter.rest.shared.WholeNumbers;
import org.polydesk.domain.conversation.Body;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.Texts;
import org.polydesk.domain.error.Violation;
import org.polydesk.domain.error.Violations;
import org.polydesk.domain.user.EmailAddress;
import org.polydesk.domain.user.UserId;
import org.polydesk.domain.user.Uuids;

/**
 * Reads the fields of a form and gathers everything that is wrong with them. Names of fields are
 * the wire's. Absent and empty are the same for everything that is not a text. Source:
 * docs/dialects/tikting.md, section "What is read and written".
 */
public final class FormReader {
  /** Where files come; what is wrong with one is told of all. */
  private static final String FILES = "Uploads";

  private final ParameterMap fields;
  private final Optional<JsonNode> json;
  private final List<Violation> faults;
  private final Violations found;
  private final Set<String> unreadable = new HashSet<>();

  private FormReader(RequestForm form, ParameterMap fields, Violations found) {
    this.fields = fields;
    this.json = form.json();
    this.faults = new ArrayList<>(form.faults());
    this.found = found;
  }

  /**
   * Reads the body of a form.
   *
   * @param found where what is wrong goes
   */
  public static FormReader ofBody(RequestForm form, Violations found) {
    return new FormReader(form, form.body(), found);
  }

  /** The same, where what the body does not say may stand in the query. */
  public static FormReader ofBodyAndQuery(RequestForm form, Violations found) {
    return new FormReader(form, form.parameters(), found);
  }

  /** What a member of a JSON body may be; in forms everything is a text. */
  private enum Kind {
    TEXT("a string", JsonNode::isTextual),
    NUMBER("a number", JsonNode::isValueNode),
    FLAG("a boolean", JsonNode::isValueNode);

    private final String name;

    /** Whether a value can be read as one at all; whether it is one is asked then. */
    private final Predicate<JsonNode> readable;

    Kind(String name, Predicate<JsonNode> readable) {
      this.name = name;
      this.readable = readable;
    }
  }

  /**
   * Ends the reading.
   *
   * @throws DeskException {@code INVALID_FIELD} with all that is wrong, in whatever was sent
   */
  public void orThrow() {
    for (Violation fault : faults) {
      found.add(ParameterMap.sameName(fault.field(), FILES) ? Violation.unstorable(FILES) : fault);
    }
    found.orThrow();
  }

  /** All that was sent as {@code field}, which is nothing when it could not be taken. */
  private List<String> sent(String field, Kind kind) {
    if (faults.removeIf(fault -> ParameterMap.sameName(fault.field(), field))
        && unreadable.add(field)) {
      found.add(Violation.unstorable(field));
    }
    boolean wrong =
        json.stream()
            .flatMap(object -> object.properties().stream())
            .filter(member -> ParameterMap.sameName(member.getKey(), field))
            .anyMatch(
                member -> !member.getValue().isNull() && !kind.readable.test(member.getValue()));
    if (wrong && unreadable.add(field)) {
      found.add(
          Violation.refused(
              field, "The JSON value could not be converted to %s.".formatted(kind.name)));
    }
    return unreadable.contains(field) ? List.of() : fields.all(field);
  }

  private Optional<String> value(String field, Kind kind) {
    return sent(field, kind).stream().findFirst().map(Texts::blankToNull);
  }

  /** One fault of a field is enough: what could not be taken is not missing besides. */
  private void require(String field, boolean isThere) {
    found.addIf(!isThere && !unreadable.contains(field), Violation.required(field));
  }

  /** Notes that a field is missing. */
  public void missing(String field) {
    require(field, false);
  }

  /** A text that must be there and hold more than blanks; kept as it was sent. */
  public String requiredText(String field) {
    String text = sent(field, Kind.TEXT).stream().findFirst().orElse("");
    require(field, !text.isBlank());
    return text;
  }

  /** A text; empty when it is absent or blank. */
  public Optional<String> text(String field) {
    return value(field, Kind.TEXT);
  }

  /** A whole number that must be there. */
  public int requiredInt(String field) {
    Optional<String> sent = value(field, Kind.NUMBER);
    require(field, sent.isPresent());
    return sent.flatMap(text -> parsed(field, text)).orElse(0);
  }

  /** A whole number. */
  public Optional<Integer> optionalInt(String field) {
    return value(field, Kind.NUMBER).flatMap(text -> parsed(field, text));
  }

  /** Whole numbers, one a value. */
  public List<Integer> ints(String field) {
    List<Integer> numbers = new ArrayList<>();
    for (String text : sent(field, Kind.NUMBER)) {
      if (!text.isBlank()) {
        parsed(field, text).ifPresent(numbers::add);
      }
    }
    return numbers.stream().distinct().toList();
  }

  /** A whole number of 64 bits that must be there. */
  public Optional<Long> requiredLong(String field) {
    require(field, value(field, Kind.NUMBER).isPresent());
    return optionalLong(field);
  }

  /** A whole number of 64 bits. */
  public Optional<Long> optionalLong(String field) {
    Optional<String> sent = value(field, Kind.NUMBER);
    Optional<Long> number = sent.flatMap(WholeNumbers::of64Bits);
    found.addIf(sent.isPresent() && number.isEmpty(), Violation.malformed(field, sent.orElse("")));
    return number;
  }

  private Optional<Integer> parsed(String field, String text) {
    Optional<Integer> number = WholeNumbers.of32Bits(text);
    found.addIf(number.isEmpty(), Violation.malformed(field, text));
    return number;
  }

  /** The key of a user that must be there; a text that is no key names nobody. */
  public Optional<UserId> requiredUser(String field) {
    Optional<String> sent = text(field);
    require(field, sent.isPresent());
    return sent.flatMap(text -> user(field, text));
  }

  /** The key of a user; a text that is no key names nobody. */
  public Optional<UserId> optionalUser(String field) {
    return text(field).flatMap(text -> user(field, text));
  }

  private Optional<UserId> user(String field, String text) {
    Optional<UserId> id = UserId.parse(text);
    found.addIf(id.isEmpty(), Violation.unknown(field));
    return id;
  }

  /** A flag: {@code true} or {@code false} in any case; false when it is absent. */
  public boolean flag(String field) {
    Optional<String> sent = value(field, Kind.FLAG).map(String::strip);
    boolean isTrue = sent.filter("true"::equalsIgnoreCase).isPresent();
    boolean isFalse = sent.filter("false"::equalsIgnoreCase).isPresent();
    found.addIf(
        sent.isPresent() && !isTrue && !isFalse, Violation.malformed(field, sent.orElse("")));
    return isTrue;
  }

  /** One of several choices, by its number or, in any case, by its name. */
  public <T> Optional<T> optionalChoice(String field, List<Choice<T>> choices) {
    Optional<String> sent = text(field).map(String::strip);
    Optional<T> chosen =
        sent.flatMap(
            text ->
                choices.stream().filter(choice -> choice.is(text)).map(Choice::value).findFirst());
    if (sent.isPresent() && chosen.isEmpty()) {
      found.add(
          WholeNumbers.isOne(sent.get())
              ? Violation.outOfRange(field, sent.get())
              : Violation.malformed(field, sent.get()));
    }
    return chosen;
  }

  /** A number and a name for one value. */
  public record Choice<T>(int number, String name, T value) {
    boolean is(String text) {
      return name.equalsIgnoreCase(text)
          || WholeNumbers.of32Bits(text).filter(sent -> sent == number).isPresent();
    }
  }

  /** Addresses separated by commas or semicolons, at least one. */
  public List<EmailAddress> requiredAddresses(String field) {
    String sent = requiredText(field);
    List<EmailAddress> addresses = addresses(field);
    found.addIf(
        !sent.isBlank() && addresses.isEmpty() && sent.replaceAll("[,;\\s]", "").isEmpty(),
        Violation.required(field));
    return addresses;
  }

  /** Addresses separated by commas or semicolons. */
  public List<EmailAddress> addresses(String field) {
    return EmailAddress.parseList(field, text(field).orElse(""), found);
  }

  /** A text that may be plain or HTML and may be missing. */
  public Body body(String field) {
    String text = sent(field, Kind.TEXT).stream().findFirst().orElse("");
    List<Violation> wrong = Body.violationsOf(field, text);
    if (!wrong.isEmpty()) {
      found.addAll(wrong);
      return Body.plain("");
    }
    Body body = TextFormats.eitherFormat(text);
    // HTML that was short enough can become too long when it is cleaned.
    found.addAll(Body.violationsOf(field, body.text()));
    return body;
  }

  /** A text that may be plain or HTML and must hold more than blanks and what is taken out. */
  public Body requiredBody(String field) {
    String sent = requiredText(field);
    Body body = body(field);
    boolean takenOut = !sent.isBlank() && Body.violationsOf(field, sent).isEmpty();
    found.addIf(takenOut && body.text().isBlank(), Violation.required(field));
    return body;
  }

  /** A headline of at most so many characters that must be there. */
  public String requiredTitle(String field, int atMost) {
    String title = requiredText(field);
    found.addIf(title.length() > atMost, Violation.tooLong(field, atMost));
    return title;
  }

  /** Whether the field was sent at all, be it empty. */
  public boolean has(String field) {
    return fields.has(field);
  }

  /** A UUID. */
  public Optional<UUID> optionalUuid(String field) {
    Optional<String> sent = text(field);
    Optional<UUID> uuid = sent.flatMap(Uuids::parse);
    found.addIf(sent.isPresent() && uuid.isEmpty(), Violation.malformed(field, sent.orElse("")));
    return uuid;
  }

  /** An instant; a text without an offset is read in {@code zone}. */
  public Optional<Instant> optionalInstant(String field, ZoneId zone) {
    Optional<String> sent = text(field);
    Optional<Instant> instant = sent.flatMap(text -> WireDates.read(text, zone));
    found.addIf(sent.isPresent() && instant.isEmpty(), Violation.malformed(field, sent.orElse("")));
    return instant;
  }

  /**
   * The same for a field that clients of the platform cannot leave out: what they send when nobody
   * set it, the first instant of the year 1, is the same as nothing.
   */
  public Optional<Instant> instantOrUnset(String field, ZoneId zone) {
    return text(field).filter(WireDates::isUnset).isPresent()
        ? Optional.empty()
        : optionalInstant(field, zone);
  }
}
