package org.polydesk.adapter.rest.simple.taas.ticket;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.polydesk.adapter.rest.shared.ParameterMap;
import org.polydesk.adapter.rest.simple.taas.wire.Priorities;
import org.polydesk.adapter.rest.simple.taas.wire.States;
import org.polydesk.adapter.rest.simple.taas.wire.Zones;
import org.polydesk.application.desk.DeskSetup;
import org.polydesk.domain.catalogue.Tag;
import org.polydesk.domain.error.Violation;
import org.polydesk.domain.error.Violations;
import org.polydesk.domain.listing.BrowseOrder;
import org.polydesk.domain.listing.BrowseQuery;
import org.polydesk.domain.listing.TimeSpan;
import org.polydesk.domain.listing.WordSearch;
import org.polydesk.domain.listing.WordSearch.Field;

/**
 * The parameters of a list. Source: docs/dialects/taas.md, section "Lists".
 *
 * @param question the parameters that a continuation is bound to, as one text
 */
record ListRequest(BrowseQuery query, int limit, long offset, String question) {
  private static final int DEFAULT_LIMIT = 10;
  private static final int MOST = 1_000;
  private static final int MOST_DIGITS = 15;
  private static final long FARTHEST = 999_999_999_999_999L;
  private static final int UUID_LENGTH = 36;
  private static final Set<Field> SEARCHED =
      Set.of(Field.SUBJECT, Field.DESCRIPTION, Field.PEOPLE, Field.TAGS, Field.NUMBER);
  private static final List<String> FILTERS =
      List.of(
          "search",
          "title",
          "status",
          "statusId",
          "isResolved",
          "priority",
          "tags",
          "createdAfter",
          "createdBefore",
          "expectedDateAfter",
          "expectedDateBefore",
          "lastUpdateAfter",
          "lastUpdateBefore",
          "timezone");
  private static final Map<String, BrowseOrder.Key> KEYS =
      Map.ofEntries(
          Map.entry("status", BrowseOrder.Key.STATUS),
          Map.entry("ticketid", BrowseOrder.Key.NUMBER),
          Map.entry("ticketno", BrowseOrder.Key.NUMBER),
          Map.entry("title", BrowseOrder.Key.SUBJECT),
          Map.entry("requestorname", BrowseOrder.Key.REQUESTER_NAME),
          Map.entry("requestoremail", BrowseOrder.Key.REQUESTER_EMAIL),
          Map.entry("assigneename", BrowseOrder.Key.TECHNICIAN_NAME),
          Map.entry("assigneeemail", BrowseOrder.Key.TECHNICIAN_EMAIL),
          Map.entry("expecteddate", BrowseOrder.Key.WANTED),
          Map.entry("priority", BrowseOrder.Key.PRIORITY),
          Map.entry("createddatetime", BrowseOrder.Key.NUMBER),
          Map.entry("lastinteraction", BrowseOrder.Key.UPDATED));

  static ListRequest read(ParameterMap parameters, DeskSetup setup) {
    Violations found = new Violations();
    Reader reader = new Reader(parameters, setup, found);
    BrowseQuery query = reader.query();
    long limit = whole(parameters, "limit", 1, DEFAULT_LIMIT, found);
    long offset = whole(parameters, "offset", 0, 0, found);
    found.orThrow();
    return new ListRequest(query, (int) Math.min(limit, MOST), offset, question(parameters, query));
  }

  /** How many are wanted, where all are shown if nobody says. */
  static int limit(ParameterMap parameters) {
    Violations found = new Violations();
    long limit = whole(parameters, "limit", 1, Integer.MAX_VALUE, found);
    found.orThrow();
    return (int) Math.min(limit, Integer.MAX_VALUE);
  }

  private static long whole(
      ParameterMap parameters, String name, long least, long otherwise, Violations found) {
    String text = parameters.first(name).orElse("").strip();
    if (text.isEmpty()) {
      return otherwise;
    }
    if (!text.matches("[0-9]+")) {
      found.add(Violation.malformed(name, text));
      return otherwise;
    }
    String digits = text.replaceFirst("^0+(?=.)", "");
    long number = digits.length() > MOST_DIGITS ? FARTHEST : Long.parseLong(digits);
    found.addIf(number < least, Violation.outOfRange(name, text));
    return number;
  }

  private static String question(ParameterMap parameters, BrowseQuery query) {
    return FILTERS.stream()
        .map(name -> name + "=" + parameters.first(name).orElse("").strip())
        .collect(Collectors.joining("\n", query.order() + "\n", ""));
  }

  /** Reads conditions and gathers what is wrong with them. */
  private record Reader(ParameterMap parameters, DeskSetup setup, Violations found) {

    BrowseQuery query() {
      ZoneOffset zone = Zones.read(parameters, found);
      BrowseQuery.Builder query =
          BrowseQuery.builder()
              .order(order())
              .opened(span("createdAfter", "createdBefore", zone))
              .wanted(span("expectedDateAfter", "expectedDateBefore", zone))
              .updated(span("lastUpdateAfter", "lastUpdateBefore", zone));
      text("title").ifPresent(query::subjectPart);
      text("search").flatMap(text -> WordSearch.of(text, SEARCHED)).ifPresent(query::words);
      text("priority").ifPresent(text -> priority(text, query));
      text("isResolved").ifPresent(text -> resolved(text, query));
      text("tags").ifPresent(text -> query.tagIds(tags(text)));
      Optional<Set<Integer>> rows = text("status").map(text -> rows("status", text));
      Optional<Set<Integer>> ids = text("statusId").map(text -> rows("statusId", text));
      rows.or(() -> ids).ifPresent(first -> query.statusIds(common(first, ids)));
      return query.build();
    }

    private static Set<Integer> common(Set<Integer> rows, Optional<Set<Integer>> others) {
      Set<Integer> both = new HashSet<>(rows);
      others.ifPresent(both::retainAll);
      return both;
    }

    private Optional<String> text(String name) {
      return parameters.first(name).filter(text -> !text.isBlank());
    }

    private Set<Integer> rows(String name, String text) {
      Optional<States> state = States.named(text);
      found.addIf(state.isEmpty(), Violation.outOfRange(name, text));
      return state.map(known -> known.rows(setup)).orElse(Set.of());
    }

    private void priority(String text, BrowseQuery.Builder query) {
      Priorities.id(text)
          .ifPresentOrElse(
              id -> query.priorities(new BrowseQuery.Priorities(Set.of(id), false)),
              () -> found.add(Violation.outOfRange("priority", text)));
    }

    private void resolved(String text, BrowseQuery.Builder query) {
      switch (text.strip().toLowerCase(Locale.ROOT)) {
        case "true" -> query.statusTypes(EnumSet.copyOf(BrowseQuery.DONE));
        case "false" -> query.statusTypes(EnumSet.copyOf(BrowseQuery.NOT_DONE));
        default -> found.add(Violation.malformed("isResolved", text));
      }
    }

    /** Tags by category and text; what has no category in front of it is a text of any category. */
    private Set<Integer> tags(String text) {
      return Arrays.stream(text.split(","))
          .map(String::strip)
          .filter(tag -> !tag.isEmpty())
          .flatMap(
              tag -> {
                Optional<UUID> category = category(tag);
                String word = category.isPresent() ? tag.substring(UUID_LENGTH + 1) : tag;
                return setup.catalogue().tags().stream()
                    .filter(known -> category.map(known.category()::equals).orElse(true))
                    .filter(known -> known.text().equalsIgnoreCase(word))
                    .map(Tag::id);
              })
          .collect(Collectors.toSet());
    }

    private static Optional<UUID> category(String tag) {
      if (tag.length() <= UUID_LENGTH || tag.charAt(UUID_LENGTH) != '_') {
        return Optional.empty();
      }
      try {
        return Optional.of(UUID.fromString(tag.substring(0, UUID_LENGTH)));
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    }

    private BrowseOrder order() {
      BrowseOrder.Key key =
          KEYS.getOrDefault(
              text("orderBy").orElse("").strip().toLowerCase(Locale.ROOT), BrowseOrder.Key.NUMBER);
      return new BrowseOrder(key, !text("order").orElse("").strip().equalsIgnoreCase("ASC"));
    }

    private TimeSpan span(String after, String before, ZoneOffset zone) {
      TimeSpan span = TimeSpan.ALWAYS;
      Optional<Instant> from = text(after).flatMap(text -> boundary(after, text, zone));
      Optional<Instant> to = text(before).flatMap(text -> boundary(before, text, zone));
      if (from.isPresent()) {
        span = span.from(from.get());
      }
      return to.isPresent() ? span.to(to.get().plusMillis(1)) : span;
    }

    /** A plain date counts from midnight in UTC plus the offset, as clients have come to expect. */
    private Optional<Instant> boundary(String name, String text, ZoneOffset zone) {
      Optional<LocalDate> date = Zones.date(text);
      Optional<Instant> instant =
          date.map(day -> Zones.midnight(day, ZoneOffset.UTC).plusSeconds(zone.getTotalSeconds()))
              .or(() -> Zones.instant(text, zone));
      found.addIf(instant.isEmpty(), Violation.malformed(name, text));
      return instant;
    }
  }
}
