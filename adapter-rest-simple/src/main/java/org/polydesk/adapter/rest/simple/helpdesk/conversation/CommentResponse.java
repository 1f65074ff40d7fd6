package org.polydesk.adapter.rest.simple.helpdesk.conversation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.polydesk.adapter.rest.simple.helpdesk.attachment.AttachmentResponse;

/** A comment. Source: docs/dialects/helpdesk.md, section "Comments". */
public record CommentResponse(
    @JsonProperty("CommentID") long commentId,
    @JsonProperty("IssueID") long issueId,
    @JsonProperty("UserID") Long userId,
    String userName,
    String email,
    String firstName,
    String lastName,
    @JsonProperty("IsSystem") boolean system,
    String commentDate,
    boolean forTechsOnly,
    String body,
    String ticketSubject,
    String recipients,
    List<AttachmentResponse> attachments) {}
