package org.polydesk.application.user.out;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.polydesk.application.fixture.InMemoryStore;
import org.polydesk.application.fixture.InMemoryStore.Table;
import org.polydesk.application.fixture.Versions;
import org.polydesk.application.shared.Slice;
import org.polydesk.application.user.UserFilter;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.Texts;
import org.polydesk.domain.error.Violation;
import org.polydesk.domain.user.EmailAddress;
import org.polydesk.domain.user.User;
import org.polydesk.domain.user.UserId;

/** Users in memory. */
public final class InMemoryUsers implements UserRepository {
  private final InMemoryStore store;
  private final Table<UserId, User> users;
  private final Table<DeskId, Long> numbers;

  public InMemoryUsers(InMemoryStore store) {
    this.store = store;
    this.users = store.table();
    this.numbers = store.table();
  }

  @Override
  public Optional<User> findById(UserId id) {
    return store.read(() -> Optional.ofNullable(users.rows().get(id)));
  }

  @Override
  public Map<UserId, User> findAll(DeskId desk, Collection<UserId> ids) {
    return store.read(
        () ->
            users.rows().values().stream()
                .filter(user -> user.desk().equals(desk) && ids.contains(user.id()))
                .collect(Collectors.toMap(User::id, Function.identity())));
  }

  @Override
  public Map<Long, User> findByNumbers(DeskId desk, Collection<Long> numbers) {
    return store.read(
        () ->
            users.rows().values().stream()
                .filter(user -> user.desk().equals(desk) && numbers.contains(user.number()))
                .collect(Collectors.toMap(User::number, Function.identity())));
  }

  @Override
  public Optional<User> findByLogin(String nameOrEmail) {
    String folded = Texts.folded(nameOrEmail);
    Predicate<User> named = user -> loginName(user).filter(folded::equals).isPresent();
    Predicate<User> addressed = user -> loginEmail(user).filter(folded::equals).isPresent();
    return store.read(
        () ->
            Stream.concat(
                    users.rows().values().stream().filter(named),
                    users.rows().values().stream().filter(addressed))
                .findFirst());
  }

  private static Optional<String> loginName(User user) {
    return user.userName().map(Texts::folded);
  }

  private static Optional<String> loginEmail(User user) {
    return user.userName().isEmpty() ? Optional.empty() : deskEmail(user);
  }

  private static Optional<String> deskEmail(User user) {
    return user.email().map(EmailAddress::folded);
  }

  @Override
  public Optional<User> findByUserName(DeskId desk, String userName) {
    String folded = Texts.folded(userName);
    return sorted(desk, user -> loginName(user).filter(folded::equals).isPresent()).stream()
        .findFirst();
  }

  @Override
  public Optional<User> findByEmail(DeskId desk, String email) {
    String folded = Texts.folded(email);
    return sorted(desk, user -> deskEmail(user).filter(folded::equals).isPresent()).stream()
        .findFirst();
  }

  @Override
  public Map<String, User> findByEmails(DeskId desk, Collection<EmailAddress> emails) {
    Map<String, User> found = new HashMap<>();
    for (EmailAddress email : emails) {
      findByEmail(desk, email.text()).ifPresent(user -> found.put(email.folded(), user));
    }
    return found;
  }

  @Override
  public List<User> activeTechnicians(DeskId desk, Optional<Integer> groupId) {
    return sorted(
        desk,
        user ->
            user.isActive()
                && user.role().isTechnician()
                && groupId.map(user.groups()::contains).orElse(true));
  }

  @Override
  public List<User> activeUsers(DeskId desk) {
    return sorted(desk, user -> user.isActive() && user.userName().isPresent());
  }

  @Override
  public List<User> list(DeskId desk, UserFilter filter, Slice slice) {
    return sorted(desk, filter::matches).stream().skip(slice.skip()).limit(slice.length()).toList();
  }

  private List<User> sorted(DeskId desk, Predicate<User> wanted) {
    return store.read(
        () ->
            users.rows().values().stream()
                .filter(user -> user.desk().equals(desk))
                .filter(wanted)
                .sorted(Comparator.comparingLong(User::number))
                .toList());
  }

  @Override
  public Optional<AccountStamp> stampOf(UserId id) {
    return findById(id)
        .map(user -> new AccountStamp(user.securityStamp(), user.disabled(), user.version()));
  }

  @Override
  public long nextNumber(DeskId desk) {
    return store.read(() -> numbers.rows().merge(desk, 1L, Long::sum));
  }

  @Override
  public void add(User user) {
    store.run(
        () -> {
          checkUnique(user);
          return users.rows().put(user.id(), user);
        });
  }

  private void checkUnique(User user) {
    refuseIf(hasTwin(user, (a, b) -> same(loginName(a), loginName(b))), "userName");
    refuseIf(
        hasTwin(user, (a, b) -> same(loginEmail(a), loginEmail(b)))
            || hasTwin(
                user, (a, b) -> a.desk().equals(b.desk()) && same(deskEmail(a), deskEmail(b))),
        "email");
  }

  private boolean hasTwin(User user, BiPredicate<User, User> alike) {
    return users.rows().values().stream()
        .anyMatch(other -> !other.id().equals(user.id()) && alike.test(user, other));
  }

  private static boolean same(Optional<String> one, Optional<String> other) {
    return one.isPresent() && one.equals(other);
  }

  private static void refuseIf(boolean taken, String field) {
    if (taken) {
      throw DeskException.invalid(Violation.refused(field, "It is taken."));
    }
  }

  @Override
  public User save(User user) {
    return store.run(
        () -> {
          User present = users.rows().get(user.id());
          if (present == null || present.version() != user.version()) {
            throw DeskException.staleVersion("user");
          }
          checkUnique(user);
          User saved = Versions.next(user);
          users.rows().put(user.id(), saved);
          return saved;
        });
  }
}
