package org.polydesk.adapter.notification.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
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

  /** What the library calls the code of an answer that never came. */
  private static final int NO_ANSWER = -1;

  private final Addressees to;
  private final List<EmailAddress> refused = new ArrayList<>();
  private final List<EmailAddress> missing = new ArrayList<>();
  private int code;

  private MailOutcomes(Addressees to) {
    this.to = to;
  }

  /** What becomes of a mail that the server took for all of these. */
  static Outcome taken(Addressees to) {
    return new Delivered(joined(to.leftOut().stream()));
  }

  /** What becomes of a mail that none of its recipients can get. */
  static Outcome nobodyLeft(Addressees to) {
    return new Never(joined(to.leftOut().stream()).orElseThrow());
  }

  /**
   * What becomes of a mail that was not taken for all of them.
   *
   * @param failure what the server or the way to it had to say
   */
  static Outcome of(MessagingException failure, Addressees to) {
    if (!(failure instanceof SendFailedException)) {
      return new Later(reason(failure));
    }
    MailOutcomes outcomes = new MailOutcomes(to);
    for (Exception one = failure;
        one instanceof MessagingException next;
        one = next.getNextException()) {
      outcomes.look(next);
    }
    return outcomes.outcome(isSent((SendFailedException) failure));
  }

  private static String reason(MessagingException failure) {
    if (failure instanceof AuthenticationFailedException) {
      return "The mail server does not accept the user or the password.";
    }
    if (isCausedBy(SSLException.class, failure)) {
      return "No protected connection to the mail server came about.";
    }
    if (isCausedBy(IOException.class, failure)) {
      return "The mail server cannot be reached, or broke off.";
    }
    return String.valueOf(failure.getMessage()).contains("STARTTLS")
        ? "The mail server does not offer STARTTLS."
        : "The mail server does not let the desk send.";
  }

  private static boolean isCausedBy(Class<? extends IOException> kind, Throwable failure) {
    return Stream.iterate(failure, one -> one != null, Throwable::getCause)
        .anyMatch(kind::isInstance);
  }

  private void look(MessagingException failure) {
    if (failure instanceof SMTPAddressFailedException address) {
      List<EmailAddress> which = address.getReturnCode() >= FINAL ? refused : missing;
      to.whose(address.getAddress()).ifPresent(which::add);
    } else if (failure instanceof SMTPSenderFailedException sender) {
      code = sender.getReturnCode();
    } else if (failure instanceof SMTPSendFailedException send) {
      code = send.getReturnCode();
    }
  }

  private Outcome outcome(boolean sent) {
    if (sent) {
      return missing.isEmpty()
          ? new Delivered(remark("Refused for %s."))
          : new Later(
              "Some addresses could not be reached yet.", missing, remark("Refused for %s."));
    }
    if (refused.size() == to.all().size()) {
      return new Never(remark("The mail server refuses %s.").orElseThrow());
    }
    if (code >= FINAL && missing.isEmpty() && refused.isEmpty()) {
      return new Never("The mail server refuses the mail with code %d.".formatted(code));
    }
    return new Later(
        code == NO_ANSWER
            ? "The mail server broke off and may have taken the mail."
            : "The mail server does not take the mail now.",
        to.emails().stream().filter(address -> !refused.contains(address)).toList(),
        remark("Refused for %s."));
  }

  /** What is worth knowing about those who do not get it. */
  private Optional<String> remark(String aboutRefused) {
    Stream<String> refusals =
        refused.isEmpty()
            ? Stream.of()
            : Stream.of(
                aboutRefused.formatted(
                    refused.stream().map(EmailAddress::text).collect(Collectors.joining(", "))));
    return joined(Stream.concat(refusals, to.leftOut().stream()));
  }

  private static Optional<String> joined(Stream<String> sentences) {
    return Optional.of(sentences.collect(Collectors.joining(" "))).filter(all -> !all.isEmpty());
  }

  private static boolean isSent(SendFailedException failure) {
    return failure.getValidSentAddresses() != null && failure.getValidSentAddresses().length > 0;
  }
}
