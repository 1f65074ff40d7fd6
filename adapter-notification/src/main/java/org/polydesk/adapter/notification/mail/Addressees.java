package org.polydesk.adapter.notification.mail;

import jakarta.mail.Address;
import jakarta.mail.internet.InternetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.polydesk.application.delivery.out.Courier.Recipient;
import org.polydesk.domain.user.EmailAddress;

/**
 * Whom a mail goes to.
 *
 * @param all those it can be addressed to
 * @param leftOut sentences about the others
 */
record Addressees(List<Addressee> all, List<String> leftOut) {

  /** One of them. */
  record Addressee(Recipient recipient, WireAddress address) {}

  Addressees {
    all = List.copyOf(all);
    leftOut = List.copyOf(leftOut);
  }

  static Addressees of(List<Recipient> to) {
    List<Addressee> all = new ArrayList<>();
    List<EmailAddress> impossible = new ArrayList<>();
    for (Recipient one : to) {
      EmailAddress whom = one.address().orElseThrow();
      WireAddress.of(whom)
          .ifPresentOrElse(
              address -> all.add(new Addressee(one, address)), () -> impossible.add(whom));
    }
    return new Addressees(all, sentence("No mail can be addressed to %s.", impossible));
  }

  private static List<String> sentence(String text, List<EmailAddress> about) {
    return about.isEmpty()
        ? List.of()
        : List.of(
            text.formatted(
                about.stream().map(EmailAddress::text).collect(Collectors.joining(", "))));
  }

  /** Whether a server has to offer SMTPUTF8 to reach all of them. */
  boolean needUnicode() {
    return !all.stream().allMatch(one -> one.address().isAscii());
  }

  /** Those whom a server without SMTPUTF8 can reach. */
  Addressees inAscii() {
    List<String> sentences = new ArrayList<>(leftOut);
    sentences.addAll(
        sentence(
            "The mail server does not offer SMTPUTF8, without which it cannot reach %s.",
            all.stream()
                .map(Addressee::address)
                .filter(address -> !address.isAscii())
                .map(WireAddress::whom)
                .toList()));
    return new Addressees(all.stream().filter(one -> one.address().isAscii()).toList(), sentences);
  }

  Address[] addresses() {
    return all.stream().map(one -> one.address().toInternet()).toArray(Address[]::new);
  }

  List<EmailAddress> emails() {
    return all.stream().map(one -> one.address().whom()).toList();
  }

  /** Whose address this is. */
  Optional<EmailAddress> whose(InternetAddress address) {
    return all.stream()
        .map(Addressee::address)
        .filter(one -> one.text().equals(address.getAddress()))
        .map(WireAddress::whom)
        .findFirst();
  }
}
