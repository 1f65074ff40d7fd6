package org.polydesk.application.ticket;

import java.util.List;
import java.util.Objects;
import org.polydesk.domain.error.Violation;
import org.polydesk.domain.error.Violations;
import org.polydesk.domain.user.EmailAddress;
import org.polydesk.domain.user.PersonName;

/**
 * A person as a program named him. The desk knows him by his address and keeps the rest to give it
 * back; the {@code id} is the program's own and means nothing here.
 *
 * @param id 1 to 255 characters
 * @param name 1 to 255 characters
 * @param email a well-formed address
 */
public record SentPerson(String id, String name, String email) {
  private static final int MAX_LENGTH = 255;

  public SentPerson {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(email, "email");
  }

  /** What is wrong with a person called {@code field}; empty when nothing is. */
  public static List<Violation> violationsOf(String field, String id, String name, String email) {
    return new Violations()
        .addAll(text(field + ".id", id))
        .addAll(text(field + ".name", name))
        .addAll(EmailAddress.violationsOf(field + ".email", email))
        .toList();
  }

  private static List<Violation> text(String field, String text) {
    return Violations.of(field).required(text).atMost(MAX_LENGTH, text).storable(text).toList();
  }

  /** His address. */
  EmailAddress address() {
    return new EmailAddress(email);
  }

  /** His name in two parts. */
  PersonName personName() {
    return PersonName.of(name);
  }
}
