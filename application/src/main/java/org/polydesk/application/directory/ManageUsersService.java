package org.polydesk.application.directory;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.polydesk.application.audit.out.AuditTrail;
import org.polydesk.application.directory.in.ManageUsersUseCase;
import org.polydesk.application.directory.in.UserDraft;
import org.polydesk.application.field.PeopleFields;
import org.polydesk.application.field.out.FieldValues;
import org.polydesk.application.field.out.FieldValues.Owner;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.identity.Right;
import org.polydesk.application.identity.out.CredentialRepository;
import org.polydesk.application.identity.out.PasswordHasher;
import org.polydesk.application.shared.UnitOfWork;
import org.polydesk.application.user.Newcomers;
import org.polydesk.application.user.Newcomers.Newcomer;
import org.polydesk.application.user.out.UserRepository;
import org.polydesk.domain.audit.AuditFact;
import org.polydesk.domain.catalogue.CatalogueList;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.Violation;
import org.polydesk.domain.error.Violations;
import org.polydesk.domain.user.EmailAddress;
import org.polydesk.domain.user.PersonName;
import org.polydesk.domain.user.Role;
import org.polydesk.domain.user.User;
import org.polydesk.domain.user.UserDetails;
import org.polydesk.domain.user.UserPreferences;

/** Adds, changes and forgets people, one transaction each. */
@Singleton
public final class ManageUsersService implements ManageUsersUseCase {
  private static final int MAX_LENGTH = 255;

  private final UserRepository users;
  private final Newcomers newcomers;
  private final CredentialRepository credentials;
  private final FieldValues fieldValues;
  private final PeopleFields peopleFields;
  private final PasswordHasher passwordHasher;
  private final RowBook rows;
  private final AuditTrail audit;
  private final UnitOfWork unitOfWork;
  private final Clock clock;

  @Inject
  public ManageUsersService(
      UserRepository users,
      Newcomers newcomers,
      CredentialRepository credentials,
      FieldValues fieldValues,
      PeopleFields peopleFields,
      PasswordHasher passwordHasher,
      RowBook rows,
      AuditTrail audit,
      UnitOfWork unitOfWork,
      Clock clock) {
    this.users = users;
    this.newcomers = newcomers;
    this.credentials = credentials;
    this.fieldValues = fieldValues;
    this.peopleFields = peopleFields;
    this.passwordHasher = passwordHasher;
    this.rows = rows;
    this.audit = audit;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  @Override
  public User create(UserDraft draft, Caller caller) {
    caller.mustBeAbleTo(Right.ADMINISTER);
    Violations found = new Violations();
    found.addIf(draft.email().isEmpty(), Violation.required("email"));
    found.addAll(violationsOf(draft));
    found.orThrow();
    Optional<String> hash = draft.password().map(passwordHasher::hash);
    return unitOfWork.run(
        () -> {
          User user = edited(newMember(draft, caller), draft);
          users.add(user);
          hash.ifPresent(text -> credentials.setPassword(user.id(), text));
          remember(user, "created", caller);
          return user;
        });
  }

  private User newMember(UserDraft draft, Caller caller) {
    return newcomers.welcome(
        new Newcomer(
            caller.desk(),
            draft.userName().or(draft::email),
            draft.email().map(EmailAddress::new),
            new PersonName("", ""),
            Role.MEMBER,
            Role.MEMBER.defaultPermissions()));
  }

  @Override
  public User update(long number, UserDraft draft, Caller caller) {
    caller.mustBeAbleTo(Right.ADMINISTER);
    Violations found = new Violations();
    found.addAll(violationsOf(draft));
    found.orThrow();
    Optional<String> hash = draft.password().map(passwordHasher::hash);
    return unitOfWork.run(
        () -> {
          User user = existing(number, caller);
          boolean shutOut = draft.disabled().orElse(user.disabled());
          refuseIf(shutOut && caller.is(user.id()), "disabled", "You cannot disable yourself.");
          User wanted = edited(user, draft);
          if (hash.isPresent() || shutOut != user.disabled()) {
            wanted = wanted.restamped(UUID.randomUUID(), shutOut);
          }
          hash.ifPresent(text -> credentials.setPassword(user.id(), text));
          User saved = wanted.equals(user) ? user : users.save(wanted);
          remember(saved, "changed", caller);
          return saved;
        });
  }

  @Override
  public void delete(long number, Caller caller) {
    caller.mustBeAbleTo(Right.ADMINISTER);
    unitOfWork.run(
        () -> {
          User user = existing(number, caller);
          refuseIf(caller.is(user.id()), "userId", "You cannot delete yourself.");
          fieldValues.forget(caller.desk(), Owner.user(user.id()));
          peopleFields.replace(caller.desk(), user, Optional.empty());
          credentials.remove(user.id());
          users.save(user.forgotten(UUID.randomUUID()));
          remember(user, "deleted", caller);
          return null;
        });
  }

  private User existing(long number, Caller caller) {
    return users
        .findByNumber(caller.desk(), number)
        .orElseThrow(() -> DeskException.notFound("user"));
  }

  private static void refuseIf(boolean wrong, String field, String sentence) {
    if (wrong) {
      throw DeskException.invalid(Violation.refused(field, sentence));
    }
  }

  private static List<Violation> violationsOf(UserDraft draft) {
    Violations found = new Violations();
    draft.userName().ifPresent(text -> found.addAll(text("userName", text)));
    draft.password().ifPresent(text -> found.addAll(text("password", text)));
    draft.email().ifPresent(text -> found.addAll(EmailAddress.violationsOf("email", text)));
    draft.firstName().ifPresent(text -> found.addAll(text("firstName", text)));
    draft.lastName().ifPresent(text -> found.addAll(text("lastName", text)));
    draft
        .company()
        .ifPresent(text -> found.addAll(RowBook.violationsOf(CatalogueList.COMPANY, text)));
    draft
        .department()
        .ifPresent(text -> found.addAll(RowBook.violationsOf(CatalogueList.DEPARTMENT, text)));
    found.addAll(
        UserDetails.violationsOf(
            draft.phone().orElse(""),
            draft.location().orElse(""),
            draft.notes().orElse(""),
            draft.greeting().orElse(""),
            draft.signature().orElse("")));
    return found.toList();
  }

  private static List<Violation> text(String field, String text) {
    return Violations.of(field).required(text).atMost(MAX_LENGTH, text).storable(text).toList();
  }

  /** The user with what the draft names. A contact who is given a password gets a user name. */
  private User edited(User user, UserDraft draft) {
    Optional<EmailAddress> email = draft.email().map(EmailAddress::new).or(user::email);
    Optional<String> address =
        email.map(EmailAddress::text).filter(text -> draft.password().isPresent());
    return new User(
        user.id(),
        user.desk(),
        user.number(),
        draft.userName().or(user::userName).or(() -> address),
        email,
        new PersonName(
            draft.firstName().orElse(user.name().first()),
            draft.lastName().orElse(user.name().last())),
        user.role(),
        user.permissions(),
        user.companyManager(),
        user.groups(),
        user.categories(),
        user.sites(),
        draft.company().map(name -> id(user, CatalogueList.COMPANY, name)).or(user::companyId),
        draft
            .department()
            .map(name -> id(user, CatalogueList.DEPARTMENT, name))
            .or(user::departmentId),
        user.avatarUrl(),
        preferences(user.preferences(), draft),
        details(user.details(), draft),
        user.securityStamp(),
        user.disabled(),
        draft.away().orElse(user.away()),
        user.capacity(),
        user.version());
  }

  private int id(User user, CatalogueList list, String name) {
    return rows.idOf(user.desk(), list, name);
  }

  private static UserPreferences preferences(UserPreferences present, UserDraft draft) {
    return new UserPreferences(
        present.zone(),
        present.language(),
        present.dateFormat(),
        present.pageSize(),
        draft.emailNotifications().orElse(present.emailNotifications()),
        present.pushNotifications());
  }

  private static UserDetails details(UserDetails present, UserDraft draft) {
    return new UserDetails(
        draft.phone().orElse(present.phone()),
        draft.location().orElse(present.location()),
        draft.notes().orElse(present.notes()),
        draft.greeting().orElse(present.greeting()),
        draft.signature().orElse(present.signature()));
  }

  private void remember(User user, String action, Caller caller) {
    audit.append(
        user.desk(),
        List.of(
            new AuditFact(
                clock.instant(),
                caller.userId(),
                Optional.empty(),
                caller.door(),
                "user",
                Long.toString(user.number()),
                action,
                Optional.empty(),
                Optional.empty(),
                Optional.empty())));
  }
}
