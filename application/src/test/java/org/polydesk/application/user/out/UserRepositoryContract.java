package org.polydesk.application.user.out;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.polydesk.application.fixture.UserBuilder.aUser;
import static org.polydesk.application.fixture.UserBuilder.like;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.polydesk.application.fixture.AtOnce;
import org.polydesk.application.fixture.AtOnce.Outcome;
import org.polydesk.application.fixture.StoreContract;
import org.polydesk.application.shared.Slice;
import org.polydesk.application.user.UserFilter;
import org.polydesk.application.user.UserFilter.Kind;
import org.polydesk.application.user.out.UserRepository.AccountStamp;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.ErrorCode;
import org.polydesk.domain.user.EmailAddress;
import org.polydesk.domain.user.Role;
import org.polydesk.domain.user.User;
import org.polydesk.domain.user.UserId;

/** What every store of users does. */
public interface UserRepositoryContract extends StoreContract {

  private void add(User user) {
    run(() -> ports().users().add(user));
  }

  private void assertTaken(String field, User user) {
    DeskException refusal = assertThrows(DeskException.class, () -> add(user));
    assertEquals(ErrorCode.INVALID_FIELD, refusal.code());
    assertEquals(field, refusal.violations().get(0).field());
    assertEquals(Optional.empty(), ports().users().findById(user.id()));
  }

  @Test
  default void findByIdShouldGiveEverythingThatWasAdded() {
    User user = aUser().in(aNewDesk()).withEverything().build();

    add(user);

    assertEquals(Optional.of(user), ports().users().findById(user.id()));
  }

  @Test
  default void findByIdShouldGiveContactsWithoutAnything() {
    User contact = aUser().in(aNewDesk()).contact().withoutEmail().named("", "").build();

    add(contact);

    assertEquals(Optional.of(contact), ports().users().findById(contact.id()));
  }

  @Test
  default void findByIdShouldBeEmptyForNobody() {
    assertEquals(Optional.empty(), ports().users().findById(new UserId(UUID.randomUUID())));
  }

  @Test
  default void findAllShouldGiveUsersOfTheDeskOnly() {
    DeskId desk = aNewDesk();
    User one = aUserIn(desk);
    User other = aUserIn(desk);
    User stranger = aUserIn(aNewDesk());

    Map<UserId, User> found =
        ports()
            .users()
            .findAll(desk, List.of(one.id(), stranger.id(), new UserId(UUID.randomUUID())));

    assertEquals(Map.of(one.id(), one), found);
    assertEquals(2, ports().users().findAll(desk, Set.of(one.id(), other.id())).size());
    assertEquals(Map.of(), ports().users().findAll(desk, List.of()));
  }

  @Test
  default void findByUserNameShouldLookInOneDeskInAnyCase() {
    String name = "Łukasz.Σοφός." + UUID.randomUUID();
    User user = aUser().in(aNewDesk()).loggingInAs(name).build();

    add(user);

    assertEquals(
        Optional.of(user),
        ports().users().findByUserName(user.desk(), name.toUpperCase(Locale.ROOT)));
    assertEquals(Optional.empty(), ports().users().findByUserName(aNewDesk(), name));
    assertEquals(Optional.empty(), ports().users().findByUserName(user.desk(), "\0"));
  }

  @Test
  default void findByEmailShouldFindContactsOfOneDeskInAnyCase() {
    User contact = aUser().in(aNewDesk()).contact().email("Anna@Example.org").build();

    add(contact);

    assertEquals(
        Optional.of(contact), ports().users().findByEmail(contact.desk(), "anna@EXAMPLE.org"));
    assertEquals(Optional.empty(), ports().users().findByEmail(aNewDesk(), "anna@example.org"));
  }

  @Test
  default void findByEmailsShouldFindThemAllInAnyCase() {
    DeskId desk = aNewDesk();
    User contact = aUser().in(desk).contact().email("Anna@Example.org").build();
    User user = aUser().in(desk).email("ben." + UUID.randomUUID() + "@example.org").build();
    add(contact);
    add(user);
    String ben = user.email().orElseThrow().text();

    assertEquals(
        Map.of("anna@example.org", contact, ben, user),
        ports()
            .users()
            .findByEmails(
                desk,
                List.of(
                    new EmailAddress("anna@EXAMPLE.org"),
                    new EmailAddress(ben),
                    new EmailAddress("nobody@example.org"))));
    assertEquals(Map.of(), ports().users().findByEmails(desk, List.of()));
    assertEquals(
        Map.of(),
        ports().users().findByEmails(aNewDesk(), List.of(new EmailAddress("anna@example.org"))));
  }

  @Test
  default void activeTechniciansShouldBeThoseOfTheDeskOrOfAGroup() {
    DeskId desk = aNewDesk();
    User second = aUser().in(desk).groups(1).build();
    User first = aUser().in(desk).number(1).role(Role.RESTRICTED_TECHNICIAN).groups(1, 2).build();
    User loner = aUser().in(desk).build();
    List.of(
            second,
            first,
            loner,
            aUser().in(desk).groups(1).disabled().build(),
            aUser().in(desk).groups(1).role(Role.ADMINISTRATOR).build(),
            aUser().in(desk).groups(1).role(Role.MEMBER).build(),
            aUser().in(aNewDesk()).groups(1).build())
        .forEach(this::add);

    assertEquals(
        List.of(first, second, loner), ports().users().activeTechnicians(desk, Optional.empty()));
    assertEquals(List.of(first, second), ports().users().activeTechnicians(desk, Optional.of(1)));
    assertEquals(List.of(), ports().users().activeTechnicians(desk, Optional.of(3)));
  }

  @Test
  default void activeUsersShouldBeThoseWhoCanLogIn() {
    DeskId desk = aNewDesk();
    User second = aUser().in(desk).role(Role.MEMBER).build();
    User first = aUser().in(desk).number(1).build();
    List.of(
            second,
            first,
            aUser().in(desk).contact().build(),
            aUser().in(desk).disabled().build(),
            aUser().in(aNewDesk()).build())
        .forEach(this::add);

    assertEquals(List.of(first, second), ports().users().activeUsers(desk));
  }

  @Test
  default void findByLoginShouldTakeNameAndAddressInAnyCase() {
    String name = "Łukasz.Iı." + UUID.randomUUID();
    String email = "Anna.%s@Example.org".formatted(UUID.randomUUID());
    User user = aUser().in(aNewDesk()).loggingInAs(name).email(email).build();

    add(user);

    for (String login :
        List.of(name, name.toUpperCase(Locale.ROOT), email.toLowerCase(Locale.ROOT))) {
      assertEquals(Optional.of(user), ports().users().findByLogin(login), login);
    }
  }

  @Test
  default void findByLoginShouldPreferTheName() {
    String text = "x%s@example.org".formatted(UUID.randomUUID());
    User addressed = aUser().in(aNewDesk()).email(text).build();
    User named = aUser().in(aNewDesk()).loggingInAs(text).build();

    add(addressed);
    add(named);

    assertEquals(Optional.of(named), ports().users().findByLogin(text));
  }

  @Test
  default void findByLoginShouldNotFindContacts() {
    User contact = aUser().in(aNewDesk()).contact().build();

    add(contact);

    String email = contact.email().map(EmailAddress::text).orElseThrow();
    assertEquals(Optional.empty(), ports().users().findByLogin(email));
  }

  @Test
  default void findByLoginShouldBeEmptyForTextsThatNobodyCanHave() {
    assertEquals(Optional.empty(), ports().users().findByLogin("nul\0"));
    assertEquals(Optional.empty(), ports().users().findByLogin("half \ud83d"));
    assertEquals(Optional.empty(), ports().users().findByLogin(""));
  }

  @Test
  default void addShouldRefuseATakenNameInTheWholeStore() {
    User first = aUserIn(aNewDesk());
    String name = first.userName().orElseThrow().toUpperCase(Locale.ROOT);

    assertTaken("userName", aUser().in(aNewDesk()).loggingInAs(name).build());
  }

  @Test
  default void addShouldRefuseATakenAddressOfALogInInTheWholeStore() {
    User first = aUserIn(aNewDesk());
    String email = first.email().orElseThrow().text().toUpperCase(Locale.ROOT);

    assertTaken("email", aUser().in(aNewDesk()).email(email).build());
  }

  @Test
  default void addShouldRefuseATakenAddressOfAContactInItsDeskOnly() {
    DeskId desk = aNewDesk();
    User first = aUser().in(desk).contact().build();
    String email = first.email().orElseThrow().text();
    add(first);
    User elsewhere = aUser().in(aNewDesk()).contact().email(email).build();

    add(elsewhere);

    assertEquals(Optional.of(elsewhere), ports().users().findById(elsewhere.id()));
    assertTaken("email", aUser().in(desk).contact().email(email).build());
  }

  @Test
  default void addShouldLetOneOfManyHaveAName() throws InterruptedException {
    DeskId desk = aNewDesk();
    String name = "wanted" + UUID.randomUUID();

    var outcomes =
        AtOnce.times(
            4,
            () -> {
              add(aUser().in(desk).loggingInAs(name).build());
              return true;
            });

    assertEquals(1, outcomes.stream().filter(Outcome::succeeded).count());
    assertTrue(
        outcomes.stream()
            .filter(outcome -> !outcome.succeeded())
            .allMatch(
                outcome ->
                    outcome.thrown() instanceof DeskException refusal
                        && refusal.code() == ErrorCode.INVALID_FIELD),
        outcomes::toString);
  }

  @Test
  default void saveShouldReplaceEverythingAndRaiseTheVersion() {
    User before = aUser().in(aNewDesk()).groups(1, 2).categories(3).build();
    add(before);
    User changed = like(before).withEverything().groups(2, 4).categories().build();

    User saved = runFor(() -> ports().users().save(changed));

    assertEquals(like(changed).version(2).build(), saved);
    assertEquals(Optional.of(saved), ports().users().findById(before.id()));
  }

  @Test
  default void saveShouldRefuseAnOldVersion() {
    User user = aUserIn(aNewDesk());
    runFor(() -> ports().users().save(user));

    DeskException refusal =
        assertThrows(DeskException.class, () -> run(() -> ports().users().save(user)));

    assertEquals(ErrorCode.STALE_VERSION, refusal.code());
  }

  @Test
  default void saveShouldRefuseATakenName() {
    DeskId desk = aNewDesk();
    User first = aUserIn(desk);
    User second = aUserIn(desk);
    User renamed = like(second).loggingInAs(first.userName().orElseThrow()).build();

    DeskException refusal =
        assertThrows(DeskException.class, () -> run(() -> ports().users().save(renamed)));

    assertEquals("userName", refusal.violations().get(0).field());
  }

  @Test
  default void listShouldKeepToTheFilterInTheOrderOfNumbers() {
    DeskId desk = aNewDesk();
    List<User> people =
        List.of(
            aUser().in(desk).number(3).role(Role.TECHNICIAN).build(),
            aUser().in(desk).number(2).role(Role.ADMINISTRATOR).build(),
            aUser().in(desk).number(1).contact().build(),
            aUser().in(desk).number(5).disabled().build(),
            aUser().in(desk).number(6).build().forgotten(UUID.randomUUID()),
            aUser().in(desk).number(4).withEverything().build());
    people.forEach(this::add);
    add(aUser().in(aNewDesk()).number(1).build());

    for (Kind kind : Kind.values()) {
      for (Optional<Integer> department : List.of(Optional.<Integer>empty(), Optional.of(99))) {
        UserFilter filter = new UserFilter(kind, department, department);
        List<User> wanted =
            people.stream()
                .filter(filter::matches)
                .sorted(Comparator.comparingLong(User::number))
                .toList();
        assertEquals(wanted, ports().users().list(desk, filter, Slice.page(1, 50)), kind.name());
      }
    }
    User last = people.get(5);
    UserFilter his = new UserFilter(Kind.ALL, last.departmentId(), last.companyId());
    assertEquals(
        his.matches(last), ports().users().list(desk, his, Slice.page(1, 50)).contains(last));
    UserFilter all = new UserFilter(Kind.ALL, Optional.empty(), Optional.empty());
    assertEquals(
        List.of(3L),
        ports().users().list(desk, all, new Slice(Optional.empty(), 2, 1)).stream()
            .map(User::number)
            .toList());
  }

  @Test
  default void stampOfShouldTellWhatEveryRequestAsksFor() {
    User user = aUser().in(aNewDesk()).disabled().build();

    add(user);

    assertEquals(
        Optional.of(new AccountStamp(user.securityStamp(), true, 1)),
        ports().users().stampOf(user.id()));
    assertEquals(Optional.empty(), ports().users().stampOf(new UserId(UUID.randomUUID())));
  }

  @Test
  default void nextNumberShouldRiseFromOneInEachDesk() {
    DeskId desk = aNewDesk();
    DeskId other = aNewDesk();

    List<Long> numbers =
        List.of(
            runFor(() -> ports().users().nextNumber(desk)),
            runFor(() -> ports().users().nextNumber(desk)),
            runFor(() -> ports().users().nextNumber(other)));

    assertEquals(List.of(1L, 2L, 1L), numbers);
  }

  @Test
  default void nextNumberShouldGiveNobodyTheSame() throws InterruptedException {
    DeskId desk = aNewDesk();

    var outcomes = AtOnce.times(8, () -> runFor(() -> ports().users().nextNumber(desk)));

    assertEquals(8, new HashSet<>(outcomes.stream().map(Outcome::value).toList()).size());
  }
}
