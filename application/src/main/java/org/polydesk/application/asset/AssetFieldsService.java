package org.polydesk.application.asset;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.polydesk.application.asset.in.AssetFieldsUseCase;
import org.polydesk.application.asset.out.Assets;
import org.polydesk.application.audit.out.AuditTrail;
import org.polydesk.application.desk.DeskSetup;
import org.polydesk.application.desk.out.DeskSetups;
import org.polydesk.application.field.FieldBook;
import org.polydesk.application.field.in.FieldEdits;
import org.polydesk.application.field.in.FilledField;
import org.polydesk.application.field.out.FieldValues.Owner;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.identity.Right;
import org.polydesk.application.shared.UnitOfWork;
import org.polydesk.domain.asset.Asset;
import org.polydesk.domain.asset.AssetId;
import org.polydesk.domain.audit.AuditFact;
import org.polydesk.domain.catalogue.CustomField;
import org.polydesk.domain.catalogue.FieldSubject;
import org.polydesk.domain.error.Violations;

/** Reads and changes the custom fields of assets. */
@Singleton
public final class AssetFieldsService implements AssetFieldsUseCase {
  private final FieldBook fields;
  private final Assets assets;
  private final DeskSetups setups;
  private final AuditTrail audit;
  private final UnitOfWork unitOfWork;
  private final Clock clock;

  @Inject
  public AssetFieldsService(
      FieldBook fields,
      Assets assets,
      DeskSetups setups,
      AuditTrail audit,
      UnitOfWork unitOfWork,
      Clock clock) {
    this.fields = fields;
    this.assets = assets;
    this.setups = setups;
    this.audit = audit;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  @Override
  public Map<AssetId, List<FilledField>> ofShown(Collection<AssetId> ids, Caller caller) {
    DeskSetup setup = setups.existing(caller.desk());
    List<CustomField> known = FieldBook.known(setup, FieldSubject.ASSET, caller);
    Map<Owner, List<CustomField>> wanted = new HashMap<>();
    ids.forEach(id -> wanted.put(Owner.asset(id.value()), known));
    Map<Owner, List<FilledField>> filled = unitOfWork.read(() -> fields.fill(setup, wanted));
    return ids.stream()
        .distinct()
        .collect(Collectors.toMap(id -> id, id -> filled.get(Owner.asset(id.value()))));
  }

  @Override
  public void set(AssetId id, FieldEdits edits, Caller caller) {
    caller.mustBeAbleTo(Right.KEEP_ASSETS);
    unitOfWork.run(
        () -> {
          Asset asset = assets.existing(caller.desk(), id);
          DeskSetup setup = setups.existing(caller.desk());
          Violations found = new Violations();
          FieldBook.check(edits, FieldBook.known(setup, FieldSubject.ASSET, caller), found);
          found.orThrow();
          AssetHistory history = new AssetHistory(asset, caller, clock.instant());
          List<AuditFact> facts =
              fields.change(setup, Owner.asset(id.value()), edits).stream()
                  .map(
                      change ->
                          history.changed(
                              FieldBook.auditName(change.field().name()),
                              change.was(),
                              change.is()))
                  .toList();
          if (!facts.isEmpty()) {
            audit.append(caller.desk(), facts);
          }
          return null;
        });
  }
}
