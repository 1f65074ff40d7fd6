package org.polydesk.application.asset.in;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.shared.Slice;
import org.polydesk.domain.asset.Asset;
import org.polydesk.domain.asset.AssetId;
import org.polydesk.domain.audit.AuditFact;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.ticket.TicketNumber;
import org.polydesk.domain.user.User;

/** Shows what people were given to work with to those who keep it. */
public interface ReadAssetsUseCase {
  /** How many people, tickets and lines of its history are shown of one asset at most. */
  int MOST_SHOWN = 100;

  /**
   * Which assets are listed; what is empty is no condition, and what names nobody and nothing that
   * the caller sees finds nothing.
   *
   * @param user the number of somebody who has them
   * @param companyId the company they belong to, or that of somebody who has them
   * @param departmentId the department of somebody who has them
   * @param ticket a ticket that is about them
   * @param modelPrefix what the names of their models begin with, without regard to case
   * @param disabledToo whether those out of use are listed too
   */
  record AssetQuery(
      Optional<Long> user,
      Optional<Integer> companyId,
      Optional<Integer> departmentId,
      Optional<TicketNumber> ticket,
      Optional<String> modelPrefix,
      boolean disabledToo) {
    public AssetQuery {
      Objects.requireNonNull(user, "user");
      Objects.requireNonNull(companyId, "companyId");
      Objects.requireNonNull(departmentId, "departmentId");
      Objects.requireNonNull(ticket, "ticket");
      Objects.requireNonNull(modelPrefix, "modelPrefix");
    }
  }

  /**
   * An asset as a list shows it.
   *
   * @param users who has it, at most {@link #MOST_SHOWN} of them, those first who had it first
   * @param ticketCount how many tickets that the caller sees are about it
   */
  record AssetView(Asset asset, List<User> users, long ticketCount) {
    public AssetView {
      users = List.copyOf(users);
    }
  }

  /**
   * A line of an asset's history.
   *
   * @param actor who did it; empty when the desk itself did
   */
  record LogLine(AuditFact fact, Optional<User> actor) {}

  /**
   * One asset with what there is to know about it.
   *
   * @param tickets those about it that the caller sees, the newest first, at most {@link
   *     #MOST_SHOWN}
   * @param log what was done to it, the newest first, at most {@link #MOST_SHOWN} lines
   */
  record AssetDetails(AssetView view, List<TicketNumber> tickets, List<LogLine> log) {
    public AssetDetails {
      tickets = List.copyOf(tickets);
      log = List.copyOf(log);
    }
  }

  /**
   * Assets in the order of their numbers.
   *
   * @throws DeskException {@code NOT_ALLOWED} without the right to keep assets
   */
  List<AssetView> list(AssetQuery query, Slice slice, Caller caller);

  /**
   * One asset.
   *
   * @throws DeskException {@code NOT_ALLOWED} without the right to keep assets; {@code NOT_FOUND}
   */
  AssetDetails find(AssetId id, Caller caller);
}
