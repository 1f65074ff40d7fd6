package org.polydesk.adapter.notification.mail;

import jakarta.inject.Singleton;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.polydesk.application.delivery.out.Courier;
import org.polydesk.application.outbox.out.Outbox.Channel;
import org.polydesk.domain.user.EmailAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries mail. */
@Singleton
final class MailCourier implements Courier {
  private static final Logger LOG = LoggerFactory.getLogger(MailCourier.class);

  private final MailSettings settings;
  private final MailTexts texts;
  private final MailComposer composer;
  private final MailServer server;

  MailCourier(MailSettings settings, MailTexts texts, MailComposer composer, MailServer server) {
    this.settings = settings;
    this.texts = texts;
    this.composer = composer;
    this.server = server;
  }

  @Override
  public Channel channel() {
    return Channel.MAIL;
  }

  @Override
  public boolean isOn() {
    return settings.isOn();
  }

  @Override
  public Optional<String> fault() {
    return isOn() ? texts.fault() : Optional.empty();
  }

  @Override
  public Outcome deliver(Letter letter) {
    List<EmailAddress> to =
        letter.to().stream().flatMap(one -> one.address().stream()).distinct().toList();
    try {
      server.send(composer.compose(letter, server.session()), addresses(to));
      return Delivered.WHOLLY;
    } catch (MessagingException e) {
      LOG.info("Mail {} was not delivered: {}", letter.message().deliveryId(), e.getMessage());
      return MailOutcomes.of(e, to);
    } catch (UncheckedIOException e) {
      LOG.warn("A file of mail {} cannot be read", letter.message().deliveryId(), e);
      return new Later("A file that goes with it cannot be read.", List.of());
    }
  }

  private static Address[] addresses(List<EmailAddress> to) throws MessagingException {
    Address[] addresses = new Address[to.size()];
    for (int i = 0; i < addresses.length; i++) {
      addresses[i] = new InternetAddress(to.get(i).text(), true);
    }
    return addresses;
  }
}
