package org.polydesk.application.configuration;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.polydesk.application.audit.out.AuditTrail;
import org.polydesk.application.desk.DeskSetup;
import org.polydesk.application.desk.out.DeskSetups.Saved;
import org.polydesk.domain.audit.AuditFact;
import org.polydesk.domain.desk.DeskId;

/** Writes into a desk's history what a plan changed; what stays as it was leaves no line. */
@Singleton
public final class PlanHistory {
  private static final String DOOR = "desk file";
  private static final String CHANGED = "changed";

  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  public PlanHistory(AuditTrail audit, Clock clock) {
    this.audit = audit;
    this.clock = clock;
  }

  /** That the desk is new, or which of its parts are others now. */
  void setUp(Saved saved) {
    DeskId desk = saved.now().desk().id();
    String key = String.valueOf(desk.value());
    if (saved.before().isEmpty()) {
      put(desk, "desk", key, true);
      return;
    }
    Map<String, Object> was = parts(saved.before().get());
    parts(saved.now())
        .forEach(
            (part, is) -> {
              if (!is.equals(was.get(part))) {
                changedPart(desk, part);
              }
            });
  }

  private static Map<String, Object> parts(DeskSetup setup) {
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("desk", List.of(setup.desk().publicId(), setup.desk().name()));
    parts.put("settings", setup.desk().settings());
    parts.put("lists", setup.catalogue());
    parts.put("slas", setup.slas());
    parts.put("customFields", setup.fields());
    return parts;
  }

  /** That a part of what makes the desk itself is another now. */
  void changedPart(DeskId desk, String part) {
    remember(desk, "desk", String.valueOf(desk.value()), CHANGED, Optional.of(part));
  }

  /** That something was made or is another now. */
  void put(DeskId desk, String entity, String key, boolean isNew) {
    remember(desk, entity, key, isNew ? "created" : CHANGED, Optional.empty());
  }

  void passwordSet(DeskId desk, String userName) {
    remember(desk, "user", userName, "passwordSet", Optional.empty());
  }

  private void remember(
      DeskId desk, String entity, String key, String action, Optional<String> field) {
    audit.append(
        desk, List.of(AuditFact.ofOperator(clock.instant(), DOOR, entity, key, action, field)));
  }
}
