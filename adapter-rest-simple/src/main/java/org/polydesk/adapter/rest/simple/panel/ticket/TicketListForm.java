package org.polydesk.adapter.rest.simple.panel.ticket;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.polydesk.adapter.rest.shared.ParameterMap;
import org.polydesk.adapter.rest.shared.WholeNumbers;
import org.polydesk.domain.error.Violation;
import org.polydesk.domain.error.Violations;
import org.polydesk.domain.listing.BrowseQuery;
import org.polydesk.domain.listing.WordSearch;
import org.polydesk.domain.listing.WordSearch.Field;
import org.polydesk.domain.ticket.StatusType;

/** Reads what a list is asked for. Source: docs/dialects/panel.md, section "Lists". */
final class TicketListForm {
  private static final int MOST_A_PAGE = 1000;
  private static final int DEFAULT_A_PAGE = 10;
  private static final Set<Field> SEARCHED =
      EnumSet.of(Field.SUBJECT, Field.DESCRIPTION, Field.ENTRIES, Field.NUMBER);

  private final ParameterMap parameters;
  private final Violations found = new Violations();

  TicketListForm(ParameterMap parameters) {
    this.parameters = parameters;
  }

  void orThrow() {
    found.orThrow();
  }

  int page() {
    return number("page", 1, Integer.MAX_VALUE);
  }

  int itemsPerPage() {
    return number("items_per_page", DEFAULT_A_PAGE, MOST_A_PAGE);
  }

  private int number(String name, int otherwise, int atMost) {
    Optional<String> text = parameters.first(name);
    if (text.isEmpty()) {
      return otherwise;
    }
    Optional<Integer> number = WholeNumbers.of32Bits(text.get());
    if (number.isEmpty()) {
      found.add(Violation.malformed(name, text.get()));
      return otherwise;
    }
    found.addIf(number.get() < 1 || number.get() > atMost, Violation.outOfRange(name, text.get()));
    return Math.min(Math.max(1, number.get()), atMost);
  }

  private boolean flag(String name) {
    Optional<String> text = parameters.first(name);
    String folded = text.orElse("false").strip().toLowerCase(Locale.ROOT);
    boolean isTrue = folded.equals("true") || folded.equals("1");
    boolean isFalse = folded.equals("false") || folded.equals("0");
    found.addIf(!isTrue && !isFalse, Violation.malformed(name, text.orElse("")));
    return isTrue;
  }

  BrowseQuery query() {
    BrowseQuery.Builder query = BrowseQuery.builder();
    boolean opened = flag("only_opened");
    boolean closed = flag("only_closed");
    found.addIf(
        opened && closed,
        Violation.refused("only_closed", "only_opened and only_closed exclude each other."));
    if (opened) {
      query.statusTypes(BrowseQuery.NOT_CLOSED);
    } else if (closed) {
      query.statusTypes(Set.of(StatusType.CLOSED));
    }
    Optional<String> words = parameters.first("q");
    Optional<WordSearch> search = words.flatMap(text -> WordSearch.of(text, SEARCHED));
    found.addIf(words.isPresent() && search.isEmpty(), Violation.required("q"));
    search.ifPresent(query::words);
    return query.build();
  }
}
