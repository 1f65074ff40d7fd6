package org.polydesk.domain.user;

import java.util.List;
import java.util.Objects;
import org.polydesk.domain.error.Violation;
import org.polydesk.domain.error.Violations;

/**
 * What the desk keeps of a person beside what it needs to let him in; each is kept as it was sent.
 *
 * @param phone at most 255 characters, empty for none
 * @param location where he is found, at most 255 characters, empty for none
 * @param notes what those who work on tickets know of him, at most 100 000 characters
 * @param greeting what his answers begin with, at most 1000 characters
 * @param signature what his answers end with, at most 100 000 characters
 */
public record UserDetails(
    String phone, String location, String notes, String greeting, String signature) {
  /** Somebody of whom nothing more is known. */
  public static final UserDetails NONE = new UserDetails("", "", "", "", "");

  private static final int LINE = 255;
  private static final int LINES = 1000;
  private static final int TEXT = 100_000;

  public UserDetails {
    Objects.requireNonNull(phone, "phone");
    Objects.requireNonNull(location, "location");
    Objects.requireNonNull(notes, "notes");
    Objects.requireNonNull(greeting, "greeting");
    Objects.requireNonNull(signature, "signature");
    Violations.none(violationsOf(phone, location, notes, greeting, signature));
  }

  /** What is wrong with these texts as somebody's details; empty when nothing is. */
  public static List<Violation> violationsOf(
      String phone, String location, String notes, String greeting, String signature) {
    return new Violations()
        .addAll(violationsOf("phone", phone, LINE))
        .addAll(violationsOf("location", location, LINE))
        .addAll(violationsOf("notes", notes, TEXT))
        .addAll(violationsOf("greeting", greeting, LINES))
        .addAll(violationsOf("signature", signature, TEXT))
        .toList();
  }

  private static List<Violation> violationsOf(String field, String text, int limit) {
    return Violations.of(field).atMost(limit, text).storable(text).toList();
  }
}
