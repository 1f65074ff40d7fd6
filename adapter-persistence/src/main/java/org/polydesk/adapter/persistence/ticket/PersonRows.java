package org.polydesk.adapter.persistence.ticket;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.polydesk.adapter.persistence.shared.Row;
import org.polydesk.application.ticket.out.TicketReadings.Person;
import org.polydesk.domain.user.PersonName;
import org.polydesk.domain.user.UserId;

/** How a person is read from a joined {@code app_user}. */
final class PersonRows {
  private static final String COLUMNS =
      """
      %1$s.user_id as %1$s_id, %1$s.first_name as %1$s_first, %1$s.last_name as %1$s_last, \
      %1$s.user_name as %1$s_name, %1$s.email as %1$s_email""";

  private PersonRows() {}

  /** What {@link #read} asks for, of the tables of these aliases. */
  static String columns(String... aliases) {
    return Arrays.stream(aliases).map(COLUMNS::formatted).collect(Collectors.joining(", "));
  }

  /** The person of the table of this alias; empty when none was joined. */
  static Optional<Person> read(Row row, String alias) {
    return row.optionalUuid(alias + "_id")
        .map(
            id ->
                new Person(
                    new UserId(id),
                    new PersonName(row.text(alias + "_first"), row.text(alias + "_last")).full(),
                    row.optionalText(alias + "_name").orElse(""),
                    row.optionalText(alias + "_email").orElse("")));
  }
}
