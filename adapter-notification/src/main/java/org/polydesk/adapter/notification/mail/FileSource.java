package org.polydesk.adapter.notification.mail;

import jakarta.activation.DataSource;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.polydesk.application.attachment.out.BlobStore;
import org.polydesk.domain.attachment.Attachment;

/** The bytes of a file, read from the store whenever they are sent. */
record FileSource(Attachment file, BlobStore blobs) implements DataSource {

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

  @Override
  public String getContentType() {
    return file.mediaType();
  }

  @Override
  public String getName() {
    return file.name().text();
  }
}
