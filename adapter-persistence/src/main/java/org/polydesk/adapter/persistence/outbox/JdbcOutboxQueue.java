package org.polydesk.adapter.persistence.outbox;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.polydesk.adapter.persistence.shared.Compact;
import org.polydesk.adapter.persistence.shared.Database;
import org.polydesk.adapter.persistence.shared.Row;
import org.polydesk.application.delivery.out.Courier.Later;
import org.polydesk.application.delivery.out.OutboxQueue;
import org.polydesk.application.outbox.out.Outbox.Channel;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.ticket.TicketNumber;
import org.polydesk.domain.user.EmailAddress;

/**
 * A held message is due again when its hold ends; the number of its attempt tells one hold from the
 * next. Rows that others are taking are passed over, not waited for.
 */
@Singleton
final class JdbcOutboxQueue implements OutboxQueue {
  private static final int LONGEST_REMARK = 500;

  private static final String DUE =
      """
      select outbox_id, attempts, missing, noted, %s
      from outbox where state = 'WAITING' and channel = ? and due_at <= ?
      order by due_at, outbox_id limit ? for update skip locked
      """
          .formatted(OutboxRows.COLUMNS);

  private static final String HOLD =
      "update outbox set due_at = ?, attempts = attempts + 1 where outbox_id = ?";

  private static final String OF_HOLD =
      " where outbox_id = ? and attempts = ? and state = 'WAITING'";

  private static final String END =
      "update outbox set state = ?, ended_at = ?, remark = ?" + OF_HOLD;

  private static final String POSTPONE =
      "update outbox set due_at = ?, missing = ?, remark = ?, noted = ?" + OF_HOLD;

  private static final String GIVE_BACK =
      "update outbox set due_at = ?, attempts = attempts - 1" + OF_HOLD;

  private static final String SKIP =
      """
      update outbox set state = 'SKIPPED', ended_at = ?, remark = ?
      where state = 'WAITING' and channel = ? and due_at < ? and created_at < ?
        and (revived_at is null or revived_at < ?)
      """;

  private static final String FORGET =
      "delete from outbox where state in ('DELIVERED', 'SKIPPED') and ended_at < ?";

  private static final String STANDINGS =
      """
      select channel, state, count(*) as messages, min(created_at) as oldest_at
      from outbox where state in ('WAITING', 'DEAD') group by channel, state
      """;

  private static final String LIST =
      """
      select state, attempts, due_at, remark, missing, %s,
        (select t.ticket_number from ticket t where t.ticket_id = outbox.ticket_id) as ticket_number,
        (select coalesce(u.email, u.user_name) from app_user u where u.user_id = outbox.to_user)
          as to_whom
      from outbox where desk_id = ? and state = ? order by outbox_id desc limit ?
      """
          .formatted(OutboxRows.COLUMNS);

  private static final String REVIVE =
      """
      update outbox set state = 'WAITING', attempts = 0, due_at = created_at, revived_at = ?,
        ended_at = null
      where desk_id = ? and state = 'DEAD'
      """;

  private final Database database;

  JdbcOutboxQueue(Database database) {
    this.database = database;
  }

  @Override
  public List<Held> hold(Channel channel, Instant now, Instant until, int most) {
    List<Held> due =
        database.list(
            DUE,
            bound -> bound.name(channel).instant(now).number(most),
            row ->
                new Held(
                    row.number("outbox_id"),
                    OutboxRows.message(row),
                    row.integer("attempts") + 1,
                    Compact.addresses(row.text("missing")),
                    row.optionalText("noted")));
    database.batch(HOLD, due, (bound, held) -> bound.instant(until).number(held.key()));
    return due;
  }

  @Override
  public void end(Held held, State state, Instant at, Optional<String> remark) {
    database.update(
        END,
        bound ->
            bound
                .name(state)
                .instant(at)
                .text(remark.map(JdbcOutboxQueue::cut))
                .number(held.key())
                .number(held.attempt()));
  }

  @Override
  public void postpone(Held held, Instant dueAt, Later later) {
    String remark =
        later.remark().map(noted -> later.reason() + " " + noted).orElse(later.reason());
    database.update(
        POSTPONE,
        bound ->
            bound
                .instant(dueAt)
                .text(Compact.text(later.missing()))
                .text(cut(remark))
                .text(later.remark().map(JdbcOutboxQueue::cut))
                .number(held.key())
                .number(held.attempt()));
  }

  private static String cut(String remark) {
    return remark.substring(0, Math.min(remark.length(), LONGEST_REMARK));
  }

  @Override
  public void giveBack(Held held, Instant dueAt) {
    database.update(
        GIVE_BACK, bound -> bound.instant(dueAt).number(held.key()).number(held.attempt()));
  }

  @Override
  public int skip(Set<Channel> channels, Instant before, Instant at) {
    int skipped = 0;
    for (Channel channel : channels) {
      skipped +=
          database.update(
              SKIP,
              bound ->
                  bound
                      .instant(at)
                      .text("Nothing was set up to deliver it.")
                      .name(channel)
                      .instant(before)
                      .instant(before)
                      .instant(before));
    }
    return skipped;
  }

  @Override
  public int forget(Instant before) {
    return database.update(FORGET, bound -> bound.instant(before));
  }

  @Override
  public Map<Channel, Standing> standings() {
    record Group(Channel channel, State state, long messages, Instant oldestAt) {}
    List<Group> groups =
        database.list(
            STANDINGS,
            bound -> {},
            row ->
                new Group(
                    row.constant(Channel.class, "channel"),
                    row.constant(State.class, "state"),
                    row.number("messages"),
                    row.instant("oldest_at")));
    Map<Channel, Standing> standings = new EnumMap<>(Channel.class);
    for (Group group : groups) {
      Standing so = standings.getOrDefault(group.channel(), Standing.NOTHING);
      standings.put(
          group.channel(),
          group.state() == State.WAITING
              ? new Standing(group.messages(), so.dead(), Optional.of(group.oldestAt()))
              : new Standing(so.waiting(), group.messages(), so.oldestAt()));
    }
    return standings;
  }

  @Override
  public List<Listed> list(DeskId desk, State state, int most) {
    return database.list(
        LIST,
        bound -> bound.number(desk.value()).name(state).number(most),
        row ->
            new Listed(
                OutboxRows.message(row),
                row.optionalLong("ticket_number").map(TicketNumber::new),
                to(row),
                row.constant(State.class, "state"),
                row.integer("attempts"),
                row.instant("due_at"),
                row.optionalText("remark")));
  }

  /** Those who have not got it, where some have. */
  private static List<String> to(Row row) {
    List<EmailAddress> missing = Compact.addresses(row.text("missing"));
    if (!missing.isEmpty()) {
      return missing.stream().map(EmailAddress::text).toList();
    }
    return Stream.concat(
            row.optionalText("to_whom").stream(),
            Compact.addresses(row.text("to_addresses")).stream().map(EmailAddress::text))
        .toList();
  }

  @Override
  public int revive(DeskId desk, Optional<UUID> deliveryId, Instant now) {
    return deliveryId
        .map(
            id ->
                database.update(
                    REVIVE + " and delivery_id = ?",
                    bound -> bound.instant(now).number(desk.value()).uuid(id)))
        .orElseGet(() -> database.update(REVIVE, bound -> bound.instant(now).number(desk.value())));
  }
}
