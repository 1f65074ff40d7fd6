package org.polydesk.adapter.rest.simple.helpdesk.wire;

import java.util.Optional;
import org.polydesk.domain.catalogue.Catalogue;
import org.polydesk.domain.catalogue.CatalogueList;
import org.polydesk.domain.catalogue.CatalogueRow;
import org.polydesk.domain.catalogue.CustomFields;
import org.polydesk.domain.catalogue.StatusRow;
import org.polydesk.domain.desk.DeskSettings.StatusSettings;
import org.polydesk.domain.ticket.TicketSource;

/**
 * The dialect's numbers and words for statuses, priorities and origins. Source:
 * docs/dialects/helpdesk.md, section "Numbers and words".
 *
 * @param catalogue the desk's lists, as far as the caller may know of them
 * @param fields the desk's custom fields
 * @param statuses the desk's rows that this dialect has words of its own for
 */
public record Words(Catalogue catalogue, CustomFields fields, StatusSettings statuses) {
  private static final int NEW = 1;
  private static final int IN_PROGRESS = 2;
  private static final int CLOSED = 3;
  private static final int OWN_ROWS = 100;

  /** The lowest priority is -1 here. */
  private static final int PRIORITY_SHIFT = 2;

  /** The number of a status row: 1 to 3, or 100 and the row's own. */
  public int statusId(StatusRow row) {
    if (row.id() == statuses.openId()) {
      return NEW;
    }
    if (row.id() == statuses.inProgressId()) {
      return IN_PROGRESS;
    }
    return row.id() == statuses.closedId() ? CLOSED : OWN_ROWS + row.id();
  }

  /** What a status row is called. */
  public String status(StatusRow row) {
    return switch (statusId(row)) {
      case NEW -> "New";
      case IN_PROGRESS -> "In progress";
      case CLOSED -> "Closed";
      default -> row.name();
    };
  }

  /** The status row of this number; empty when the desk has none. */
  public Optional<StatusRow> row(long statusId) {
    return catalogue.statuses().stream().filter(row -> statusId(row) == statusId).findFirst();
  }

  /** The status row that is called so, in any case. */
  public Optional<StatusRow> row(String name) {
    return catalogue.statuses().stream()
        .filter(row -> status(row).equalsIgnoreCase(name))
        .findFirst();
  }

  /** The number of a priority; 0 without one. */
  public static int priority(Optional<Integer> priorityId) {
    return priorityId.map(id -> id - PRIORITY_SHIFT).orElse(0);
  }

  /** The desk's row of a priority's number. */
  public static int priorityId(int priority) {
    return priority + PRIORITY_SHIFT;
  }

  /** What a priority is called. */
  public static String priority(CatalogueRow row) {
    return switch (row.id() - PRIORITY_SHIFT) {
      case -1 -> "Low";
      case 0 -> "Normal";
      case 1 -> "High";
      case 2 -> "Critical";
      default -> row.name();
    };
  }

  /** The number of a category; 0 without one, and for whoever may not know of it. */
  public int category(Optional<Integer> categoryId) {
    return catalogue.row(CatalogueList.CATEGORY, categoryId).map(CatalogueRow::id).orElse(0);
  }

  /** Whether only those who work at the desk know of the category. */
  public boolean isForTechnicians(Optional<Integer> categoryId) {
    return catalogue
        .row(CatalogueList.CATEGORY, categoryId)
        .filter(CatalogueRow::staffOnly)
        .isPresent();
  }

  /** What a row is called; empty text without one. */
  public String name(CatalogueList list, Optional<Integer> id) {
    return catalogue.row(list, id).map(CatalogueRow::name).orElse("");
  }

  /** What an origin is called. */
  public static String origin(TicketSource source) {
    return switch (source) {
      case MANUAL, PORTAL -> "WebApp";
      case EMAIL -> "Email";
      case WIDGET -> "Widget";
      case API, HELPDESK, TEAMS -> "API";
      case SCHEDULER -> "Scheduler";
      case MOBILE -> "MobileApp";
      case PHONE -> "Phone";
      case CHAT -> "LiveChat";
      case IN_PERSON -> "InPerson";
    };
  }

  /** The origin of this number; whatever else was sent is a program's. */
  public static TicketSource source(String origin) {
    return switch (origin.strip()) {
      case "0" -> TicketSource.MANUAL;
      case "1" -> TicketSource.EMAIL;
      case "2" -> TicketSource.WIDGET;
      case "4" -> TicketSource.SCHEDULER;
      case "5" -> TicketSource.MOBILE;
      case "6" -> TicketSource.PHONE;
      case "7" -> TicketSource.CHAT;
      case "8" -> TicketSource.IN_PERSON;
      default -> TicketSource.HELPDESK;
    };
  }
}
