package org.polydesk.bootstrap.doors;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.polydesk.bootstrap.tikting.Store;
import org.polydesk.bootstrap.tikting.TestDesk;

/** Makes copies of a ticket, with its entries, in the database itself. */
final class ManyTickets {
  private static final long FAR = 1_000_000_000;

  private ManyTickets() {}

  /** Copies desk 1's ticket; the copies have the next numbers, and those opened later go on. */
  static void copy(TestDesk desk, Store store, long number, int copies) {
    String series =
        store == Store.H2
            ? "system_range(1, %d) s(n)".formatted(copies)
            : "generate_series(1, %d) s(n)".formatted(copies);
    desk.execute(
        insert(
            desk,
            "ticket",
            Map.of(
                "ticket_id",
                "o.ticket_id + n * 100 + " + FAR,
                "ticket_number",
                "o.ticket_number + n",
                "guid",
                store == Store.H2 ? "random_uuid()" : "gen_random_uuid()"),
            "ticket o, " + series + " where o.desk_id = 1 and o.ticket_number = " + number));
    desk.execute(
        insert(
            desk,
            "entry",
            Map.of(
                "entry_id", "o.entry_id + n * 100 + " + FAR,
                "ticket_id", "o.ticket_id + n * 100 + " + FAR),
            "entry o join ticket t on t.ticket_id = o.ticket_id, %s where t.desk_id = 1 and t.ticket_number = %d"
                .formatted(series, number)));
    desk.execute("alter sequence ticket_number_1 restart with " + (number + copies + 1));
  }

  private static String insert(
      TestDesk desk, String table, Map<String, String> changed, String from) {
    List<String> columns =
        desk.rows(
            "select column_name from information_schema.columns where table_name = '%s' and table_schema = 'public' and is_generated = 'NEVER'"
                .formatted(table));
    return "insert into %s (%s) select %s from %s"
        .formatted(
            table,
            String.join(", ", columns),
            columns.stream()
                .map(column -> changed.getOrDefault(column, "o." + column))
                .collect(Collectors.joining(", ")),
            from);
  }
}
