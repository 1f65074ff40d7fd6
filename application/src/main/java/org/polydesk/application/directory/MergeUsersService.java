package org.polydesk.application.directory;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.polydesk.application.audit.out.AuditTrail;
import org.polydesk.application.directory.in.MergeUsersUseCase;
import org.polydesk.application.field.PeopleFields;
import org.polydesk.application.field.out.FieldValues;
import org.polydesk.application.field.out.FieldValues.Owner;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.identity.Right;
import org.polydesk.application.identity.out.CredentialRepository;
import org.polydesk.application.shared.UnitOfWork;
import org.polydesk.application.user.out.UserRepository;
import org.polydesk.application.user.out.UserTies;
import org.polydesk.domain.audit.AuditFact;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.Violation;
import org.polydesk.domain.user.User;

/** Merges people, in one transaction. */
@Singleton
public final class MergeUsersService implements MergeUsersUseCase {
  private final UserRepository users;
  private final UserTies ties;
  private final CredentialRepository credentials;
  private final FieldValues fieldValues;
  private final PeopleFields peopleFields;
  private final AuditTrail audit;
  private final UnitOfWork unitOfWork;
  private final Clock clock;

  @Inject
  public MergeUsersService(
      UserRepository users,
      UserTies ties,
      CredentialRepository credentials,
      FieldValues fieldValues,
      PeopleFields peopleFields,
      AuditTrail audit,
      UnitOfWork unitOfWork,
      Clock clock) {
    this.users = users;
    this.ties = ties;
    this.credentials = credentials;
    this.fieldValues = fieldValues;
    this.peopleFields = peopleFields;
    this.audit = audit;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  @Override
  public void merge(long kept, long removed, Caller caller) {
    caller.mustBeAbleTo(Right.ADMINISTER);
    refuseIf(kept == removed, "A user cannot be merged with himself.");
    unitOfWork.run(
        () -> {
          User stays = existing(kept, caller);
          User goes = existing(removed, caller);
          refuseIf(caller.is(goes.id()), "You cannot remove yourself.");
          refuseIf(
              goes.role().isAssignable() && !stays.role().isAssignable(),
              "Who works on tickets can only be merged into somebody who does, too.");
          ties.move(caller.desk(), goes.id(), stays.id());
          fieldValues.forget(caller.desk(), Owner.user(goes.id()));
          peopleFields.replace(caller.desk(), goes, Optional.of(stays));
          credentials.remove(goes.id());
          users.save(goes.forgotten(UUID.randomUUID()));
          audit.append(
              caller.desk(),
              List.of(
                  fact(stays, "mergedFrom", goes, caller),
                  fact(goes, "mergedInto", stays, caller)));
          return null;
        });
  }

  private User existing(long number, Caller caller) {
    return users
        .findByNumber(caller.desk(), number)
        .orElseThrow(() -> DeskException.notFound("user"));
  }

  private static void refuseIf(boolean wrong, String sentence) {
    if (wrong) {
      throw DeskException.invalid(Violation.refused("userId2", sentence));
    }
  }

  private AuditFact fact(User of, String field, User other, Caller caller) {
    return new AuditFact(
        clock.instant(),
        caller.userId(),
        Optional.empty(),
        caller.door(),
        "user",
        Long.toString(of.number()),
        "merged",
        Optional.of(field),
        Optional.empty(),
        Optional.of(Long.toString(other.number())));
  }
}
