package org.polydesk.adapter.notification.mail;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.polydesk.application.delivery.out.Courier.Letter;
import org.polydesk.application.delivery.out.Courier.Recipient;
import org.polydesk.application.outbox.out.Outbox.Event;
import org.polydesk.application.shared.SystemZone;
import org.polydesk.application.ticket.CloseLinks;
import org.polydesk.domain.attachment.Attachment;
import org.polydesk.domain.catalogue.CatalogueList;
import org.polydesk.domain.catalogue.CatalogueRow;
import org.polydesk.domain.conversation.Body;
import org.polydesk.domain.conversation.Body.Format;
import org.polydesk.domain.conversation.Entry;
import org.polydesk.domain.ticket.Ticket;
import org.polydesk.domain.user.User;
import org.polydesk.domain.user.UserPreferences;

/**
 * What the templates of a mail are filled with, in the language and the zone of the first of its
 * recipients who has an account.
 */
@Singleton
final class MailWords {
  private final MailTexts texts;
  private final CloseLinks closeLinks;
  private final MailSettings settings;
  private final SystemZone systemZone;

  MailWords(MailTexts texts, CloseLinks closeLinks, MailSettings settings, SystemZone systemZone) {
    this.systemZone = systemZone;
    this.texts = texts;
    this.closeLinks = closeLinks;
    this.settings = settings;
  }

  /** A line of the table below the headline. */
  public record Fact(String name, String value) {}

  Map<String, Object> of(Letter letter, List<Attachment> attached) {
    Ticket ticket = letter.ticket();
    Optional<UserPreferences> preferences =
        letter.to().stream().map(Recipient::preferences).flatMap(Optional::stream).findFirst();
    Locale language = preferences.map(UserPreferences::language).orElse(Locale.ENGLISH);
    Body body = body(letter);
    Map<String, Object> values = new HashMap<>();
    values.put("language", language.getLanguage());
    values.put(
        "headline",
        texts.sentence(
            language,
            "headline." + letter.message().event(),
            author(letter, language),
            ticket.number().toString()));
    values.put("number", ticket.number().toString());
    values.put("subject", oneLine(ticket.subject().text()));
    values.put("facts", facts(letter, language, zone(preferences)));
    values.put("text", text(body));
    values.put("html", body.format() == Format.HTML ? body.text() : "");
    values.put("filesHeadline", texts.sentence(language, "files"));
    values.put("files", files(letter, attached, language));
    values.put("closeLink", closeLink(letter).orElse(null));
    values.put("closeHint", texts.sentence(language, "close.hint"));
    values.put("closeLabel", texts.sentence(language, "close.label"));
    values.put("footer", texts.sentence(language, "footer", "", ticket.number().toString()));
    return values;
  }

  /** What headers and headlines have to be, whatever people write into them. */
  static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ").strip();
  }

  private ZoneId zone(Optional<UserPreferences> preferences) {
    return preferences.map(UserPreferences::zone).orElse(systemZone.zone());
  }

  private String author(Letter letter, Locale language) {
    return letter
        .author()
        .map(User::displayName)
        .filter(name -> !name.isBlank())
        .orElseGet(() -> texts.sentence(language, "somebody"));
  }

  /** What was said; where nothing was, what the ticket is about. */
  private static Body body(Letter letter) {
    Optional<Body> said = letter.entry().map(Entry::body).filter(one -> !one.text().isBlank());
    return letter.message().event() == Event.CLOSED
        ? said.orElse(Body.plain(""))
        : said.orElse(letter.description());
  }

  private static String text(Body body) {
    if (body.format() == Format.PLAIN) {
      return body.text();
    }
    Document document = Jsoup.parse(body.text());
    document.outputSettings().prettyPrint(false);
    document.select("br").forEach(line -> line.after("\n"));
    document.select("p, div, li, tr, h1, h2, h3, h4, h5, h6, pre").forEach(e -> e.append("\n"));
    return document.wholeText().strip();
  }

  private List<Fact> facts(Letter letter, Locale language, ZoneId zone) {
    Ticket ticket = letter.ticket();
    List<Fact> facts = new ArrayList<>();
    facts.add(fact(language, "status", ticket.lifecycle().status().name()));
    letter
        .setup()
        .catalogue()
        .row(CatalogueList.PRIORITY, ticket.classification().priorityId())
        .map(CatalogueRow::name)
        .ifPresent(name -> facts.add(fact(language, "priority", name)));
    facts.add(fact(language, "opened", date(ticket.lifecycle().openedAt(), language, zone)));
    ticket
        .due()
        .shownAt()
        .filter(due -> !ticket.lifecycle().status().type().isDone())
        .ifPresent(due -> facts.add(fact(language, "due", date(due, language, zone))));
    return facts;
  }

  private Fact fact(Locale language, String name, String value) {
    return new Fact(texts.sentence(language, "fact." + name), value);
  }

  private static String date(Instant at, Locale language, ZoneId zone) {
    String written =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(language)
            .format(at.atZone(zone));
    return "%s (%s)".formatted(written, zone.getId().equals("Z") ? "UTC" : zone.getId());
  }

  private List<String> files(Letter letter, List<Attachment> attached, Locale language) {
    return letter.files().stream()
        .map(
            file ->
                texts.sentence(
                    language,
                    file.isLink() || attached.contains(file) || !goAlong(letter)
                        ? "file.attached"
                        : "file.kept",
                    file.link().orElse(file.name().text())))
        .toList();
  }

  private static boolean goAlong(Letter letter) {
    return letter.message().event() == Event.FORWARDED || letter.message().event() == Event.REPLIED;
  }

  private Optional<String> closeLink(Letter letter) {
    return letter.message().event() == Event.RESOLVED
        ? settings
            .baseUrl()
            .flatMap(
                base ->
                    closeLinks
                        .tokenFor(letter.ticket(), letter.message().createdAt())
                        .map(token -> base + "/close/" + token))
        : Optional.empty();
  }
}
