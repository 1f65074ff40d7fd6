package org.polydesk.adapter.notification.mail;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.polydesk.application.delivery.out.Courier.Delivered;
import org.polydesk.application.delivery.out.Courier.Later;
import org.polydesk.application.delivery.out.Courier.Never;
import org.polydesk.application.delivery.out.Courier.Outcome;
import org.polydesk.domain.user.EmailAddress;

/** What a mail server's refusal means: codes from 500 on are final, all else may pass. */
final class MailOutcomes {
  private static final int FINAL = 500;

  private final List<String> refused = new ArrayList<>();
  private final List<EmailAddress> missing = new ArrayList<>();
  private int code;

  private MailOutcomes() {}

  /**
   * @param failure what the server or the way to it had to say
   * @param to the addresses that the mail was for
   */
  static Outcome of(MessagingException failure, List<EmailAddress> to) {
    if (failure instanceof AuthenticationFailedException) {
      return new Later("The mail server does not accept the user or the password.", List.of());
    }
    if (!(failure instanceof SendFailedException)) {
      return new Later("The mail server cannot be reached, or broke off.", List.of());
    }
    MailOutcomes outcomes = new MailOutcomes();
    for (Exception one = failure;
        one instanceof MessagingException next;
        one = next.getNextException()) {
      outcomes.look(next);
    }
    return outcomes.outcome(sentTo((SendFailedException) failure), to);
  }

  private void look(MessagingException failure) {
    if (failure instanceof SMTPAddressFailedException address) {
      EmailAddress whom = new EmailAddress(address.getAddress().getAddress());
      if (address.getReturnCode() >= FINAL) {
        refused.add(whom.text());
      } else {
        missing.add(whom);
      }
    } else if (failure instanceof SMTPSenderFailedException sender) {
      code = sender.getReturnCode();
    } else if (failure instanceof SMTPSendFailedException send) {
      code = send.getReturnCode();
    }
  }

  private Outcome outcome(List<String> sent, List<EmailAddress> to) {
    if (!sent.isEmpty()) {
      Optional<String> remark =
          refused.isEmpty()
              ? Optional.empty()
              : Optional.of("Refused for %s.".formatted(String.join(", ", refused)));
      return missing.isEmpty()
          ? new Delivered(remark)
          : new Later("Some addresses could not be reached yet.", missing);
    }
    if (refused.size() == to.size()) {
      return new Never("The mail server refuses %s.".formatted(String.join(", ", refused)));
    }
    if (code >= FINAL && missing.isEmpty() && refused.isEmpty()) {
      return new Never("The mail server refuses the mail with code %d.".formatted(code));
    }
    List<EmailAddress> left =
        to.stream().filter(address -> !refused.contains(address.text())).toList();
    return new Later("The mail server does not take the mail now.", left);
  }

  private static List<String> sentTo(SendFailedException failure) {
    Address[] sent = failure.getValidSentAddresses();
    return sent == null ? List.of() : Arrays.stream(sent).map(Address::toString).toList();
  }
}
