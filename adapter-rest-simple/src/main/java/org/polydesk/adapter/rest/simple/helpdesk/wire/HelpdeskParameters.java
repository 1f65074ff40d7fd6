package org.polydesk.adapter.rest.simple.helpdesk.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.polydesk.adapter.rest.shared.BodyKind;
import org.polydesk.adapter.rest.shared.ParameterMap;
import org.polydesk.adapter.rest.shared.RequestForm;
import org.polydesk.adapter.rest.shared.TextFormats;
import org.polydesk.adapter.rest.shared.WholeNumbers;
import org.polydesk.application.attachment.NewAttachment;
import org.polydesk.domain.conversation.Body;
import org.polydesk.domain.error.Violation;
import org.polydesk.domain.error.Violations;
import org.polydesk.domain.ticket.TicketNumber;

/**
 * Reads the parameters of a request, wherever they travelled, and gathers everything that is wrong
 * with them. Blank is absent, and so are {@code null}, {@code undefined} and {@code NaN} where a
 * number or a date is wanted. Names are the wire's; several names are tried in their order. Source:
 * docs/dialects/helpdesk.md, section "Parameters".
 */
public final class HelpdeskParameters {
  /** Bodies that may carry parameters; any other kind is left unread. */
  public static final Set<BodyKind> BODIES = Set.of(BodyKind.values());

  /** The most values of one list. */
  private static final int MOST_IN_LIST = 1_000;

  private static final Pattern COMMA = Pattern.compile(",");
  private static final Set<String> NOTHING = Set.of("null", "undefined", "nan");
  private static final Set<String> TRUE = Set.of("true", "1", "on", "yes");
  private static final Set<String> FALSE = Set.of("false", "0", "off", "no");

  private static final String FIELDS = "customFields";

  private static final DateTimeFormatter OFFSET =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd'T'HH:mm[:ss]")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .appendPattern("[XXX][XX][X]")
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);
  private static final DateTimeFormatter LOCAL =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd['T'][' ']HH:mm[:ss]")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);
  private static final DateTimeFormatter AMERICAN =
      DateTimeFormatter.ofPattern("M/d/uuuu H:mm:ss", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);
  private static final DateTimeFormatter AMERICAN_DAY =
      DateTimeFormatter.ofPattern("M/d/uuuu", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

  /** An offset whose plus sign became a blank, as it does in a query that is not encoded. */
  private static final Pattern LOST_PLUS =
      Pattern.compile("(\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}\\S*) (\\d{2}:?\\d{2})");

  private final RequestForm form;
  private final ParameterMap parameters;
  private final Violations found = new Violations();

  public HelpdeskParameters(RequestForm form) {
    this.form = form;
    this.parameters = form.parameters();
  }

  /** A date as it was sent: a day as a whole, or an instant. */
  public record When(Instant at, boolean day) {
    /** The first instant that is not in it any more. */
    public Instant end() {
      return day ? at.plusSeconds(86_400) : at.plusMillis(1);
    }
  }

  /** Refuses the request if anything was wrong. */
  public void orThrow() {
    found.orThrow();
  }

  /** Where what else is wrong goes. */
  public Violations found() {
    return found;
  }

  /** Whether one of the names was sent, be it empty. */
  public boolean has(String... names) {
    return Arrays.stream(names).anyMatch(parameters::has);
  }

  /** Whether it was sent to clear something: with nothing, or only blanks, in it. */
  public boolean isCleared(String name) {
    return parameters.first(name).map(String::isBlank).orElseGet(() -> isEmptyList(name));
  }

  /** The map holds an empty list as it holds a JSON {@code null}, which is absent. */
  private boolean isEmptyList(String name) {
    return form.json().stream()
        .flatMap(json -> json.properties().stream())
        .anyMatch(member -> member.getKey().equalsIgnoreCase(name) && member.getValue().isArray());
  }

  /** A text as it was sent; empty when it is absent or blank. */
  public Optional<String> text(String... names) {
    return Arrays.stream(names)
        .flatMap(name -> parameters.first(name).stream())
        .filter(text -> !text.isBlank())
        .findFirst();
  }

  /** A text that must hold more than blanks; empty when it does not. */
  public Optional<String> requiredText(String... names) {
    Optional<String> text = text(names);
    found.addIf(text.isEmpty(), Violation.required(names[0]));
    return text;
  }

  private Optional<String> value(String... names) {
    return text(names)
        .map(String::strip)
        .filter(text -> !NOTHING.contains(text.toLowerCase(Locale.ROOT)));
  }

  private <T> Optional<T> parsed(
      String name, Optional<String> text, Function<String, Optional<T>> reader) {
    Optional<T> value = text.flatMap(reader);
    found.addIf(text.isPresent() && value.isEmpty(), Violation.malformed(name, text.orElse("")));
    return value;
  }

  /** A whole number of 64 bits. */
  public Optional<Long> number(String... names) {
    return parsed(names[0], value(names), WholeNumbers::of64Bits);
  }

  /** A whole number of 32 bits. */
  public Optional<Integer> integer(String... names) {
    return parsed(names[0], value(names), WholeNumbers::of32Bits);
  }

  /** A whole number that must be there; 0 when it is not, which is a violation. */
  public long requiredNumber(String... names) {
    found.addIf(value(names).isEmpty(), Violation.required(names[0]));
    return number(names).orElse(0L);
  }

  /** A whole number of 32 bits that must be there; 0 when it is not, which is a violation. */
  public int requiredInteger(String... names) {
    found.addIf(value(names).isEmpty(), Violation.required(names[0]));
    return integer(names).orElse(0);
  }

  /** The number of a ticket that must be there. */
  public TicketNumber requiredTicket(String... names) {
    return new TicketNumber(requiredNumber(names));
  }

  /** A flag; false when it is absent. */
  public boolean flag(String... names) {
    return optionalFlag(names).orElse(false);
  }

  /** A flag. */
  public Optional<Boolean> optionalFlag(String... names) {
    return parsed(names[0], value(names), HelpdeskParameters::asFlag);
  }

  /** Reads a flag in any of the forms that clients send. */
  public static Optional<Boolean> asFlag(String text) {
    String folded = text.toLowerCase(Locale.ROOT);
    return TRUE.contains(folded)
        ? Optional.of(true)
        : FALSE.contains(folded) ? Optional.of(false) : Optional.empty();
  }

  /** All values of a list, however it was written; empty when it is absent or too long. */
  public List<String> texts(String... names) {
    List<String> texts =
        Arrays.stream(names)
            .map(parameters::all)
            .flatMap(Collection::stream)
            .flatMap(COMMA::splitAsStream)
            .map(String::strip)
            .filter(text -> !text.isEmpty() && !NOTHING.contains(text.toLowerCase(Locale.ROOT)))
            .limit(MOST_IN_LIST + 1)
            .toList();
    if (texts.size() > MOST_IN_LIST) {
      found.add(
          Violation.refused(
              names[0], "%s has more than %d values.".formatted(names[0], MOST_IN_LIST)));
      return List.of();
    }
    return texts;
  }

  /** A list of whole numbers; empty when it is absent. */
  public Optional<Set<Long>> numbers(String... names) {
    Set<Long> numbers = new LinkedHashSet<>();
    List<String> texts = texts(names);
    texts.forEach(
        text ->
            parsed(names[0], Optional.of(text), WholeNumbers::of64Bits).ifPresent(numbers::add));
    return texts.isEmpty() ? Optional.empty() : Optional.of(numbers);
  }

  /** A date or an instant; without a zone it is in UTC. */
  public Optional<When> when(String... names) {
    return parsed(names[0], value(names), HelpdeskParameters::asWhen);
  }

  /** An instant; a date is its first. */
  public Optional<Instant> instant(String... names) {
    return when(names).map(When::at);
  }

  /** Reads a date in any of the forms that clients send. */
  public static Optional<When> asWhen(String sent) {
    String text = LOST_PLUS.matcher(sent).replaceFirst("$1+$2");
    return attempt(text, t -> new When(OffsetDateTime.parse(t, OFFSET).toInstant(), false))
        .or(() -> attempt(text, t -> local(LocalDateTime.parse(t, LOCAL))))
        .or(() -> attempt(text, t -> local(LocalDateTime.parse(t, AMERICAN))))
        .or(() -> attempt(text, t -> day(LocalDate.parse(t))))
        .or(() -> attempt(text, t -> day(LocalDate.parse(t, AMERICAN_DAY))));
  }

  private static Optional<When> attempt(String text, Function<String, When> reader) {
    try {
      return Optional.of(reader.apply(text))
          .filter(when -> Math.abs(when.at().getEpochSecond()) < 253_402_300_800L);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static When local(LocalDateTime at) {
    return new When(at.toInstant(ZoneOffset.UTC), false);
  }

  private static When day(LocalDate day) {
    return new When(day.atStartOfDay(ZoneOffset.UTC).toInstant(), true);
  }

  /** A text that may be plain or HTML, without the marker; the empty one when it is absent. */
  public Body body(String name) {
    String text = Marker.without(parameters.first(name).orElse(""));
    List<Violation> wrong = Body.violationsOf(name, text);
    if (!wrong.isEmpty()) {
      found.addAll(wrong);
      return Body.plain("");
    }
    Body body = TextFormats.eitherFormat(text);
    found.addAll(Body.violationsOf(name, body.text()));
    return body;
  }

  /** Every part that has a file name, whatever it is called. */
  public List<NewAttachment> files() {
    return form.files().stream().map(file -> new NewAttachment(file.name(), file.blob())).toList();
  }

  /** What was sent as {@code name}, blanks and all; the empty text when it is absent. */
  public String raw(String name) {
    return parameters.first(name).orElse("");
  }

  /**
   * What was sent for one custom field.
   *
   * @param id the field's number as it was sent
   * @param value as a text; blank to clear the field
   */
  public record SentField(String id, String value) {}

  /**
   * Everything that was sent for custom fields: members of {@code customFields}, which is a JSON
   * object or the text of one, and every parameter whose name is {@code cf} and a number.
   */
  public List<SentField> sentFields() {
    List<SentField> sent = new ArrayList<>();
    fieldObject()
        .properties()
        .forEach(
            member -> sent.add(new SentField(member.getKey().strip(), text(member.getValue()))));
    parameters.names().stream()
        .filter(name -> name.regionMatches(true, 0, "cf", 0, 2))
        .map(name -> new SentField(name.substring(2), raw(name)))
        .filter(field -> WholeNumbers.of32Bits(field.id()).isPresent())
        .forEach(sent::add);
    return sent;
  }

  private JsonNode fieldObject() {
    Optional<JsonNode> member =
        form.json().stream()
            .flatMap(json -> json.properties().stream())
            .filter(property -> property.getKey().equalsIgnoreCase(FIELDS))
            .map(Map.Entry::getValue)
            .filter(JsonNode::isObject)
            .findFirst();
    Optional<JsonNode> object = member.or(() -> text(FIELDS).map(JsonTexts::objectIn));
    found.addIf(
        object.filter(JsonNode::isMissingNode).isPresent(),
        Violation.malformed(FIELDS, text(FIELDS).orElse("")));
    return object.orElseGet(MissingNode::getInstance);
  }

  private static String text(JsonNode value) {
    if (value.isArray()) {
      List<String> texts = new ArrayList<>();
      value.forEach(one -> texts.add(one.asText()));
      return String.join(",", texts);
    }
    return value.isNull() ? "" : value.isValueNode() ? value.asText() : value.toString();
  }
}
