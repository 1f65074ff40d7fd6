package org.polydesk.application.ticket.in;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.polydesk.application.attachment.NewAttachment;
import org.polydesk.application.attachment.UnfitFiles;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.ticket.in.FindTicketUseCase.TicketDetails;
import org.polydesk.domain.conversation.Body;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.ticket.Subject;

/** Lets programs open tickets for people they know by name only. */
public interface RaiseTicketUseCase {

  /**
   * What a program wants opened; what it leaves open, the desk's defaults fill.
   *
   * @param requesterName the log-in name of who asks, or his address
   * @param requesterEmail his address, looked up when nobody has that name
   */
  record RaiseTicketCommand(
      Subject subject,
      Body description,
      String requesterName,
      Optional<String> requesterEmail,
      Optional<Integer> tierLevelId,
      Optional<Integer> groupId,
      Optional<Integer> siteId,
      Optional<Integer> departmentId,
      Optional<Integer> companyId,
      Optional<Integer> statusId,
      Optional<Integer> priorityId,
      Optional<Integer> categoryId,
      List<NewAttachment> files,
      UnfitFiles unfitFiles) {
    public RaiseTicketCommand {
      Objects.requireNonNull(subject, "subject");
      Objects.requireNonNull(description, "description");
      Objects.requireNonNull(requesterName, "requesterName");
      Objects.requireNonNull(requesterEmail, "requesterEmail");
      files = List.copyOf(files);
    }
  }

  /** A ticket that is open now, and the names of files that the desk does not take. */
  record RaisedTicket(TicketDetails details, List<String> skippedFiles) {}

  /**
   * Opens a ticket; no right is asked for, a member may only name himself. If the desk wants it so,
   * an address that nobody has becomes a contact.
   *
   * @throws DeskException {@code INVALID_FIELD} on {@code requesterName} for somebody the desk does
   *     not know, and on everything else that it does not have
   */
  RaisedTicket raise(RaiseTicketCommand command, Caller caller);
}
