package org.polydesk.adapter.persistence.shared;

import jakarta.inject.Singleton;
import org.polydesk.domain.desk.DeskId;

/**
 * Numbers that rise from 1 in each desk, for what is made now and then: whoever takes one holds
 * back others until his unit of work ends, so that none is left out.
 */
@Singleton
public final class DeskNumbers {
  private static final String TAKE =
      "update desk_number set last_number = last_number + 1 where desk_id = ? and name = ?";

  private static final String TAKEN =
      "select last_number from desk_number where desk_id = ? and name = ?";

  private static final String BEGIN =
      """
      insert into desk_number (desk_id, name, last_number) values (?, ?, 0)
      on conflict do nothing
      """;

  private static final String SKIP =
      """
      update desk_number set last_number = ?
      where desk_id = ? and name = ? and last_number < ?
      """;

  private final Database database;

  DeskNumbers(Database database) {
    this.database = database;
  }

  /** The next number of what is called {@code name}; part of the caller's unit of work. */
  public long next(DeskId desk, String name) {
    if (take(desk, name) == 0) {
      begin(desk, name);
      take(desk, name);
    }
    return database
        .find(
            TAKEN, bound -> bound.number(desk.value()).text(name), row -> row.number("last_number"))
        .orElseThrow();
  }

  /** Has numbers go on behind {@code number}, if they have not come so far. */
  public void behind(DeskId desk, String name, long number) {
    begin(desk, name);
    database.update(
        SKIP, bound -> bound.number(number).number(desk.value()).text(name).number(number));
  }

  private int take(DeskId desk, String name) {
    return database.update(TAKE, bound -> bound.number(desk.value()).text(name));
  }

  private void begin(DeskId desk, String name) {
    database.update(BEGIN, bound -> bound.number(desk.value()).text(name));
  }
}
