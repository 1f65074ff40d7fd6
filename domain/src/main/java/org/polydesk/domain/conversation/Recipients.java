package org.polydesk.domain.conversation;

import java.util.List;
import org.polydesk.domain.user.EmailAddress;

/** Who an entry is mailed to. */
public record Recipients(List<EmailAddress> to, List<EmailAddress> cc) {
  /** Nobody. */
  public static final Recipients NONE = new Recipients(List.of(), List.of());

  public Recipients {
    to = List.copyOf(to);
    cc = List.copyOf(cc);
  }
}
