package org.polydesk.adapter.notification.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.polydesk.domain.user.EmailAddress;

/**
 * An address as mail carries it, its domain in ASCII letters.
 *
 * @param whom the address as people write it
 */
record WireAddress(EmailAddress whom, String text) {

  /** Empty for an address that no mail can carry. */
  static Optional<WireAddress> of(EmailAddress whom) {
    int domain = whom.text().lastIndexOf('@') + 1;
    try {
      String text = whom.text().substring(0, domain) + IDN.toASCII(whom.text().substring(domain));
      new InternetAddress(text, true);
      return Optional.of(new WireAddress(whom, text));
    } catch (AddressException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Whether every mail server takes it; others have to offer SMTPUTF8. */
  boolean isAscii() {
    return StandardCharsets.US_ASCII.newEncoder().canEncode(text);
  }

  InternetAddress toInternet() {
    try {
      return new InternetAddress(text, true);
    } catch (AddressException e) {
      throw new IllegalStateException("looked at before", e);
    }
  }
}
