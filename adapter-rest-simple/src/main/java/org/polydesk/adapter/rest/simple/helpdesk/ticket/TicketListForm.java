package org.polydesk.adapter.rest.simple.helpdesk.ticket;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.polydesk.adapter.rest.shared.WholeNumbers;
import org.polydesk.adapter.rest.simple.helpdesk.user.NamedPeople;
import org.polydesk.adapter.rest.simple.helpdesk.wire.HelpdeskParameters;
import org.polydesk.adapter.rest.simple.helpdesk.wire.HelpdeskParameters.When;
import org.polydesk.adapter.rest.simple.helpdesk.wire.Words;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.ticket.in.BrowseTicketsUseCase.BrowseWindow;
import org.polydesk.domain.catalogue.CatalogueList;
import org.polydesk.domain.catalogue.CatalogueRow;
import org.polydesk.domain.catalogue.StatusRow;
import org.polydesk.domain.conversation.Side;
import org.polydesk.domain.error.Violation;
import org.polydesk.domain.listing.BrowseQuery;
import org.polydesk.domain.listing.TimeSpan;
import org.polydesk.domain.listing.WordSearch;
import org.polydesk.domain.user.User;
import org.polydesk.domain.user.UserId;

/**
 * Reads what a list of tickets is asked for. Source: docs/dialects/helpdesk.md, section "Lists".
 */
final class TicketListForm {
  private static final int DEFAULT_COUNT = 10;
  private static final int MOST = 300;
  private static final int MOST_DAYS = 36_500;

  private final HelpdeskParameters parameters;
  private final Words words;
  private final Caller caller;
  private final Clock clock;

  TicketListForm(HelpdeskParameters parameters, Words words, Caller caller, Clock clock) {
    this.parameters = parameters;
    this.words = words;
    this.caller = caller;
    this.clock = clock;
  }

  /** The numbers of people that the list is narrowed to, to be looked up. */
  Set<Long> people() {
    Set<Long> numbers = new HashSet<>();
    parameters.number("fromUserId").ifPresent(numbers::add);
    parameters.number("handledByUserID", "assignedToUserId").ifPresent(numbers::add);
    return numbers;
  }

  BrowseQuery query(Map<Long, User> people) {
    BrowseQuery.Builder query = BrowseQuery.builder();
    mode(query);
    statuses(query);
    parameters.numbers("categoryId", "categories").ifPresent(ids -> categories(ids, query));
    parameters.number("fromUserId").ifPresent(number -> query.requester(id(people, number)));
    parameters.integer("fromCompanyId").ifPresent(query::requesterCompanyId);
    parameters
        .number("handledByUserID", "assignedToUserId")
        .ifPresent(number -> query.technician(id(people, number)));
    parameters.text("tagName").ifPresent(name -> query.tagIds(tags(name)));
    query.opened(span("dateFrom", "dateTo"));
    query.updated(span("updatedFrom", "updatedTo"));
    parameters.text("updatedByType").ifPresent(type -> updatedBy(type, query));
    parameters.integer("dueInDays").ifPresent(days -> dueWithin(days, query));
    // There are no sections; tickets of one that does not exist are none.
    parameters.integer("sectionId").ifPresent(id -> query.categoryIds(Set.of()));
    if (parameters.flag("subscribedOnly")) {
      query.subscribed();
    }
    return query.build();
  }

  /** The same with words that the tickets must hold. */
  BrowseQuery search(Map<Long, User> people) {
    Optional<String> text = parameters.requiredText("query");
    BrowseQuery query = query(people);
    Set<WordSearch.Field> fields =
        EnumSet.of(
            WordSearch.Field.SUBJECT,
            WordSearch.Field.DESCRIPTION,
            WordSearch.Field.ENTRIES,
            WordSearch.Field.NUMBER);
    return text.flatMap(words0 -> WordSearch.of(words0, fields))
        .map(search -> query.with(builder -> builder.words(search)))
        .orElse(query);
  }

  BrowseWindow window() {
    int count = parameters.integer("count").orElse(DEFAULT_COUNT);
    long offset = parameters.number("offset").orElse(0L);
    parameters.found().addIf(count < 1, Violation.outOfRange("count", Integer.toString(count)));
    parameters.found().addIf(offset < 0, Violation.outOfRange("offset", Long.toString(offset)));
    return BrowseWindow.slice(Math.max(0, offset), Math.min(Math.max(1, count), MOST));
  }

  private void mode(BrowseQuery.Builder query) {
    String mode = parameters.text("mode").orElse("all").strip();
    switch (mode.toLowerCase(Locale.ROOT)) {
      case "all" -> {}
      case "unanswered" -> query.unanswered();
      case "unclosed" -> query.statusTypes(BrowseQuery.NOT_CLOSED);
      case "handledbyme" -> query.technician(caller.userId().orElseThrow());
      case "updated" -> query.discussed();
      default -> parameters.found().add(Violation.outOfRange("mode", mode));
    }
  }

  private void statuses(BrowseQuery.Builder query) {
    Set<Integer> rows = new LinkedHashSet<>();
    Set<String> asked = new LinkedHashSet<>(parameters.texts("statusId", "statuses"));
    for (String text : asked) {
      Optional<StatusRow> row =
          WholeNumbers.of64Bits(text).map(words::row).orElseGet(() -> words.row(text));
      parameters.found().addIf(row.isEmpty(), Violation.unknown("statusId"));
      row.map(StatusRow::id).ifPresent(rows::add);
    }
    if (!asked.isEmpty()) {
      query.statusIds(rows);
    }
  }

  private void categories(Set<Long> ids, BrowseQuery.Builder query) {
    Set<Integer> known = new LinkedHashSet<>();
    for (long id : ids) {
      Optional<CatalogueRow> row =
          Optional.of(id)
              .filter(number -> number == number.intValue())
              .flatMap(number -> words.catalogue().row(CatalogueList.CATEGORY, number.intValue()));
      parameters.found().addIf(row.isEmpty(), Violation.unknown("categoryId"));
      row.map(CatalogueRow::id).ifPresent(known::add);
    }
    query.categoryIds(known);
  }

  private void dueWithin(int days, BrowseQuery.Builder query) {
    boolean sane = Math.abs((long) days) <= MOST_DAYS;
    parameters.found().addIf(!sane, Violation.outOfRange("dueInDays", Integer.toString(days)));
    if (sane) {
      query.due(TimeSpan.before(clock.instant().plus(Duration.ofDays(days)).plusMillis(1)));
    }
  }

  private void updatedBy(String type, BrowseQuery.Builder query) {
    switch (type.strip().toLowerCase(Locale.ROOT)) {
      case "tech" -> query.lastPublicSide(Side.STAFF);
      case "cust" -> query.lastPublicSide(Side.CLIENT);
      default -> parameters.found().add(Violation.outOfRange("updatedByType", type));
    }
  }

  private TimeSpan span(String from, String to) {
    TimeSpan span = TimeSpan.ALWAYS;
    Optional<When> first = parameters.when(from);
    Optional<When> last = parameters.when(to);
    if (first.isPresent()) {
      span = span.from(first.get().at());
    }
    return last.isPresent() ? span.to(last.get().end()) : span;
  }

  private Set<Integer> tags(String name) {
    return words.catalogue().tags().stream()
        .filter(tag -> tag.text().equalsIgnoreCase(name.strip()))
        .map(tag -> tag.id())
        .collect(Collectors.toSet());
  }

  /** Somebody whom the desk does not know has no tickets. */
  private static UserId id(Map<Long, User> people, long number) {
    return people.containsKey(number) ? people.get(number).id() : NamedPeople.NOBODY;
  }
}
