package org.polydesk.adapter.notification.mail;

import io.micronaut.context.annotation.Property;
import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.polydesk.domain.user.EmailAddress;

/** How mail is sent; off while no host is named. */
@Singleton
final class MailSettings {
  private final Optional<String> host;
  private final int port;
  private final Security security;
  private final Optional<Login> login;
  private final String from;
  private final String replyTo;
  private final String senderName;
  private final Duration timeout;
  private final Optional<Path> templates;
  private final long largestFiles;
  private final Optional<String> baseUrl;

  /** How the connection is protected. */
  enum Security {
    /** Plain at first, then TLS, without which nothing is sent. */
    STARTTLS,
    /** TLS from the beginning. */
    TLS,
    NONE
  }

  /** Who sends. */
  record Login(String user, String password) {
    /** Without the password. */
    @Override
    public String toString() {
      return "Login[" + user + "]";
    }
  }

  MailSettings(
      @Nullable @Property(name = "polydesk.mail.host") String host,
      @Property(name = "polydesk.mail.port", defaultValue = "587") int port,
      @Property(name = "polydesk.mail.security", defaultValue = "starttls") String security,
      @Nullable @Property(name = "polydesk.mail.user") String user,
      @Nullable @Property(name = "polydesk.mail.password") String password,
      @Nullable @Property(name = "polydesk.mail.from") String from,
      @Nullable @Property(name = "polydesk.mail.reply-to") String replyTo,
      @Property(name = "polydesk.mail.sender-name", defaultValue = "Help desk") String senderName,
      @Property(name = "polydesk.mail.timeout-seconds", defaultValue = "20") int timeout,
      @Nullable @Property(name = "polydesk.mail.templates") String templates,
      @Property(name = "polydesk.mail.max-file-bytes", defaultValue = "20000000") long largestFiles,
      @Nullable @Property(name = "polydesk.public-base-url") String baseUrl) {
    this.host = Optional.ofNullable(host);
    this.port = port;
    this.security = Security.valueOf(security.toUpperCase(Locale.ROOT));
    this.login =
        Optional.ofNullable(user)
            .map(name -> new Login(name, Optional.ofNullable(password).orElse("")));
    this.from = Optional.ofNullable(from).map(MailSettings::onTheWire).orElse("");
    this.replyTo = Optional.ofNullable(replyTo).map(MailSettings::onTheWire).orElse(this.from);
    this.senderName = senderName;
    this.timeout = Duration.ofSeconds(timeout);
    this.templates = Optional.ofNullable(templates).map(Path::of);
    this.largestFiles = largestFiles;
    this.baseUrl = Optional.ofNullable(baseUrl);
  }

  private static String onTheWire(String address) {
    return WireAddress.of(EmailAddress.restore(address)).map(WireAddress::text).orElse(address);
  }

  /** What is wrong with the desk's own addresses; empty when nothing is. */
  Optional<String> fault() {
    return fault("mail.from", from).or(() -> fault("mail.reply-to", replyTo));
  }

  private static Optional<String> fault(String name, String address) {
    return WireAddress.of(EmailAddress.restore(address)).filter(WireAddress::isAscii).isPresent()
        ? Optional.empty()
        : Optional.of("%s is %s, which not every mail can carry.".formatted(name, address));
  }

  boolean isOn() {
    return host.isPresent();
  }

  String host() {
    return host.orElseThrow();
  }

  int port() {
    return port;
  }

  Security security() {
    return security;
  }

  Optional<Login> login() {
    return login;
  }

  /** The desk's own address. */
  String from() {
    return from;
  }

  /** The address that answers go to, before the ticket's reference is added to it. */
  String replyTo() {
    return replyTo;
  }

  String senderName() {
    return senderName;
  }

  /** How long each step of the talk may take. */
  Duration timeout() {
    return timeout;
  }

  /** Where templates of the operator's own are looked for first. */
  Optional<Path> templates() {
    return templates;
  }

  /** How many bytes of files go with one mail; what does not fit is named only. */
  long largestFiles() {
    return largestFiles;
  }

  /** Under which address people reach the desk. */
  Optional<String> baseUrl() {
    return baseUrl;
  }

  /** What stands behind the at sign of the desk's own address. */
  String domain() {
    return from.substring(from.indexOf('@') + 1);
  }
}
