package org.polydesk.application.attachment.in;

import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.polydesk.application.attachment.NewAttachment;
import org.polydesk.application.identity.Caller;
import org.polydesk.domain.attachment.Attachment;
import org.polydesk.domain.attachment.AttachmentId;
import org.polydesk.domain.error.DeskException;

/** Gives files out, takes files in that no ticket has yet, and takes files away. */
public interface FilesUseCase {

  /** A file whose bytes can be read; whoever opens the stream closes it. */
  interface ReadableFile {
    Attachment attachment();

    /** The bytes. */
    InputStream open() throws IOException;
  }

  /**
   * The file of this key.
   *
   * @throws DeskException {@code NOT_FOUND} when there is none, its ticket or its entry is hidden
   *     from the caller, it waits for a ticket and is somebody else's, or it is no more than an
   *     address
   */
  ReadableFile find(AttachmentId id, Caller caller);

  /** The file of this public key; otherwise the same. */
  ReadableFile find(UUID publicId, Caller caller);

  /**
   * Takes a file in that waits for an entry of the caller's.
   *
   * @throws DeskException {@code INVALID_FIELD} on {@code files} when the desk does not take it;
   *     {@code NOT_ALLOWED} for a caller without an account
   */
  Attachment stage(NewAttachment file, Caller caller);

  /**
   * Takes a file away from its ticket.
   *
   * @throws DeskException {@code NOT_FOUND}; {@code NOT_ALLOWED} unless the caller may update the
   *     ticket or sent the file himself
   */
  void remove(AttachmentId id, Caller caller);
}
