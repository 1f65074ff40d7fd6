package org.polydesk.domain.user;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.polydesk.domain.error.Texts;
import org.polydesk.domain.error.Violation;
import org.polydesk.domain.error.Violations;

/** An e-mail address, kept as it was sent; equal to others that are spelled alike. */
public final class EmailAddress {
  /** Longest address that mail can carry. Source: RFC 5321, section 4.5.3.1. */
  public static final int MAX_LENGTH = 254;

  /** The most addresses of one list. */
  public static final int MOST_IN_LIST = 100;

  private static final Pattern BETWEEN = Pattern.compile("[,;]");

  private static final Pattern FORM =
      Pattern.compile(
          "(?!\\.)[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~.-]{1,64}(?<!\\.)@[\\p{L}\\p{N}](?:[\\p{L}\\p{N}.-]*[\\p{L}\\p{N}])?");

  private final String text;

  /**
   * @param text local part, {@code @}, domain; at most 254 characters
   */
  public EmailAddress(String text) {
    this(text, violationsOf("email", text));
  }

  private EmailAddress(String text, List<Violation> violations) {
    Violations.none(violations);
    this.text = Objects.requireNonNull(text, "text");
  }

  /** An address as it is stored; earlier builds took some that are refused now. */
  public static EmailAddress restore(String text) {
    return new EmailAddress(text, List.of());
  }

  /** Local part, {@code @}, domain. */
  public String text() {
    return text;
  }

  /** What is wrong with {@code text} as the address called {@code field}; empty when nothing is. */
  public static List<Violation> violationsOf(String field, String text) {
    if (text == null || text.isBlank()) {
      return List.of(Violation.required(field));
    }
    if (text.length() > MAX_LENGTH) {
      return List.of(Violation.tooLong(field, MAX_LENGTH));
    }
    boolean wellFormed = FORM.matcher(text).matches() && !text.contains("..");
    return wellFormed ? List.of() : List.of(Violation.malformed(field, text));
  }

  /**
   * Reads addresses separated by commas or semicolons; blanks and empty places are skipped.
   *
   * @param field the name under which violations are reported
   * @param text may be {@code null}
   * @param found where what is wrong goes: each bad address, or only that there are more than
   *     {@link #MOST_IN_LIST} different ones
   * @return the good ones, in the order in which they came, without repetition
   */
  public static List<EmailAddress> parseList(String field, String text, Violations found) {
    Map<String, String> different = new LinkedHashMap<>();
    BETWEEN
        .splitAsStream(text == null ? "" : text)
        .map(String::strip)
        .filter(address -> !address.isEmpty())
        .takeWhile(address -> different.size() <= MOST_IN_LIST)
        .forEach(address -> different.putIfAbsent(Texts.folded(address), address));
    if (different.size() > MOST_IN_LIST) {
      found.add(
          Violation.refused(field, "There are more than %d addresses.".formatted(MOST_IN_LIST)));
      return List.of();
    }
    List<EmailAddress> addresses = new ArrayList<>();
    for (String address : different.values()) {
      List<Violation> wrong = violationsOf(field, address);
      found.addAll(wrong);
      if (wrong.isEmpty()) {
        addresses.add(new EmailAddress(address));
      }
    }
    return List.copyOf(addresses);
  }

  /** What stands before the {@code @}. */
  public String localPart() {
    return text.substring(0, text.lastIndexOf('@'));
  }

  /** What stands behind the {@code @}, in the form in which domains are compared. */
  public EmailDomain domain() {
    return new EmailDomain(text.substring(text.lastIndexOf('@') + 1));
  }

  /** The form in which addresses are compared and looked up. */
  public String folded() {
    return Texts.folded(text);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EmailAddress address && text.equals(address.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
