package org.polydesk.application.configuration;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.polydesk.application.configuration.in.ApplyDeskPlanUseCase;
import org.polydesk.application.configuration.in.DeskPlan;
import org.polydesk.application.configuration.in.DeskPlan.PlannedKey;
import org.polydesk.application.configuration.in.DeskPlan.PlannedPassword;
import org.polydesk.application.configuration.in.DeskPlan.PlannedUser;
import org.polydesk.application.desk.DeskSetup;
import org.polydesk.application.desk.out.DeskSetups;
import org.polydesk.application.desk.out.DeskSetups.Saved;
import org.polydesk.application.desk.out.Topics;
import org.polydesk.application.identity.out.AccessKeyRepository;
import org.polydesk.application.identity.out.AccessKeyRepository.AccessKey;
import org.polydesk.application.identity.out.CredentialRepository;
import org.polydesk.application.identity.out.CredentialRepository.Credential;
import org.polydesk.application.identity.out.PasswordHasher;
import org.polydesk.application.identity.out.SecretHasher;
import org.polydesk.application.shared.UnitOfWork;
import org.polydesk.application.ticket.out.Recalculations;
import org.polydesk.application.user.out.UserRepository;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.Violation;
import org.polydesk.domain.user.User;
import org.polydesk.domain.user.UserDetails;
import org.polydesk.domain.user.UserId;

/** Applies plans, one transaction each. */
@Singleton
public final class ApplyDeskPlanService implements ApplyDeskPlanUseCase {
  private final DeskSetups setups;
  private final Recalculations recalculations;
  private final Topics topics;
  private final KnowledgePlans knowledge;
  private final AssetPlans assets;
  private final CompanyPlans companies;
  private final UserRepository users;
  private final CredentialRepository credentials;
  private final AccessKeyRepository keys;
  private final PasswordHasher passwordHasher;
  private final SecretHasher secretHasher;
  private final UnitOfWork unitOfWork;
  private final Clock clock;

  @Inject
  public ApplyDeskPlanService(
      DeskSetups setups,
      Recalculations recalculations,
      Topics topics,
      KnowledgePlans knowledge,
      AssetPlans assets,
      CompanyPlans companies,
      UserRepository users,
      CredentialRepository credentials,
      AccessKeyRepository keys,
      PasswordHasher passwordHasher,
      SecretHasher secretHasher,
      UnitOfWork unitOfWork,
      Clock clock) {
    this.setups = setups;
    this.recalculations = recalculations;
    this.topics = topics;
    this.knowledge = knowledge;
    this.assets = assets;
    this.companies = companies;
    this.users = users;
    this.credentials = credentials;
    this.keys = keys;
    this.passwordHasher = passwordHasher;
    this.secretHasher = secretHasher;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  @Override
  public void apply(DeskPlan plan) {
    unitOfWork.run(
        () -> {
          DeskId desk = plan.setup().desk().id();
          Saved saved = setups.save(plan.setup());
          saved
              .before()
              .map(before -> saved.now().slas().editedSince(before.slas()))
              .ifPresent(edited -> recalculations.ask(desk, edited, clock.instant()));
          plan.topics().ifPresent(all -> topics.save(desk, all));
          knowledge.apply(plan);
          companies.apply(plan);
          plan.people().forEach(person -> apply(person, desk));
          plan.keys().forEach(key -> apply(key, desk));
          assets.apply(plan);
          return null;
        });
  }

  @Override
  public Optional<DeskSetup> present(DeskId desk) {
    return setups.find(desk);
  }

  private void apply(PlannedUser planned, DeskId desk) {
    Optional<User> present =
        planned.id().flatMap(users::findById).or(() -> users.findByLogin(planned.userName()));
    if (present.filter(user -> !user.desk().equals(desk)).isPresent()) {
      throw DeskException.invalid(
          Violation.refused("userName", "%s is taken.".formatted(planned.userName())));
    }
    Optional<String> newHash =
        present.isEmpty()
            ? planned.password().map(this::hashOf)
            : planned.password().filter(p -> !isSet(present.get(), p)).map(this::hashOf);
    UUID stamp =
        newHash.isPresent()
            ? UUID.randomUUID()
            : present.map(User::securityStamp).orElseGet(UUID::randomUUID);
    User wanted = userOf(planned, desk, present, stamp);
    if (present.isEmpty()) {
      users.add(wanted);
    } else if (!present.get().equals(wanted)) {
      users.save(wanted);
    }
    newHash.ifPresent(hash -> credentials.setPassword(wanted.id(), hash));
  }

  private User userOf(PlannedUser planned, DeskId desk, Optional<User> present, UUID stamp) {
    return new User(
        present.map(User::id).or(planned::id).orElseGet(() -> new UserId(UUID.randomUUID())),
        desk,
        present.map(User::number).orElseGet(() -> users.nextNumber(desk)),
        Optional.of(planned.userName()),
        Optional.of(planned.email()),
        planned.name(),
        planned.role(),
        planned.permissions().orElseGet(planned.role()::defaultPermissions),
        planned.companyManager(),
        planned.groups(),
        planned.categories(),
        planned.companyId(),
        planned.departmentId(),
        present.flatMap(User::avatarUrl),
        planned.preferences(),
        present.map(User::details).orElse(UserDetails.NONE),
        stamp,
        present.map(User::disabled).orElse(false),
        present.map(User::away).orElse(false),
        present.flatMap(User::capacity),
        present.map(User::version).orElse(1L));
  }

  private boolean isSet(User user, PlannedPassword password) {
    Optional<String> hash = credentials.find(user.id()).map(Credential::passwordHash);
    return password.hashed()
        ? hash.filter(password.text()::equals).isPresent()
        : hash.filter(h -> passwordHasher.matches(password.text(), h)).isPresent();
  }

  private String hashOf(PlannedPassword password) {
    return password.hashed() ? password.text() : passwordHasher.hash(password.text());
  }

  private void apply(PlannedKey planned, DeskId desk) {
    Optional<UserId> user = planned.userName().map(name -> existing(name, desk));
    keys.save(
        new AccessKey(
            desk,
            planned.kind(),
            planned.label(),
            secretHasher.hash(planned.secret()),
            user,
            planned.readOnly()));
  }

  private UserId existing(String userName, DeskId desk) {
    return users
        .findByLogin(userName)
        .filter(user -> user.desk().equals(desk))
        .map(User::id)
        .orElseThrow(
            () ->
                DeskException.invalid(
                    Violation.refused("userName", "There is no user %s.".formatted(userName))));
  }
}
