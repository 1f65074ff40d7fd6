package org.polydesk.adapter.rest.simple.helpdesk.attachment;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.polydesk.adapter.rest.simple.helpdesk.wire.HelpdeskJson;
import org.polydesk.domain.attachment.Attachment;
import org.polydesk.domain.conversation.Visibility;
import org.polydesk.domain.ticket.TicketNumber;

/** A file. Source: docs/dialects/helpdesk.md, section "Files". */
public record AttachmentResponse(
    String fileName,
    String fileData,
    @JsonProperty("FileID") long fileId,
    @JsonProperty("CommentID") long commentId,
    String commentDate,
    String fileHash,
    long fileSize,
    @JsonProperty("HiddenFromKB") boolean hiddenFromKb,
    boolean hiddenFromTickets,
    @JsonProperty("IssueID") long issueId,
    @JsonProperty("InstanceID") int instanceId,
    @JsonProperty("AssetID") Integer assetId,
    @JsonProperty("UserID") long userId,
    String googleDriveUrl,
    String dropboxUrl,
    boolean forTechsOnly,
    boolean commentIsSystem,
    @JsonProperty("IsDuplicate") boolean duplicate,
    String url,
    String urlRelative,
    String contentType) {

  /**
   * A file of a ticket.
   *
   * @param comment the number of the comment that owns it; 0 for the ticket's own
   * @param base where the server is
   * @param userNumber who sent it; 0 when a program did
   */
  public static AttachmentResponse of(
      Attachment file,
      TicketNumber ticket,
      long comment,
      Visibility visibility,
      boolean system,
      long userNumber,
      String base) {
    String relative = "/File/Get?id=" + file.id().value();
    return new AttachmentResponse(
        file.name().text(),
        null,
        file.id().value(),
        comment,
        HelpdeskJson.instant(file.addedAt()),
        null,
        file.size(),
        false,
        false,
        ticket.value(),
        1,
        null,
        userNumber,
        null,
        null,
        visibility == Visibility.INTERNAL,
        system,
        false,
        file.link().orElse(base + relative),
        file.link().orElse(relative),
        file.mediaType());
  }
}
