package org.polydesk.domain.user;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.polydesk.domain.error.Texts;
import org.polydesk.domain.error.Violation;
import org.polydesk.domain.error.Violations;

/**
 * The part of addresses that all people of a company share.
 *
 * @param text letters, digits, dots and hyphens, at most 254 characters, without an {@code @}; kept
 *     in the form in which domains are compared
 */
public record EmailDomain(String text) implements Comparable<EmailDomain> {
  /** The most domains of one list. */
  public static final int MOST_IN_LIST = 100;

  private static final int MAX_LENGTH = 254;

  private static final Pattern BETWEEN = Pattern.compile("[,;\\s]+");

  private static final Pattern FORM =
      Pattern.compile("[\\p{L}\\p{N}](?:[\\p{L}\\p{N}.-]*[\\p{L}\\p{N}])?");

  public EmailDomain {
    Violations.none(violationsOf("emailDomain", text));
    text = Texts.folded(text);
  }

  private static List<Violation> violationsOf(String field, String text) {
    if (text.length() > MAX_LENGTH) {
      return List.of(Violation.tooLong(field, MAX_LENGTH));
    }
    return FORM.matcher(text).matches() && !text.contains("..")
        ? List.of()
        : List.of(Violation.malformed(field, text));
  }

  /**
   * Reads domains separated by semicolons, commas or blanks, each perhaps with an {@code @} before
   * it.
   *
   * @param field the name under which violations are reported
   * @param found where what is wrong goes: each bad domain, or only that there are more than {@link
   *     #MOST_IN_LIST} different ones
   * @return the good ones in their order, without repetition
   */
  public static Set<EmailDomain> parseList(String field, String text, Violations found) {
    Set<String> different = new LinkedHashSet<>();
    BETWEEN
        .splitAsStream(text)
        .map(part -> part.startsWith("@") ? part.substring(1) : part)
        .filter(domain -> !domain.isEmpty())
        .takeWhile(domain -> different.size() <= MOST_IN_LIST)
        .forEach(domain -> different.add(Texts.folded(domain)));
    if (different.size() > MOST_IN_LIST) {
      found.add(
          Violation.refused(field, "There are more than %d domains.".formatted(MOST_IN_LIST)));
      return Set.of();
    }
    Set<EmailDomain> domains = new TreeSet<>();
    for (String domain : different) {
      List<Violation> wrong = violationsOf(field, domain);
      found.addAll(wrong);
      if (wrong.isEmpty()) {
        domains.add(new EmailDomain(domain));
      }
    }
    return domains;
  }

  @Override
  public int compareTo(EmailDomain other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
