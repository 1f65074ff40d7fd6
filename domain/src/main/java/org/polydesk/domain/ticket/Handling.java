package org.polydesk.domain.ticket;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.polydesk.domain.user.UserId;

/**
 * What became of a ticket besides its fields.
 *
 * @param openedBy which side opened it
 * @param lastSpeaker which side spoke last in public since it was opened; empty when nobody did
 * @param noted whether the last thing said was an internal note
 * @param unread whether the desk said something that the client did not react to
 * @param clientReadUpTo the number of the last entry that was there when the client last did
 *     something; 0 when he never did
 * @param updatedBy who changed it last; empty when the desk itself or a program did
 * @param startedAt when work on it began; empty when it never did
 * @param timeSpent time that people say they spent on it, whole seconds, 0 or more
 * @param parent the ticket it is a part of
 * @param mergedInto the ticket it is gone into; such a ticket is missing everywhere
 */
public record Handling(
    Speaker openedBy,
    Optional<Speaker> lastSpeaker,
    boolean noted,
    boolean unread,
    long clientReadUpTo,
    Optional<UserId> updatedBy,
    Optional<Instant> startedAt,
    Duration timeSpent,
    Optional<TicketNumber> parent,
    Optional<TicketNumber> mergedInto) {

  public Handling {
    Objects.requireNonNull(openedBy, "openedBy");
    Objects.requireNonNull(lastSpeaker, "lastSpeaker");
    Objects.requireNonNull(updatedBy, "updatedBy");
    Objects.requireNonNull(startedAt, "startedAt");
    Objects.requireNonNull(timeSpent, "timeSpent");
    Objects.requireNonNull(parent, "parent");
    Objects.requireNonNull(mergedInto, "mergedInto");
    if (timeSpent.isNegative()) {
      throw new IllegalArgumentException("time spent is 0 or more");
    }
  }

  /** A ticket on which nobody has done anything yet. */
  public static Handling openedBy(Speaker side) {
    return new Handling(
        side,
        Optional.empty(),
        false,
        side == Speaker.STAFF,
        0,
        Optional.empty(),
        Optional.empty(),
        Duration.ZERO,
        Optional.empty(),
        Optional.empty());
  }

  /** Whether the client wrote the last public word, the opening included. */
  public boolean awaitsStaff() {
    return lastSpeaker.orElse(openedBy) == Speaker.CLIENT;
  }

  /** The desk spoke in public. */
  public Handling staffSpoke() {
    return edited(
        draft -> {
          draft.lastSpeaker = Optional.of(Speaker.STAFF);
          draft.noted = false;
          draft.unread = true;
        });
  }

  /**
   * The client spoke.
   *
   * @param entry the number of what he said
   */
  public Handling clientSpoke(long entry) {
    return edited(
        draft -> {
          draft.lastSpeaker = Optional.of(Speaker.CLIENT);
          draft.noted = false;
          draft.unread = false;
          draft.clientReadUpTo = Math.max(clientReadUpTo, entry);
        });
  }

  /**
   * The client did something without a word, having read what there was.
   *
   * @param upTo the number of the last entry that there was
   */
  public Handling readByClient(long upTo) {
    return edited(
        draft -> {
          draft.unread = false;
          draft.clientReadUpTo = Math.max(clientReadUpTo, upTo);
        });
  }

  /** An internal note was the last word. */
  public Handling notedDown() {
    return edited(draft -> draft.noted = true);
  }

  /** Somebody, or nobody in particular, changed it. */
  public Handling updatedBy(Optional<UserId> user) {
    return edited(draft -> draft.updatedBy = user);
  }

  /** Work began; only the first time counts. */
  public Handling started(Instant at) {
    return edited(draft -> draft.startedAt = startedAt.or(() -> Optional.of(at)));
  }

  /** So much time was spent in all. */
  public Handling spent(Duration inAll) {
    return edited(draft -> draft.timeSpent = inAll);
  }

  /** Is part of another ticket, or of none. */
  public Handling partOf(Optional<TicketNumber> whole) {
    return edited(draft -> draft.parent = whole);
  }

  Handling mergedInto(TicketNumber survivor) {
    return edited(draft -> draft.mergedInto = Optional.of(survivor));
  }

  private Handling edited(Consumer<Draft> edit) {
    Draft draft = new Draft(this);
    edit.accept(draft);
    return new Handling(
        openedBy,
        draft.lastSpeaker,
        draft.noted,
        draft.unread,
        draft.clientReadUpTo,
        draft.updatedBy,
        draft.startedAt,
        draft.timeSpent,
        draft.parent,
        draft.mergedInto);
  }

  private static final class Draft {
    private Optional<Speaker> lastSpeaker;
    private boolean noted;
    private boolean unread;
    private long clientReadUpTo;
    private Optional<UserId> updatedBy;
    private Optional<Instant> startedAt;
    private Duration timeSpent;
    private Optional<TicketNumber> parent;
    private Optional<TicketNumber> mergedInto;

    private Draft(Handling handling) {
      lastSpeaker = handling.lastSpeaker;
      noted = handling.noted;
      unread = handling.unread;
      clientReadUpTo = handling.clientReadUpTo;
      updatedBy = handling.updatedBy;
      startedAt = handling.startedAt;
      timeSpent = handling.timeSpent;
      parent = handling.parent;
      mergedInto = handling.mergedInto;
    }
  }
}
