package org.polydesk.application.field.in;

import java.util.List;
import org.polydesk.application.identity.Caller;
import org.polydesk.domain.catalogue.CustomField;
import org.polydesk.domain.catalogue.FieldSubject;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.user.UserId;

/** The custom fields of people and companies, and which there are. */
public interface RecordFieldsUseCase {

  /** The fields of {@code subject} that the caller knows of, in their order. */
  List<CustomField> known(FieldSubject subject, Caller caller);

  /**
   * A user's fields, set or not.
   *
   * @throws DeskException {@code NOT_ALLOWED} without the right to read people, save about himself;
   *     {@code NOT_FOUND}
   */
  List<FilledField> ofUser(UserId user, Caller caller);

  /**
   * Changes a user's fields.
   *
   * @throws DeskException {@code NOT_ALLOWED} without the right to administer; {@code NOT_FOUND};
   *     {@code INVALID_FIELD} on {@code customFields}
   */
  void setOfUser(UserId user, FieldEdits edits, Caller caller);

  /**
   * A company's fields, set or not.
   *
   * @throws DeskException {@code NOT_ALLOWED} without the right to read people; {@code NOT_FOUND}
   */
  List<FilledField> ofCompany(int company, Caller caller);

  /**
   * Changes a company's fields.
   *
   * @throws DeskException {@code NOT_ALLOWED} without the right to administer; {@code NOT_FOUND};
   *     {@code INVALID_FIELD} on {@code customFields}
   */
  void setOfCompany(int company, FieldEdits edits, Caller caller);
}
