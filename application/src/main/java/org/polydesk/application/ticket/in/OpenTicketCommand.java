package org.polydesk.application.ticket.in;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.polydesk.application.attachment.NewAttachment;
import org.polydesk.application.attachment.NewLink;
import org.polydesk.application.attachment.UnfitFiles;
import org.polydesk.domain.catalogue.CatalogueList;
import org.polydesk.domain.conversation.Body;
import org.polydesk.domain.ticket.Classification;
import org.polydesk.domain.ticket.Subject;
import org.polydesk.domain.ticket.TicketSource;
import org.polydesk.domain.user.EmailAddress;
import org.polydesk.domain.user.UserId;

/**
 * What somebody wants opened. Values are well formed; whether the desk has what they name, the use
 * case finds out.
 *
 * @param guid the ticket's key for programs; made when it is empty
 * @param requester who asks
 * @param technician who is to work on it; empty leaves it to the desk
 * @param groupId the group it is given to
 * @param named the lists of which the caller chose a row, if there is one; of the others the desk
 *     did, and may choose what he does not know of
 * @param statusId the status it begins in
 * @param manualDueAt when somebody wants it done; an SLA overrides it
 * @param slaId the SLA that was asked for; empty leaves it to the desk's rules
 * @param files what came with it, in the order in which it came
 * @param unfitFiles what becomes of those the desk does not take
 * @param waitingFiles public keys of files that the caller sent before
 * @param links addresses of things elsewhere
 * @param speaker who opens it, when it is not the caller himself
 * @param quiet whether the requester is not told
 */
public record OpenTicketCommand(
    Optional<UUID> guid,
    Subject subject,
    Body description,
    TicketSource source,
    UserId requester,
    Optional<UserId> technician,
    Optional<Integer> groupId,
    List<EmailAddress> cc,
    Classification classification,
    Set<CatalogueList> named,
    int statusId,
    Optional<Instant> manualDueAt,
    Optional<Integer> slaId,
    List<NewAttachment> files,
    UnfitFiles unfitFiles,
    List<UUID> waitingFiles,
    List<NewLink> links,
    Optional<UserId> speaker,
    boolean quiet) {

  public OpenTicketCommand {
    Objects.requireNonNull(guid, "guid");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(requester, "requester");
    Objects.requireNonNull(technician, "technician");
    Objects.requireNonNull(groupId, "groupId");
    Objects.requireNonNull(classification, "classification");
    Objects.requireNonNull(manualDueAt, "manualDueAt");
    Objects.requireNonNull(slaId, "slaId");
    Objects.requireNonNull(unfitFiles, "unfitFiles");
    cc = List.copyOf(cc);
    named = Set.copyOf(named);
    Objects.requireNonNull(speaker, "speaker");
    files = List.copyOf(files);
    waitingFiles = List.copyOf(waitingFiles);
    links = List.copyOf(links);
  }

  /**
   * What the caller himself wants opened and chose all rows of, with no files but those he sends
   * along.
   */
  public OpenTicketCommand(
      Optional<UUID> guid,
      Subject subject,
      Body description,
      TicketSource source,
      UserId requester,
      Optional<UserId> technician,
      Optional<Integer> groupId,
      List<EmailAddress> cc,
      Classification classification,
      int statusId,
      Optional<Instant> manualDueAt,
      Optional<Integer> slaId,
      List<NewAttachment> files,
      UnfitFiles unfitFiles) {
    this(
        guid,
        subject,
        description,
        source,
        requester,
        technician,
        groupId,
        cc,
        classification,
        EnumSet.allOf(CatalogueList.class),
        statusId,
        manualDueAt,
        slaId,
        files,
        unfitFiles,
        List.of(),
        List.of(),
        Optional.empty(),
        false);
  }

  /** The same with these tags. */
  public OpenTicketCommand tagged(List<Integer> tagIds) {
    return new OpenTicketCommand(
        guid,
        subject,
        description,
        source,
        requester,
        technician,
        groupId,
        cc,
        classification.tagged(tagIds),
        named,
        statusId,
        manualDueAt,
        slaId,
        files,
        unfitFiles,
        waitingFiles,
        links,
        speaker,
        quiet);
  }
}
