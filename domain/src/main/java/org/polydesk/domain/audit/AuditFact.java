package org.polydesk.domain.audit;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.polydesk.domain.user.UserId;

/**
 * One fact of the desk's history. Facts are appended and never changed.
 *
 * @param actor who did it; empty when the desk itself or a program without an account did
 * @param onBehalfOf for whom it was done; empty when for himself
 * @param door the API through which it came, for people to read
 * @param entity what it is about, such as {@code ticket} or {@code user}
 * @param key which one, as people call it: a ticket's number, a log-in name
 * @param action what was done, such as {@code created} or {@code changed}
 * @param field the core's name of the field that changed; empty when the whole is meant
 * @param oldValue empty when there was none
 * @param newValue empty when there is none
 */
public record AuditFact(
    Instant at,
    Optional<UserId> actor,
    Optional<UserId> onBehalfOf,
    String door,
    String entity,
    String key,
    String action,
    Optional<String> field,
    Optional<String> oldValue,
    Optional<String> newValue) {

  public AuditFact {
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(actor, "actor");
    Objects.requireNonNull(onBehalfOf, "onBehalfOf");
    Objects.requireNonNull(door, "door");
    Objects.requireNonNull(entity, "entity");
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(action, "action");
    Objects.requireNonNull(field, "field");
    Objects.requireNonNull(oldValue, "oldValue");
    Objects.requireNonNull(newValue, "newValue");
  }

  /** What somebody without an account did: an operator at the command line, or by a file. */
  public static AuditFact ofOperator(
      Instant at, String door, String entity, String key, String action, Optional<String> field) {
    return new AuditFact(
        at,
        Optional.empty(),
        Optional.empty(),
        door,
        entity,
        key,
        action,
        field,
        Optional.empty(),
        Optional.empty());
  }
}
