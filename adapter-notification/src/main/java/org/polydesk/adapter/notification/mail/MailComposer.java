package org.polydesk.adapter.notification.mail;

import jakarta.activation.DataHandler;
import jakarta.inject.Singleton;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.polydesk.adapter.notification.mail.Addressees.Addressee;
import org.polydesk.application.attachment.out.BlobStore;
import org.polydesk.application.delivery.out.Courier.Letter;
import org.polydesk.application.outbox.out.Outbox.Event;
import org.polydesk.domain.attachment.Attachment;
import org.polydesk.domain.conversation.Entry;
import org.polydesk.domain.conversation.Recipients;
import org.polydesk.domain.ticket.Ticket;
import org.polydesk.domain.user.EmailAddress;
import org.polydesk.domain.user.User;

/**
 * Writes mails: text and HTML, files with what is forwarded or answered, and the headers by which
 * programs put a ticket's mails together and know that no person wrote them.
 */
@Singleton
final class MailComposer {
  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  private final MailSettings settings;
  private final MailWords words;
  private final MailTexts texts;
  private final BlobStore blobs;

  MailComposer(MailSettings settings, MailWords words, MailTexts texts, BlobStore blobs) {
    this.settings = settings;
    this.words = words;
    this.texts = texts;
    this.blobs = blobs;
  }

  /** A mail whose {@code Message-ID} is the delivery's, so that repetitions can be told. */
  private static final class DeskMail extends MimeMessage {
    private final String id;

    DeskMail(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }

  MimeMessage compose(Letter letter, Addressees to, Session session) throws MessagingException {
    Ticket ticket = letter.ticket();
    DeskMail mail =
        new DeskMail(
            session, "<%s@%s>".formatted(letter.message().deliveryId(), settings.domain()));
    mail.setFrom(named(settings.from(), settings.senderName()));
    mail.setReplyTo(new InternetAddress[] {named(replyTo(ticket), settings.senderName())});
    address(mail, letter, to);
    mail.setSubject(subject(letter), UTF_8);
    mail.setSentDate(Date.from(letter.message().createdAt()));
    String thread = "<ticket-%s@%s>".formatted(ticket.guid(), settings.domain());
    mail.setHeader("In-Reply-To", thread);
    mail.setHeader("References", thread);
    mail.setHeader("Auto-Submitted", "auto-generated");
    mail.setHeader("X-Auto-Response-Suppress", "All");
    mail.setHeader("X-Polydesk-Ticket", ticket.number().toString());
    mail.setHeader("X-Polydesk-Event", letter.message().event().name());
    mail.setContent(content(letter));
    mail.saveChanges();
    return mail;
  }

  private static InternetAddress named(String address, String name) throws MessagingException {
    InternetAddress named = new InternetAddress(address, true);
    try {
      named.setPersonal(MailWords.oneLine(name), UTF_8);
    } catch (java.io.UnsupportedEncodingException e) {
      throw new IllegalStateException("UTF-8 is always there", e);
    }
    return named;
  }

  /** What is answered or forwarded has the subject that its writer chose, if he chose one. */
  private static String subject(Letter letter) {
    Ticket ticket = letter.ticket();
    Event event = letter.message().event();
    return letter
        .entry()
        .filter(entry -> event == Event.REPLIED || event == Event.FORWARDED)
        .flatMap(Entry::subject)
        .map(MailWords::oneLine)
        .orElseGet(
            () ->
                "[#%s] %s".formatted(ticket.number(), MailWords.oneLine(ticket.subject().text())));
  }

  /** The ticket's reference in the address, so that an answer can be put where it belongs. */
  private String replyTo(Ticket ticket) {
    String address = settings.replyTo();
    int at = address.indexOf('@');
    return "%s+%s.%s%s"
        .formatted(
            address.substring(0, at),
            ticket.desk().value(),
            ticket.number(),
            address.substring(at));
  }

  /** Copies are told from the others where the entry does; who is in both lists gets no copy. */
  private static void address(MimeMessage mail, Letter letter, Addressees to)
      throws MessagingException {
    Recipients said = letter.entry().map(Entry::recipients).orElse(Recipients.NONE);
    Set<String> copies = folded(said.cc());
    copies.removeAll(folded(said.to()));
    for (Addressee one : to.all()) {
      Optional<User> user = one.recipient().user();
      boolean copy =
          user.isEmpty()
              && (copies.contains(one.address().whom().folded())
                  || letter.message().toUser().isPresent());
      mail.addRecipient(
          copy ? RecipientType.CC : RecipientType.TO,
          user.isPresent()
              ? named(one.address().text(), user.get().displayName())
              : one.address().toInternet());
    }
  }

  private static Set<String> folded(List<EmailAddress> addresses) {
    return addresses.stream().map(EmailAddress::folded).collect(Collectors.toSet());
  }

  private MimeMultipart content(Letter letter) throws MessagingException {
    List<Attachment> attached = attached(letter);
    Map<String, Object> values = words.of(letter, attached);
    MimeMultipart alternatives = new MimeMultipart("alternative");
    alternatives.addBodyPart(text(texts.plain(values), "plain"));
    alternatives.addBodyPart(text(texts.html(values), "html"));
    if (attached.isEmpty()) {
      return alternatives;
    }
    MimeMultipart all = new MimeMultipart("mixed");
    MimeBodyPart body = new MimeBodyPart();
    body.setContent(alternatives);
    all.addBodyPart(body);
    for (Attachment file : attached) {
      all.addBodyPart(part(file));
    }
    return all;
  }

  private static MimeBodyPart text(String text, String subtype) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setText(text, UTF_8, subtype);
    return part;
  }

  private MimeBodyPart part(Attachment file) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setDataHandler(new DataHandler(new FileSource(file, blobs)));
    part.setFileName(file.name().text());
    part.setDisposition(MimeBodyPart.ATTACHMENT);
    part.setHeader("Content-Transfer-Encoding", "base64");
    return part;
  }

  /** The files that go along, as many as fit. */
  private List<Attachment> attached(Letter letter) {
    Event event = letter.message().event();
    if (event != Event.FORWARDED && event != Event.REPLIED) {
      return List.of();
    }
    List<Attachment> attached = new ArrayList<>();
    long room = settings.largestFiles();
    for (Attachment file : letter.files()) {
      if (!file.isLink() && file.size() <= room) {
        attached.add(file);
        room -= file.size();
      }
    }
    return attached;
  }
}
