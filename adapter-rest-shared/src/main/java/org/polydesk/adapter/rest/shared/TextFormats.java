package org.polydesk.adapter.rest.shared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;
import org.jsoup.parser.Tag;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;
import org.polydesk.domain.conversation.Body;
import org.polydesk.domain.conversation.Body.Format;

/**
 * Reads texts that may be plain or HTML and shows texts in fields that are the one or the other.
 * What is plain is kept byte for byte, and so is HTML that is harmless as it stands.
 */
public final class TextFormats {
  private static final Pattern TAG = Pattern.compile("</?([a-zA-Z][a-zA-Z0-9]*)(?:[\\s/][^<>]*)?>");
  private static final Pattern COULD_BE_TAG = Pattern.compile("<[a-zA-Z/!?]");

  /** Relative links are kept as they are; they need some base to be judged against. */
  private static final String BASE = "https://desk.invalid/";

  private static final Cleaner CLEANER =
      new Cleaner(
          Safelist.relaxed()
              .addTags("hr", "s", "del", "ins", "kbd", "samp", "var", "abbr", "mark", "figure")
              .addAttributes("a", "target", "rel")
              .addProtocols("img", "src", "cid")
              .preserveRelativeLinks(true));

  /**
   * Elements and attributes of one text together. Nobody writes more, but a few hundred kilobytes
   * can be read as millions: an element that is not closed is repeated in every paragraph.
   */
  private static final int MOST_PIECES = 50_000;

  /** Beginnings of tags and comments: each comment and each text between two is a piece as well. */
  private static final int MOST_MARKS = 150_000;

  private TextFormats() {}

  /** A text from a field that carries either: HTML when a known element's tag is in it. */
  public static Body eitherFormat(String text) {
    return hasKnownTag(text) ? html(text) : Body.plain(text);
  }

  /**
   * A text from a field that carries HTML: what is not allowed in it is taken out, and what has
   * more pieces than a text can have is plain.
   */
  public static Body html(String text) {
    if (text.chars().filter(c -> c == '<').count() > MOST_MARKS) {
      return Body.plain(text);
    }
    Document read = Document.createShell(BASE);
    Parser html = Parser.htmlParser().setTrackErrors(1);
    try (StreamParser parser = new StreamParser(html)) {
      if (hasTooManyPieces(parser.parseFragment(text, read.body(), BASE).iterator())) {
        return Body.plain(text);
      }
      read.body().insertChildren(0, parser.completeFragment());
    } catch (IOException e) {
      throw new UncheckedIOException("a text is no stream", e);
    }
    if (html.getErrors().isEmpty() && CLEANER.isValid(read)) {
      return Body.html(text);
    }
    Document clean = CLEANER.clean(read);
    clean.outputSettings().prettyPrint(false);
    return Body.html(clean.body().html());
  }

  private static boolean hasTooManyPieces(Iterator<Element> elements) {
    int pieces = 0;
    while (pieces <= MOST_PIECES && elements.hasNext()) {
      pieces += 1 + elements.next().attributesSize();
    }
    return pieces > MOST_PIECES;
  }

  /** The text for a field that clients show as HTML. */
  public static String forHtmlField(Body body) {
    boolean escaped = body.format() == Format.PLAIN && COULD_BE_TAG.matcher(body.text()).find();
    return escaped ? escape(body.text()) : body.text();
  }

  /** The text for a field that clients show as it is. */
  public static String forPlainField(Body body) {
    return body.format() == Format.PLAIN
        ? body.text()
        : Parser.htmlParser().parseInput(body.text(), BASE).wholeText();
  }

  private static boolean hasKnownTag(String text) {
    Matcher tags = TAG.matcher(text);
    while (tags.find()) {
      if (Tag.isKnownTag(tags.group(1).toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
