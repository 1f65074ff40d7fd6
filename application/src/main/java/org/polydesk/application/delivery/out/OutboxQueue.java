package org.polydesk.application.delivery.out;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.polydesk.application.delivery.out.Courier.Later;
import org.polydesk.application.outbox.out.Outbox.Channel;
import org.polydesk.application.outbox.out.Outbox.Message;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.ticket.TicketNumber;
import org.polydesk.domain.user.EmailAddress;

/** The outbox as those see it who deliver it. */
public interface OutboxQueue {

  /** What has become of a message. */
  enum State {
    /** It waits for its next attempt, or is being delivered. */
    WAITING,
    DELIVERED,
    /** All attempts failed; it waits for somebody to revive it. */
    DEAD,
    /** There was nobody to deliver it to, or nothing to deliver it by. */
    SKIPPED
  }

  /**
   * A message that one worker holds for a while.
   *
   * @param key the store's key of it
   * @param attempt 1 at the first attempt
   * @param missing the addresses that have not got it yet; empty when nobody has
   * @param remark what earlier attempts left to be said of it in the end
   */
  record Held(
      long key, Message message, int attempt, List<EmailAddress> missing, Optional<String> remark) {
    public Held {
      Objects.requireNonNull(message, "message");
      Objects.requireNonNull(remark, "remark");
      missing = List.copyOf(missing);
    }
  }

  /**
   * A message as it is listed.
   *
   * @param ticket the number of its ticket; empty when there is none any more
   * @param to where it goes as far as that is written: addresses, or names of users without one;
   *     empty for callbacks
   * @param remark why it is where it is, if there is something to say
   */
  record Listed(
      Message message,
      Optional<TicketNumber> ticket,
      List<String> to,
      State state,
      int attempts,
      Instant dueAt,
      Optional<String> remark) {
    public Listed {
      to = List.copyOf(to);
    }
  }

  /**
   * How a channel stands.
   *
   * @param oldestAt when the oldest message that waits was written; empty when none waits
   */
  record Standing(long waiting, long dead, Optional<Instant> oldestAt) {
    /** Nothing waits. */
    public static final Standing NOTHING = new Standing(0, 0, Optional.empty());
  }

  /**
   * Takes messages that are due, the longest due first, so that nobody else gets them until {@code
   * until}; what is not ended by then is due again. Each counts as an attempt.
   *
   * @param most 1 to 100
   */
  List<Held> hold(Channel channel, Instant now, Instant until, int most);

  /**
   * Ends the hold of a message: it will not be tried again. Does nothing when it has been held
   * again since.
   *
   * @param remark up to 500 characters
   */
  void end(Held held, State state, Instant at, Optional<String> remark);

  /**
   * Ends the hold of a message that is to be tried again; does nothing when it is held again.
   *
   * @param later why, and what the next hold is to know
   */
  void postpone(Held held, Instant dueAt, Later later);

  /** Ends the hold of a message that was not tried; does nothing when it is held again. */
  void giveBack(Held held, Instant dueAt);

  /**
   * Skips messages of these channels that were written, and revived if they were, before {@code
   * before}; tells how many.
   */
  int skip(Set<Channel> channels, Instant before, Instant at);

  /** Forgets messages that were delivered or skipped before {@code before}; tells how many. */
  int forget(Instant before);

  /** How the channels stand; a channel with nothing that waits or is dead is missing. */
  Map<Channel, Standing> standings();

  /** A desk's messages in this state, the newest first. */
  List<Listed> list(DeskId desk, State state, int most);

  /**
   * Makes dead messages of a desk due at once, from their first attempt on, whatever the clock of
   * those who deliver them says.
   *
   * @param deliveryId the one that is meant; empty for all
   * @return how many there were
   */
  int revive(DeskId desk, Optional<UUID> deliveryId, Instant now);
}
