package org.polydesk.adapter.notification.mail;

import jakarta.activation.DataSource;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import org.polydesk.application.attachment.out.BlobStore;
import org.polydesk.domain.attachment.Attachment;

/** The bytes of a file, read from the store whenever they are sent. */
record FileSource(Attachment file, BlobStore blobs) implements DataSource {
  private static final Pattern COMPOSITE =
      Pattern.compile("\\s*(?:message|multipart)\\s*/", Pattern.CASE_INSENSITIVE);

  @Override
  public InputStream getInputStream() {
    try {
      return blobs
          .open(file.digest())
          .orElseThrow(() -> new FileNotFoundException("no bytes of file " + file.id().value()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public OutputStream getOutputStream() {
    throw new UnsupportedOperationException("files are only read");
  }

  /** Mails and other bodies of parts are sent as mere bytes, for such parts cannot be encoded. */
  @Override
  public String getContentType() {
    return COMPOSITE.matcher(file.mediaType()).lookingAt()
        ? "application/octet-stream"
        : file.mediaType();
  }

  @Override
  public String getName() {
    return file.name().text();
  }
}
