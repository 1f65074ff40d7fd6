package org.polydesk.adapter.persistence.ticket;

import java.util.Optional;
import java.util.function.Consumer;
import org.polydesk.adapter.persistence.shared.Parameters;
import org.polydesk.adapter.persistence.shared.Sql;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.listing.BrowseCursor;
import org.polydesk.domain.listing.BrowseOrder;
import org.polydesk.domain.listing.BrowseOrder.Key;
import org.polydesk.domain.ticket.TicketNumber;

/**
 * A page of a whole desk in another order than the usual ones, for PostgreSQL. What has a value
 * comes from an index in that order; a person or a priority gives no more tickets than the page can
 * show. What has none is looked for only where the others do not fill the page.
 */
final class OrderedTickets {
  /** As long as the beginnings of texts in indexes. */
  private static final String BEGINNING = "left(%s, 100)";

  private final DeskId desk;
  private final BrowseOrder order;
  private final BrowseSort sort;
  private final long most;

  private OrderedTickets(DeskId desk, BrowseOrder order, long most) {
    this.desk = desk;
    this.order = order;
    this.sort = new BrowseSort(order);
    this.most = most;
  }

  /**
   * A select of {@code ticket_id} and {@code sort_key}; empty for orders that need no such help.
   */
  static Optional<Sql> page(
      DeskId desk, BrowseOrder order, Optional<BrowseCursor> after, long skip, int length) {
    if (order.equals(BrowseOrder.LAST_UPDATED_FIRST)) {
      return Optional.empty();
    }
    return switch (order.key()) {
      case NUMBER -> Optional.empty();
      case UPDATED,
          STATUS,
          SUBJECT,
          REQUESTER_NAME,
          REQUESTER_EMAIL,
          TECHNICIAN_NAME,
          TECHNICIAN_EMAIL,
          DUE,
          WANTED,
          PRIORITY ->
          Optional.of(new OrderedTickets(desk, order, skip + length).page(after, skip, length));
    };
  }

  private Sql page(Optional<BrowseCursor> after, long skip, int length) {
    Sql page = new Sql().add("with valued as (");
    boolean pastValues = after.filter(cursor -> cursor.key().isEmpty()).isPresent();
    if (pastValues) {
      // Says whether a place can be one of this order.
      sort.behind(after.get());
      page.add(valued(Optional.empty())).add(" limit 0)");
    } else if (after.isPresent()) {
      Place place = new Place(sort.binding(after.get().key().orElseThrow()), after.get().number());
      page.add("(").add(valued(Optional.of(place.amongEqual()))).add(limit() + ") union all (");
      page.add(valued(Optional.of(place.beyond()))).add(limit() + "))");
    } else {
      page.add(valued(Optional.empty())).add(limit() + ")");
    }
    page.add(" select ticket_id, sort_key from (select ticket_id, sort_key, ticket_number");
    page.add(" from valued");
    without()
        .ifPresent(
            tickets -> {
              page.add(" union all (select ticket_id, ")
                  .add(noValue())
                  .add(", ticket_number from (");
              page.add(tickets).add(") without where (select count(*) from valued) < " + most);
              if (pastValues) {
                page.add(
                    " and ticket_number < ?", bound -> bound.number(after.get().number().value()));
              }
              page.add(" order by ticket_number desc" + limit() + ")");
            });
    return page.add(") ordered order by sort_key" + direction() + " nulls last")
        .add(", ticket_number desc limit " + length + " offset " + skip);
  }

  /**
   * The place behind a ticket, for what has the same value as this or another one.
   *
   * @param equal whether the same value is meant; then numbers are lower
   */
  private record Place(Consumer<Parameters> key, TicketNumber number, boolean equal) {
    Place(Consumer<Parameters> key, TicketNumber number) {
      this(key, number, true);
    }

    Place amongEqual() {
      return new Place(key, number, true);
    }

    Place beyond() {
      return new Place(key, number, false);
    }

    Sql lowerNumber() {
      return equal
          ? new Sql().add(" and t.ticket_number < ?", bound -> bound.number(number.value()))
          : new Sql();
    }
  }

  private String limit() {
    return " limit " + most;
  }

  private String direction() {
    return order.descending() ? " desc" : "";
  }

  private String beyond() {
    return order.descending() ? "<" : ">";
  }

  private String noValue() {
    return switch (order.key()) {
      case DUE, WANTED -> "cast(null as timestamp with time zone)";
      case PRIORITY -> "cast(null as integer)";
      default -> "cast(null as varchar)";
    };
  }

  private static boolean isText(Key key) {
    return switch (key) {
      case SUBJECT, REQUESTER_NAME, TECHNICIAN_NAME -> true;
      default -> false;
    };
  }

  /** What the index is ordered by. */
  private String indexed(String value) {
    return isText(order.key()) ? BEGINNING.formatted(value) : value;
  }

  private String ordered(String value) {
    String all = " order by ";
    if (isText(order.key())) {
      all += indexed(value) + direction() + ", ";
    }
    return all + value + direction() + ", t.ticket_number desc";
  }

  /** The values of a place; texts are found by their beginnings. */
  private Sql values(String value, Place place) {
    String compared = place.equal() ? " = " : " " + beyond() + " ";
    String begun = place.equal() ? " = " : " " + beyond() + "= ";
    Sql sql = new Sql().add(" and " + value + compared + "?", place.key());
    return isText(order.key())
        ? sql.add(" and " + indexed(value) + begun + indexed("?"), place.key())
        : sql;
  }

  private Sql ofTheDesk(String more) {
    return new Sql()
        .add(
            "select t.ticket_id, t.ticket_number from ticket t where t.desk_id = ?"
                + " and t.deleted_at is null"
                + more,
            bound -> bound.number(desk.value()));
  }

  private Sql valued(Optional<Place> after) {
    return switch (order.key()) {
      case UPDATED -> direct("t.updated_at", after);
      case SUBJECT -> direct("t.folded_subject", after);
      case DUE -> direct("t.due_in_force_at", after);
      case WANTED -> direct("t.manual_due_at", after);
      case PRIORITY -> grouped(held("t.priority_id"), "t.priority_id = g.id", "g.id", after);
      case STATUS -> grouped(held("t.status_id"), "t.status_id = g.id", "g.id", after);
      case REQUESTER_NAME, REQUESTER_EMAIL, TECHNICIAN_NAME, TECHNICIAN_EMAIL ->
          grouped(
              byTechnician() ? technicians() : people(personHasValue()),
              person() + " = g.user_id",
              personValue(),
              after);
      case NUMBER -> throw new IllegalStateException("no order of this class");
    };
  }

  private Sql direct(String value, Optional<Place> after) {
    Sql sql =
        new Sql()
            .add(
                "select t.ticket_id, t.ticket_number, "
                    + value
                    + " as sort_key from ticket t where t.desk_id = ? and t.deleted_at is null and "
                    + value
                    + " is not null",
                bound -> bound.number(desk.value()));
    after.ifPresent(place -> sql.add(values(value, place)).add(place.lowerNumber()));
    return sql.add(ordered(value));
  }

  /** A few tickets of each group, in the order of the groups. */
  private Sql grouped(Sql groups, String ofGroup, String value, Optional<Place> after) {
    Sql tickets = ofTheDesk(" and " + ofGroup);
    Sql sql =
        new Sql()
            .add("select t.ticket_id, t.ticket_number, " + value + " as sort_key from (")
            .add(groups);
    after.ifPresent(
        place -> {
          sql.add(values(value, place));
          tickets.add(place.lowerNumber());
        });
    return sql.add(") g cross join lateral (")
        .add(tickets)
        .add(" order by t.ticket_number desc" + limit() + ") t")
        .add(ordered(value));
  }

  /** All that tickets have, each found behind the one before. */
  private Sql held(String value) {
    String next =
        ("select %1$s from ticket t where t.desk_id = ? and t.deleted_at is null"
                + " and %1$s %%s order by %1$s limit 1")
            .formatted(value);
    return new Sql()
        .add("select g.id from (with recursive held (id) as ((")
        .add(next.formatted("is not null"), bound -> bound.number(desk.value()))
        .add(") union all select (")
        .add(next.formatted("> held.id"), bound -> bound.number(desk.value()))
        .add(") from held where held.id is not null) select id from held) g")
        .add(" where g.id is not null");
  }

  private Sql people(String which) {
    return new Sql()
        .add(
            "select g.user_id, g.folded_name, g.desk_email from app_user g where g.desk_id = ? and "
                + which,
            bound -> bound.number(desk.value()));
  }

  /** Those who have tickets, which are few among the users. */
  private Sql technicians() {
    return new Sql()
        .add("select g.user_id, g.folded_name, g.desk_email from (")
        .add(held("t.technician_id"))
        .add(") h join app_user g on g.user_id = h.id where " + personHasValue());
  }

  private boolean byName() {
    return order.key() == Key.REQUESTER_NAME || order.key() == Key.TECHNICIAN_NAME;
  }

  private boolean byTechnician() {
    return order.key() == Key.TECHNICIAN_NAME || order.key() == Key.TECHNICIAN_EMAIL;
  }

  private String person() {
    return byTechnician() ? "t.technician_id" : "t.requester_id";
  }

  private String personValue() {
    return byName() ? "g.folded_name" : "g.desk_email";
  }

  private String personHasValue() {
    return byName() ? "g.folded_name <> ''" : "g.desk_email is not null";
  }

  private String personHasNone() {
    return byName() ? "g.folded_name = ''" : "g.desk_email is null";
  }

  /** What has no value; empty when everything has one. */
  private Optional<Sql> without() {
    return switch (order.key()) {
      case UPDATED, STATUS, SUBJECT -> Optional.empty();
      case DUE -> Optional.of(ofTheDesk(" and t.due_in_force_at is null"));
      case WANTED -> Optional.of(ofTheDesk(" and t.manual_due_at is null"));
      case PRIORITY -> Optional.of(ofTheDesk(" and t.priority_id is null"));
      case REQUESTER_NAME, REQUESTER_EMAIL, TECHNICIAN_NAME, TECHNICIAN_EMAIL ->
          Optional.of(ofNoPersonWithValue());
      case NUMBER -> throw new IllegalStateException("no order of this class");
    };
  }

  private Sql ofNoPersonWithValue() {
    Sql nameless =
        new Sql()
            .add("select t.ticket_id, t.ticket_number from (")
            .add(people(personHasNone()))
            .add(") g join ticket t on t.desk_id = ?", bound -> bound.number(desk.value()))
            .add(" and t.deleted_at is null and " + person() + " = g.user_id");
    return byTechnician()
        ? nameless.add(" union all ").add(ofTheDesk(" and t.technician_id is null"))
        : nameless;
  }
}
