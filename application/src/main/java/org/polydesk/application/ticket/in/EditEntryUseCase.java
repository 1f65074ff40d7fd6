package org.polydesk.application.ticket.in;

import java.util.Optional;
import org.polydesk.application.identity.Caller;
import org.polydesk.domain.conversation.Body;
import org.polydesk.domain.conversation.EntryId;
import org.polydesk.domain.conversation.Visibility;
import org.polydesk.domain.error.DeskException;

/** Mends what was said. */
public interface EditEntryUseCase {

  /**
   * Gives an entry another text; the history keeps the old one. The text that opened the ticket is
   * its description and not mended here.
   *
   * @param visibility who may read it from now on; empty to leave that as it is, and left as it is
   *     for those who may not write notes
   * @throws DeskException {@code NOT_FOUND} when there is no such entry for the caller; {@code
   *     NOT_ALLOWED} when he neither wrote it nor may update the ticket
   */
  void edit(EntryId entry, Body body, Optional<Visibility> visibility, Caller caller);
}
