package org.polydesk.application.attachment.out;

import java.util.Collection;
import java.util.Set;
import org.polydesk.domain.attachment.Digest;

/** Which bytes attachments name. */
public interface NamedBytes {
  /** Those of {@code digests} that an attachment of any desk names, whatever it belongs to. */
  Set<Digest> among(Collection<Digest> digests);
}
