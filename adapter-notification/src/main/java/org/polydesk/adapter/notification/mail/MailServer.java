package org.polydesk.adapter.notification.mail;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.polydesk.adapter.notification.mail.MailSettings.Security;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way to the SMTP server. A connection is kept for the mails that follow within half a minute.
 */
@Singleton
final class MailServer {
  private static final Logger LOG = LoggerFactory.getLogger(MailServer.class);
  private static final long KEPT = Duration.ofSeconds(30).toNanos();

  private final MailSettings settings;
  private final Session session;
  private final Session unicodeSession;
  private Transport transport;
  private boolean isUnicode;
  private long usedAt;

  MailServer(MailSettings settings) {
    this.settings = settings;
    this.session = Session.getInstance(properties(settings));
    Properties unicode = properties(settings);
    unicode.setProperty("mail.mime.allowutf8", "true");
    this.unicodeSession = Session.getInstance(unicode);
  }

  private static Properties properties(MailSettings settings) {
    String timeout = Long.toString(settings.timeout().toMillis());
    Properties all = new Properties();
    all.setProperty("mail.transport.protocol", "smtp");
    all.setProperty("mail.smtp.connectiontimeout", timeout);
    all.setProperty("mail.smtp.timeout", timeout);
    all.setProperty("mail.smtp.writetimeout", timeout);
    all.setProperty("mail.smtp.sendpartial", "true");
    all.setProperty("mail.smtp.quitwait", "false");
    all.setProperty("mail.smtp.auth", Boolean.toString(settings.login().isPresent()));
    all.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    boolean upgrades = settings.security() == Security.STARTTLS;
    all.setProperty("mail.smtp.starttls.enable", Boolean.toString(upgrades));
    all.setProperty("mail.smtp.starttls.required", Boolean.toString(upgrades));
    all.setProperty("mail.smtp.ssl.enable", Boolean.toString(settings.security() == Security.TLS));
    return all;
  }

  /**
   * What mails are made for.
   *
   * @param unicode whether addresses and headers may be in other letters than ASCII's
   */
  Session session(boolean unicode) {
    return unicode ? unicodeSession : session;
  }

  /** Whether the server takes addresses in other letters than ASCII's: SMTPUTF8. */
  synchronized boolean takesUnicode() throws MessagingException {
    beConnected(true);
    return transport instanceof SMTPTransport smtp && smtp.supportsExtension("SMTPUTF8");
  }

  /**
   * Sends one mail to these addresses. A connection on which that failed is not used again, for the
   * server may still be waiting for the rest of the text.
   *
   * @param unicode as the mail's {@link #session}
   * @throws MessagingException when it did not reach all of them
   */
  synchronized void send(MimeMessage mail, Address[] to, boolean unicode)
      throws MessagingException {
    beConnected(unicode);
    boolean sent = false;
    try {
      transport.sendMessage(mail, to);
      sent = true;
    } finally {
      if (!sent) {
        close();
      }
    }
    usedAt = System.nanoTime();
  }

  private void beConnected(boolean unicode) throws MessagingException {
    if (!isKept() || isUnicode != unicode) {
      close();
      connect(unicode);
    }
  }

  /** Asks the server whether it still is there, which costs one short question. */
  private boolean isKept() {
    return transport != null && System.nanoTime() - usedAt < KEPT && transport.isConnected();
  }

  private void connect(boolean unicode) throws MessagingException {
    Transport next = session(unicode).getTransport();
    next.connect(
        settings.host(),
        settings.port(),
        settings.login().map(MailSettings.Login::user).orElse(null),
        settings.login().map(MailSettings.Login::password).orElse(null));
    transport = next;
    isUnicode = unicode;
    usedAt = System.nanoTime();
  }

  @PreDestroy
  synchronized void close() {
    if (transport == null) {
      return;
    }
    try {
      transport.close();
    } catch (MessagingException e) {
      LOG.debug("The connection to the mail server was gone already", e);
    }
    transport = null;
  }
}
