package org.polydesk.application.delivery.in;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.polydesk.application.delivery.out.OutboxQueue.Standing;
import org.polydesk.application.outbox.out.Outbox.Channel;

/** Delivers what waits. May run on many nodes and at any time. */
public interface DeliverMessagesUseCase {

  /**
   * How often deliveries came to which end on this node since it started.
   *
   * @param failed attempts that did not deliver
   */
  record Tally(long delivered, long failed, long dead) {}

  /** The channels that are set up on this node. */
  Set<Channel> channels();

  /**
   * Delivers everything of a channel that is due, as of {@code now}; does nothing for a channel
   * that is not set up. Rounds of one channel on one node go one after the other.
   *
   * <p>A message with which something goes wrong in the desk itself is postponed like any other,
   * and the first such failure is thrown when all have had their turn.
   *
   * @param stops is asked before each attempt; when it says yes, what was not begun waits for
   *     another node and the call returns
   * @return how many attempts were made
   */
  int deliverDue(Channel channel, Instant now, BooleanSupplier stops);

  /**
   * Drops what nobody will deliver, and forgets what has been delivered for longer than it is kept.
   */
  void tidy(Instant now);

  /** How the channels stand in the store; channels with nothing are missing. */
  Map<Channel, Standing> standings();

  /** How this node has done with a channel. */
  Tally tally(Channel channel);
}
