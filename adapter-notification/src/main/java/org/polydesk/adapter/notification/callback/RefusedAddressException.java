package org.polydesk.adapter.notification.callback;

import java.io.IOException;

/** An address that the desk must not call; the message is a sentence of our own. */
final class RefusedAddressException extends IOException {
  private static final long serialVersionUID = 1L;

  RefusedAddressException(String sentence) {
    super(sentence);
  }
}
