package org.polydesk.application.field.out;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.polydesk.domain.catalogue.FieldSubject;
import org.polydesk.domain.catalogue.FieldValue;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.ticket.TicketId;
import org.polydesk.domain.user.UserId;

/** What stands in custom fields. */
public interface FieldValues {

  /**
   * Whose field it is.
   *
   * @param key 1 to 36 characters, unique among the desk's things of this kind
   */
  record Owner(FieldSubject subject, String key) {
    public Owner {
      Objects.requireNonNull(subject, "subject");
      Objects.requireNonNull(key, "key");
    }

    public static Owner ticket(TicketId id) {
      return new Owner(FieldSubject.TICKET, Long.toString(id.value()));
    }

    public static Owner user(UserId id) {
      return new Owner(FieldSubject.USER, id.value().toString());
    }

    public static Owner company(int id) {
      return new Owner(FieldSubject.COMPANY, Integer.toString(id));
    }

    public static Owner asset(long id) {
      return new Owner(FieldSubject.ASSET, Long.toString(id));
    }
  }

  /**
   * Keeps values in the place of those of the same fields.
   *
   * @param values by the id of the field; one that is empty is taken away
   */
  void keep(DeskId desk, Owner owner, Map<Integer, Optional<FieldValue>> values);

  /**
   * What stands in a field.
   *
   * @param value in the form that {@link FieldValue#restore} reads
   */
  record Kept(Owner owner, int field, String value) {}

  /**
   * Values of these fields among which are all that name somebody of this address. Looks through
   * all of them, for it is seldom asked.
   *
   * @param fieldIds ids of fields that name people
   */
  List<Kept> naming(DeskId desk, Collection<Integer> fieldIds, String address);

  /** Takes away everything that stands in the owner's fields. */
  void forget(DeskId desk, Owner owner);

  /**
   * What stands in the fields of these owners, by the id of the field, in the form that {@link
   * FieldValue#restore} reads; owners without a value are missing. One statement for each kind of
   * owner.
   */
  Map<Owner, Map<Integer, String>> of(DeskId desk, Collection<Owner> owners);
}
