package org.polydesk.application.attachment;

import java.util.Objects;
import org.polydesk.application.attachment.out.BlobStore.StagedBlob;

/**
 * A file as somebody sent it, taken in and not yet judged.
 *
 * @param sentName its name as it was sent; may be empty and may hold anything
 * @param bytes what it holds
 */
public record NewAttachment(String sentName, StagedBlob bytes) {
  public NewAttachment {
    Objects.requireNonNull(sentName, "sentName");
    Objects.requireNonNull(bytes, "bytes");
  }
}
