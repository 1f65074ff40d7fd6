package org.polydesk.adapter.rest.simple.taas.wire;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.polydesk.application.desk.DeskSetup;
import org.polydesk.domain.catalogue.StatusRow;
import org.polydesk.domain.desk.DeskSettings.StatusSettings;
import org.polydesk.domain.ticket.StatusType;

/** The dialect's words for statuses. Source: docs/dialects/taas.md, section "States". */
public enum States {
  OPEN("Open"),
  STARTED("Started"),
  RESOLVED("Resolved"),
  CLOSED("Closed"),
  REOPENED("Reopened");

  private static final String OTHER_WORD_FOR_STARTED = "In Progress";

  private final String word;

  States(String word) {
    this.word = word;
  }

  /** The word that names it for good, whatever the desk says. */
  public String word() {
    return word;
  }

  /** The word that the desk says. */
  public String word(DeskSetup setup) {
    boolean other = this == STARTED && setup.desk().settings().statuses().sayInProgress();
    return other ? OTHER_WORD_FOR_STARTED : word;
  }

  /** Whether nothing more is to be done in it. */
  public boolean isResolved() {
    return this == RESOLVED || this == CLOSED;
  }

  /** The state that {@code word} names, blanks around it and letter case aside. */
  public static Optional<States> named(String word) {
    String wanted = word.strip();
    if (wanted.equalsIgnoreCase(OTHER_WORD_FOR_STARTED)) {
      return Optional.of(STARTED);
    }
    return Arrays.stream(values()).filter(state -> state.word.equalsIgnoreCase(wanted)).findFirst();
  }

  /** The state of a ticket in {@code row}; rows of the desk's own go by their type. */
  public static States of(StatusRow row, DeskSetup setup) {
    StatusSettings rows = setup.desk().settings().statuses();
    return switch (row.type()) {
      case OPEN ->
          row.id() == rows.inProgressId()
              ? STARTED
              : row.id() == rows.reopenedId() ? REOPENED : OPEN;
      case PENDING, ON_HOLD -> STARTED;
      case RESOLVED -> RESOLVED;
      case CLOSED -> CLOSED;
    };
  }

  /** The status rows that are this state. */
  public Set<Integer> rows(DeskSetup setup) {
    return setup.catalogue().statuses().stream()
        .filter(row -> of(row, setup) == this)
        .map(StatusRow::id)
        .collect(Collectors.toSet());
  }

  /** Where a ticket may go from here. */
  public List<States> next() {
    return switch (this) {
      case OPEN, REOPENED -> List.of(STARTED, RESOLVED, CLOSED);
      case STARTED -> List.of(RESOLVED, CLOSED);
      case RESOLVED -> List.of(CLOSED, REOPENED);
      case CLOSED -> List.of(REOPENED);
    };
  }

  /** Whether a ticket in a row of type {@code from} may go here. */
  public boolean isAllowedFrom(StatusType from) {
    return switch (this) {
      case OPEN -> false;
      case STARTED -> !from.isDone();
      case RESOLVED -> from != StatusType.CLOSED;
      case CLOSED -> true;
      case REOPENED -> from.isDone();
    };
  }
}
