package org.polydesk.application.asset;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.polydesk.application.identity.Caller;
import org.polydesk.domain.asset.Asset;
import org.polydesk.domain.asset.AssetChanges;
import org.polydesk.domain.asset.AssetId;
import org.polydesk.domain.audit.AuditFact;
import org.polydesk.domain.ticket.TicketNumber;

/** Words what one caller does to one asset at one instant, for the audit. */
record AssetHistory(Asset asset, Caller caller, Instant at) {
  static final String ENTITY = "asset";

  static String keyOf(AssetId id) {
    return Long.toString(id.value());
  }

  AuditFact created() {
    return note("created", "modelName", Optional.empty(), asset.traits().modelName());
  }

  /** One fact for every field in which the asset differs from {@code before}. */
  List<AuditFact> changedFrom(Asset before) {
    return AssetChanges.between(before, asset).stream()
        .map(
            change ->
                fact(
                    ENTITY,
                    keyOf(asset.id()),
                    "changed",
                    change.field(),
                    change.oldValue(),
                    change.newValue()))
        .toList();
  }

  /** One of its fields, by the name that the audit has for it. */
  AuditFact changed(String field, Optional<String> was, Optional<String> is) {
    return fact(ENTITY, keyOf(asset.id()), "changed", field, was, is);
  }

  AuditFact given(String name) {
    return note("given", "user", Optional.empty(), name);
  }

  AuditFact taken(String name) {
    return note("taken", "user", Optional.of(name), null);
  }

  /** For the asset, and for the ticket, which has a history of its own. */
  List<AuditFact> attached(TicketNumber ticket) {
    return List.of(
        note("ticketAdded", "ticket", Optional.empty(), ticket.toString()),
        fact(
            "ticket",
            ticket.toString(),
            "assetAdded",
            ENTITY,
            Optional.empty(),
            Optional.of(asset.displayName())));
  }

  private AuditFact note(String action, String field, Optional<String> was, String is) {
    return fact(ENTITY, keyOf(asset.id()), action, field, was, Optional.ofNullable(is));
  }

  private AuditFact fact(
      String entity,
      String key,
      String action,
      String field,
      Optional<String> was,
      Optional<String> is) {
    return new AuditFact(
        at,
        caller.userId(),
        Optional.empty(),
        caller.door(),
        entity,
        key,
        action,
        Optional.of(field),
        was,
        is);
  }
}
