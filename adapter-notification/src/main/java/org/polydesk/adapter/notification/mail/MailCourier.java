package org.polydesk.adapter.notification.mail;

import io.pebbletemplates.pebble.error.PebbleException;
import jakarta.inject.Singleton;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.polydesk.application.delivery.out.Courier;
import org.polydesk.application.outbox.out.Outbox.Channel;
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
    return isOn() ? settings.fault().or(texts::fault) : Optional.empty();
  }

  @Override
  public Outcome deliver(Letter letter) {
    Addressees to = Addressees.of(letter.to());
    try {
      boolean unicode = to.needUnicode() && server.takesUnicode();
      to = unicode ? to : to.inAscii();
      if (to.all().isEmpty()) {
        return MailOutcomes.nobodyLeft(to);
      }
      server.send(written(letter, to, unicode), to.addresses(), unicode);
      return MailOutcomes.taken(to);
    } catch (MessagingException e) {
      LOG.info("Mail {} was not delivered: {}", letter.message().deliveryId(), e.getMessage());
      return MailOutcomes.of(e, to);
    } catch (PebbleException e) {
      LOG.warn("Mail {} cannot be written", letter.message().deliveryId(), e);
      return new Later(
          "A template of mail.templates cannot be filled: %s"
              .formatted(String.valueOf(e.getMessage()).lines().findFirst().orElse("")));
    } catch (UncheckedIOException e) {
      LOG.warn("A file of mail {} cannot be read", letter.message().deliveryId(), e);
      return new Later("A file that goes with it cannot be read.");
    }
  }

  private MimeMessage written(Letter letter, Addressees to, boolean unicode) {
    try {
      return composer.compose(letter, to, server.session(unicode));
    } catch (MessagingException e) {
      throw new IllegalStateException("this mail cannot be written", e);
    }
  }
}
