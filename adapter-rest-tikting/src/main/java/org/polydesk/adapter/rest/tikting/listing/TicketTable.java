package org.polydesk.adapter.rest.tikting.listing;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.polydesk.adapter.rest.shared.RequestForm;
import org.polydesk.adapter.rest.shared.WholeNumbers;
import org.polydesk.adapter.rest.tikting.wire.FormReader;
import org.polydesk.application.shared.Slice;
import org.polydesk.application.ticket.in.TicketListQuery;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.Violation;
import org.polydesk.domain.error.Violations;
import org.polydesk.domain.listing.ListType;
import org.polydesk.domain.listing.TicketSearch;
import org.polydesk.domain.listing.TicketSearch.Field;

/**
 * What a list is asked for. Source: docs/dialects/tikting.md, section "Lists".
 *
 * @param page 1 and up
 * @param length 1 and up
 */
record TicketTable(int page, int length, TicketListQuery query) {
  private static final int DEFAULT_LENGTH = 10;

  private static final Map<String, Field> FIELDS =
      Map.of(
          "subject", Field.SUBJECT,
          "ticketid", Field.TICKET_ID,
          "priority", Field.PRIORITY,
          "requester", Field.REQUESTER);

  /**
   * Reads the request; what is out of range is mended.
   *
   * @param longest the longest page
   * @param cursor the number of the row that was seen last, as the client sent it
   * @throws DeskException {@code INVALID_FIELD} with everything that cannot be read
   */
  static TicketTable read(RequestForm form, int longest, Optional<String> cursor) {
    Violations found = new Violations();
    FormReader fields = FormReader.ofBodyAndQuery(form, found);
    int page = Math.max(1, fields.optionalInt("page").orElse(1));
    int length =
        Math.min(fields.optionalInt("length").filter(n -> n > 0).orElse(DEFAULT_LENGTH), longest);
    Optional<Long> below = cursor.flatMap(text -> number(text, found));
    ListType type =
        fields.text("listType").map(word -> type(word, found)).orElse(ListType.ALL_TICKETS);
    Optional<TicketSearch> search =
        TicketSearch.of(
            fields.text("search").orElse(""), fields(fields.text("filterBy").orElse("")));
    fields.orThrow();
    Slice slice = below.map(number -> Slice.below(number, length)).orElse(Slice.page(page, length));
    return new TicketTable(page, length, new TicketListQuery(type, search, slice));
  }

  private static ListType type(String word, Violations found) {
    return ListType.of(word.strip())
        .orElseGet(
            () -> {
              found.add(Violation.malformed("listType", word));
              return ListType.ALL_TICKETS;
            });
  }

  private static Optional<Long> number(String text, Violations found) {
    Optional<Long> number = WholeNumbers.of64Bits(text);
    found.addIf(number.isEmpty(), Violation.malformed("X-Cursor", text));
    return number;
  }

  private static Set<Field> fields(String filterBy) {
    Set<Field> fields = EnumSet.noneOf(Field.class);
    Arrays.stream(filterBy.split(","))
        .map(name -> FIELDS.get(name.strip().toLowerCase(Locale.ROOT)))
        .filter(field -> field != null)
        .forEach(fields::add);
    return fields;
  }
}
