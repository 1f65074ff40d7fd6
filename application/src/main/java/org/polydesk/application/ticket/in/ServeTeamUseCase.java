package org.polydesk.application.ticket.in;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.polydesk.application.desk.TagBook.TagName;
import org.polydesk.application.field.in.FieldEdits;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.shared.Edit;
import org.polydesk.application.ticket.SentPerson;
import org.polydesk.application.ticket.in.ChangeStatusUseCase.ChangeStatusCommand;
import org.polydesk.application.ticket.in.CommentUseCase.Comment;
import org.polydesk.application.ticket.in.CommentUseCase.CommentCommand;
import org.polydesk.domain.conversation.Body;
import org.polydesk.domain.ticket.Subject;
import org.polydesk.domain.ticket.TicketNumber;

/**
 * Does in tickets what programs of a team want, who name people as their own directory knows them.
 * Whoever is named and not known to the desk by his address becomes a contact; an assignee who is
 * nobody's technician is remembered and no more. What was said is kept to be given back.
 *
 * <p>Everything fails with {@code NOT_ALLOWED} without the right to act for others, and as the use
 * case for people would.
 */
public interface ServeTeamUseCase {

  /**
   * A ticket to be.
   *
   * @param wantedAt when somebody wants it done, be it in the past
   * @param fields what stands in the desk's custom fields
   * @param values what is in fields that the desk does not know, by key, each a JSON value
   * @param user who opens it
   */
  record NewTeamTicket(
      Subject subject,
      Body description,
      SentPerson requester,
      Optional<SentPerson> assignee,
      Optional<Integer> priorityId,
      Optional<Instant> wantedAt,
      List<TagName> tags,
      FieldEdits fields,
      Map<String, String> values,
      SentPerson user) {
    public NewTeamTicket {
      Objects.requireNonNull(subject, "subject");
      Objects.requireNonNull(description, "description");
      Objects.requireNonNull(requester, "requester");
      Objects.requireNonNull(user, "user");
      tags = List.copyOf(tags);
      values = Map.copyOf(values);
    }
  }

  /**
   * What is to become of a ticket; what is not said stays as it is.
   *
   * @param tags all its tags
   * @param fields custom fields of the desk that get another value
   * @param values fields that the desk does not know and that get another value; one that is empty
   *     is cleared
   * @param user who changes it
   */
  record TeamTicketChange(
      TicketRef ticket,
      Optional<Subject> subject,
      Optional<Body> description,
      Optional<SentPerson> requester,
      Edit<SentPerson> assignee,
      Edit<Integer> priorityId,
      Edit<Instant> wantedAt,
      Optional<List<TagName>> tags,
      FieldEdits fields,
      Map<String, Optional<String>> values,
      SentPerson user) {
    public TeamTicketChange {
      Objects.requireNonNull(ticket, "ticket");
      Objects.requireNonNull(user, "user");
      tags = tags.map(List::copyOf);
      values = Map.copyOf(values);
    }
  }

  /** Opens a ticket, with its people, tags and values, all or nothing. */
  TicketNumber open(NewTeamTicket command, Caller caller);

  /** Changes a ticket; everything that became different is one line of its conversation. */
  void update(TeamTicketChange command, Caller caller);

  /**
   * Takes a ticket to another status, see {@link ChangeStatusUseCase}; to be reopened it must be
   * done, or reopened already.
   */
  void changeStatus(ChangeStatusCommand command, SentPerson user, Caller caller);

  /** Says something in a ticket, see {@link CommentUseCase}. */
  Comment comment(CommentCommand command, SentPerson user, Caller caller);
}
