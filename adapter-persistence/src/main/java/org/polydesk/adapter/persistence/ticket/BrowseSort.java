package org.polydesk.adapter.persistence.ticket;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.polydesk.adapter.persistence.shared.Parameters;
import org.polydesk.adapter.persistence.shared.Row;
import org.polydesk.adapter.persistence.shared.Sql;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.Violation;
import org.polydesk.domain.listing.BrowseCursor;
import org.polydesk.domain.listing.BrowseOrder;
import org.polydesk.domain.listing.BrowseOrder.Key;
import org.polydesk.domain.ticket.TicketNumber;

/** The order of a list in words of the database, and the places in it. */
final class BrowseSort {
  private static final String NUMBER = "t.ticket_number";

  private final BrowseOrder order;

  BrowseSort(BrowseOrder order) {
    this.order = order;
  }

  private enum Kind {
    NONE,
    TEXT,
    WHOLE,
    INSTANT
  }

  private static Kind kind(Key key) {
    return switch (key) {
      case NUMBER -> Kind.NONE;
      case UPDATED, DUE, WANTED -> Kind.INSTANT;
      case STATUS, PRIORITY -> Kind.WHOLE;
      case SUBJECT, REQUESTER_NAME, REQUESTER_EMAIL, TECHNICIAN_NAME, TECHNICIAN_EMAIL -> Kind.TEXT;
    };
  }

  /** What is sorted by; people are those of the alias {@code sorted}. */
  private static String expression(Key key) {
    return switch (key) {
      case NUMBER -> NUMBER;
      case UPDATED -> "t.updated_at";
      case STATUS -> "t.status_id";
      case SUBJECT -> "t.folded_subject";
      case REQUESTER_NAME, TECHNICIAN_NAME -> "nullif(sorted.folded_name, '')";
      case REQUESTER_EMAIL, TECHNICIAN_EMAIL -> "sorted.desk_email";
      case DUE -> "t.due_in_force_at";
      case WANTED -> "t.manual_due_at";
      case PRIORITY -> "t.priority_id";
    };
  }

  private boolean isAlwaysThere() {
    return switch (order.key()) {
      case NUMBER, UPDATED, STATUS, SUBJECT -> true;
      case REQUESTER_NAME,
          REQUESTER_EMAIL,
          TECHNICIAN_NAME,
          TECHNICIAN_EMAIL,
          DUE,
          WANTED,
          PRIORITY ->
          false;
    };
  }

  /** The column that {@link #cursor} reads. */
  String column() {
    return expression(order.key()) + " as sort_key";
  }

  /** The person who is sorted by, if it is one. */
  String join() {
    return switch (order.key()) {
      case REQUESTER_NAME, REQUESTER_EMAIL ->
          " join app_user sorted on sorted.user_id = t.requester_id";
      case TECHNICIAN_NAME, TECHNICIAN_EMAIL ->
          " left join app_user sorted on sorted.user_id = t.technician_id";
      case NUMBER, UPDATED, STATUS, SUBJECT, DUE, WANTED, PRIORITY -> "";
    };
  }

  private String direction() {
    return order.descending() ? " desc" : "";
  }

  /** The order of the tickets themselves. What is always there goes by an index as it is. */
  String clause() {
    return clause(expression(order.key()));
  }

  /** The same order once more, of a page that was found in it. */
  String clauseOfPage() {
    return clause(order.key() == Key.NUMBER ? NUMBER : "page.sort_key");
  }

  private String clause(String sorted) {
    if (order.key() == Key.NUMBER) {
      return " order by " + NUMBER + direction();
    }
    return " order by "
        + sorted
        + direction()
        + (isAlwaysThere() ? "" : " nulls last")
        + ", "
        + NUMBER
        + " desc";
  }

  /** What comes behind {@code cursor}, beginning with {@code and}. */
  Sql behind(BrowseCursor cursor) {
    long number = cursor.number().value();
    String beyond = order.descending() ? " < ?" : " > ?";
    if (order.key() == Key.NUMBER) {
      return new Sql().add(" and " + NUMBER + beyond, bound -> bound.number(number));
    }
    String sorted = expression(order.key());
    if (cursor.key().isEmpty()) {
      if (isAlwaysThere()) {
        throw notOfThisOrder();
      }
      return new Sql()
          .add(" and " + sorted + " is null and " + NUMBER + " < ?", bound -> bound.number(number));
    }
    Consumer<Parameters> key = binding(cursor.key().get());
    if (isAlwaysThere() && order.descending()) {
      return new Sql()
          .add(
              " and (" + sorted + ", " + NUMBER + ") < (?, ?)", key.andThen(b -> b.number(number)));
    }
    String absent = isAlwaysThere() ? "" : " or " + sorted + " is null";
    return new Sql()
        .add(
            " and (" + sorted + beyond + " or (" + sorted + " = ? and " + NUMBER + " < ?)",
            key.andThen(key).andThen(bound -> bound.number(number)))
        .add(absent + ")");
  }

  /**
   * Sets a parameter to the key of a place.
   *
   * @throws DeskException {@code INVALID_FIELD} when it cannot be one of this order
   */
  Consumer<Parameters> binding(String key) {
    try {
      switch (kind(order.key())) {
        case WHOLE -> {
          int whole = Integer.parseInt(key);
          return bound -> bound.number(whole);
        }
        case INSTANT -> {
          Instant instant = Instant.ofEpochMilli(Long.parseLong(key));
          return bound -> bound.instant(instant);
        }
        case TEXT, NONE -> {
          return bound -> bound.text(key);
        }
      }
    } catch (NumberFormatException | DateTimeException e) {
      throw notOfThisOrder();
    }
    throw new IllegalStateException("a kind of key without a binding");
  }

  private static DeskException notOfThisOrder() {
    return DeskException.invalid(
        Violation.refused("cursor", "The cursor does not belong to this list."));
  }

  /** The place behind the ticket of this row. */
  BrowseCursor cursor(Row row) {
    Optional<String> key =
        switch (kind(order.key())) {
          case NONE -> Optional.empty();
          case TEXT -> row.optionalText("sort_key");
          case WHOLE -> row.optionalInteger("sort_key").map(String::valueOf);
          case INSTANT ->
              row.optionalInstant("sort_key").map(Instant::toEpochMilli).map(String::valueOf);
        };
    return new BrowseCursor(key, new TicketNumber(row.number("ticket_number")));
  }
}
