package org.polydesk.domain.sla;

/** What about a ticket can decide which policy applies to it. */
public enum SlaTrait {
  /** The priority's number. */
  PRIORITY,
  /** The site's number. */
  SITE,
  /** The department's number. */
  DEPARTMENT,
  /** The category's number, exactly: a parent does not stand for its children. */
  CATEGORY,
  /** The client, which is a company: its number. */
  CLIENT,
  /** The ticket type's number. */
  TYPE,
  /** The service's number. */
  SERVICE
}
