package org.polydesk.application.field;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.polydesk.application.desk.out.DeskSetups;
import org.polydesk.application.field.out.FieldValues;
import org.polydesk.application.field.out.FieldValues.Kept;
import org.polydesk.domain.catalogue.CustomField;
import org.polydesk.domain.catalogue.FieldKind;
import org.polydesk.domain.catalogue.FieldValue;
import org.polydesk.domain.catalogue.FieldValue.People;
import org.polydesk.domain.catalogue.FieldValue.Person;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.error.Texts;
import org.polydesk.domain.user.EmailAddress;
import org.polydesk.domain.user.User;

/**
 * Custom fields that name people. They keep people as they were named, so that somebody is found in
 * them by his address.
 */
@Singleton
public final class PeopleFields {
  private static final Set<FieldKind> KINDS = Set.of(FieldKind.PEOPLE, FieldKind.EMAILS);

  private final DeskSetups setups;
  private final FieldValues values;

  @Inject
  public PeopleFields(DeskSetups setups, FieldValues values) {
    this.setups = setups;
    this.values = values;
  }

  /**
   * Names another one wherever {@code gone} is named, or nobody when there is none; where both are
   * named, the other one stays once. Part of the caller's unit of work, before {@code gone} is
   * forgotten.
   */
  public void replace(DeskId desk, User gone, Optional<User> other) {
    List<CustomField> fields =
        setups.existing(desk).fields().all().stream()
            .filter(field -> KINDS.contains(field.kind()))
            .toList();
    Optional<String> address = gone.email().map(EmailAddress::text);
    if (fields.isEmpty() || address.isEmpty()) {
      return;
    }
    Set<Integer> ids = fields.stream().map(CustomField::id).collect(Collectors.toSet());
    values
        .naming(desk, ids, address.get())
        .forEach(
            kept ->
                fields.stream()
                    .filter(field -> field.id() == kept.field())
                    .filter(field -> field.subject() == kept.owner().subject())
                    .findFirst()
                    .ifPresent(
                        field -> replace(desk, kept, field.kind(), address.get(), person(other))));
  }

  private static Optional<Person> person(Optional<User> user) {
    return user.flatMap(
        one -> one.email().map(email -> new Person(email.text(), one.displayName(), email.text())));
  }

  private void replace(
      DeskId desk, Kept kept, FieldKind kind, String address, Optional<Person> other) {
    People before = (People) FieldValue.restore(kind, kept.value());
    List<Person> after = new ArrayList<>();
    boolean named = false;
    for (Person person : before.people()) {
      boolean goes = isCalled(address, person);
      boolean stays = other.filter(one -> isCalled(one.email(), person)).isPresent();
      if (!goes && !stays) {
        after.add(person);
      } else if (!named && other.isPresent()) {
        after.add(stays ? person : other.get());
        named = true;
      }
    }
    if (after.equals(before.people())) {
      return;
    }
    values.keep(
        desk,
        kept.owner(),
        Map.of(kept.field(), after.isEmpty() ? Optional.empty() : Optional.of(new People(after))));
  }

  private static boolean isCalled(String address, Person person) {
    return Texts.folded(person.email()).equals(Texts.folded(address));
  }
}
