package org.polydesk.application.field;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.polydesk.application.audit.out.AuditTrail;
import org.polydesk.application.desk.DeskSetup;
import org.polydesk.application.desk.out.DeskSetups;
import org.polydesk.application.field.FieldBook.Change;
import org.polydesk.application.field.in.FieldEdits;
import org.polydesk.application.field.in.FilledField;
import org.polydesk.application.field.in.RecordFieldsUseCase;
import org.polydesk.application.field.out.FieldValues.Owner;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.identity.Right;
import org.polydesk.application.shared.UnitOfWork;
import org.polydesk.application.user.out.UserRepository;
import org.polydesk.domain.audit.AuditFact;
import org.polydesk.domain.catalogue.CatalogueList;
import org.polydesk.domain.catalogue.CatalogueRow;
import org.polydesk.domain.catalogue.CustomField;
import org.polydesk.domain.catalogue.FieldSubject;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.Violations;
import org.polydesk.domain.user.User;
import org.polydesk.domain.user.UserId;

/** Reads and changes the fields of people and companies; every change is a fact of the audit. */
@Singleton
public final class RecordFieldsService implements RecordFieldsUseCase {
  private final FieldBook fields;
  private final DeskSetups setups;
  private final UserRepository users;
  private final AuditTrail audit;
  private final UnitOfWork unitOfWork;
  private final Clock clock;

  @Inject
  public RecordFieldsService(
      FieldBook fields,
      DeskSetups setups,
      UserRepository users,
      AuditTrail audit,
      UnitOfWork unitOfWork,
      Clock clock) {
    this.fields = fields;
    this.setups = setups;
    this.users = users;
    this.audit = audit;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  /** Whose fields, and what the audit calls him. */
  private record Holder(Owner owner, String entity, String key) {}

  @Override
  public List<CustomField> known(FieldSubject subject, Caller caller) {
    return FieldBook.known(setups.existing(caller.desk()), subject, caller);
  }

  @Override
  public List<FilledField> ofUser(UserId id, Caller caller) {
    if (!caller.is(id)) {
      caller.mustBeAbleTo(Right.READ_PEOPLE);
    }
    return unitOfWork.read(() -> filled(user(id, caller), caller));
  }

  @Override
  public void setOfUser(UserId id, FieldEdits edits, Caller caller) {
    caller.mustBeAbleTo(Right.ADMINISTER);
    unitOfWork.run(() -> changed(user(id, caller), edits, caller));
  }

  @Override
  public List<FilledField> ofCompany(int id, Caller caller) {
    caller.mustBeAbleTo(Right.READ_PEOPLE);
    return unitOfWork.read(() -> filled(company(id, caller), caller));
  }

  @Override
  public void setOfCompany(int id, FieldEdits edits, Caller caller) {
    caller.mustBeAbleTo(Right.ADMINISTER);
    unitOfWork.run(() -> changed(company(id, caller), edits, caller));
  }

  private Holder user(UserId id, Caller caller) {
    User user =
        users
            .findById(id)
            .filter(found -> found.desk().equals(caller.desk()) && !found.isDeleted())
            .orElseThrow(() -> DeskException.notFound("user"));
    return new Holder(Owner.user(id), "user", Long.toString(user.number()));
  }

  private Holder company(int id, Caller caller) {
    setups
        .existing(caller.desk())
        .catalogue()
        .row(CatalogueList.COMPANY, id)
        .filter(CatalogueRow::active)
        .orElseThrow(() -> DeskException.notFound("company"));
    return new Holder(Owner.company(id), "company", Integer.toString(id));
  }

  private List<FilledField> filled(Holder holder, Caller caller) {
    DeskSetup setup = setups.existing(caller.desk());
    return fields.fill(
        setup, holder.owner(), FieldBook.known(setup, holder.owner().subject(), caller));
  }

  private Void changed(Holder holder, FieldEdits edits, Caller caller) {
    DeskSetup setup = setups.existing(caller.desk());
    Violations found = new Violations();
    FieldBook.check(edits, FieldBook.known(setup, holder.owner().subject(), caller), found);
    found.orThrow();
    List<AuditFact> facts =
        fields.change(setup, holder.owner(), edits).stream()
            .map(change -> fact(holder, change, caller))
            .toList();
    if (!facts.isEmpty()) {
      audit.append(caller.desk(), facts);
    }
    return null;
  }

  private AuditFact fact(Holder holder, Change change, Caller caller) {
    return new AuditFact(
        clock.instant(),
        caller.userId(),
        Optional.empty(),
        caller.door(),
        holder.entity(),
        holder.key(),
        "changed",
        Optional.of(FieldBook.auditName(change.field().publicId().toString())),
        change.was(),
        change.is());
  }
}
