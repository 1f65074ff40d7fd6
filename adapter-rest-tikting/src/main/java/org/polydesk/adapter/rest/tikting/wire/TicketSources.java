package org.polydesk.adapter.rest.tikting.wire;

import org.polydesk.domain.ticket.TicketSource;

/** The dialect's numbers for how a ticket came to the desk. */
public final class TicketSources {
  private TicketSources() {}

  /** 1 Manual, 2 Api, and numbers of ours for what other doors brought. */
  public static int numberOf(TicketSource source) {
    return switch (source) {
      case MANUAL -> 1;
      case API -> 2;
      case EMAIL -> 3;
      case PORTAL -> 4;
      case HELPDESK, WIDGET, SCHEDULER, MOBILE, PHONE, CHAT, IN_PERSON -> 5;
      case TEAMS -> 6;
    };
  }
}
