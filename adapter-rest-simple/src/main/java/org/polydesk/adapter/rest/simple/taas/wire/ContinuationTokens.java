package org.polydesk.adapter.rest.simple.taas.wire;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.identity.out.SecretHasher;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.Violation;
import org.polydesk.domain.listing.BrowseCursor;
import org.polydesk.domain.ticket.TicketNumber;

/**
 * Texts that lead on to the next part of a list. Each is good for one desk and one question and for
 * parts of any length. Source: docs/dialects/taas.md, section "Continuation".
 */
@Singleton
public final class ContinuationTokens {
  /** The header and the member that carry one. */
  public static final String NAME = "continuationToken";

  private static final String PURPOSE = "taas continuation";
  private static final int MAC_LENGTH = 22;
  private static final char SEPARATOR = ':';

  private final SecretHasher hasher;

  ContinuationTokens(SecretHasher hasher) {
    this.hasher = hasher;
  }

  /**
   * Leads on to what comes behind {@code cursor}.
   *
   * @param question what is asked for and in which order
   */
  public String write(BrowseCursor cursor, String question, Caller caller) {
    String place = cursor.number().value() + cursor.key().map(key -> SEPARATOR + key).orElse("");
    byte[] bytes = place.getBytes(StandardCharsets.UTF_8);
    return mac(place, question, caller)
        + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /**
   * Where a token leads to.
   *
   * @throws DeskException {@code INVALID_FIELD} when it was not made here for this question
   */
  public BrowseCursor read(String token, String question, Caller caller) {
    String place = place(token);
    String expected = mac(place, question, caller);
    boolean ours =
        MessageDigest.isEqual(
            expected.getBytes(StandardCharsets.US_ASCII),
            token.substring(0, MAC_LENGTH).getBytes(StandardCharsets.UTF_8));
    if (!ours) {
      throw bad();
    }
    int end = place.indexOf(SEPARATOR);
    return end < 0
        ? new BrowseCursor(Optional.empty(), new TicketNumber(Long.parseLong(place)))
        : new BrowseCursor(
            Optional.of(place.substring(end + 1)),
            new TicketNumber(Long.parseLong(place.substring(0, end))));
  }

  private static String place(String token) {
    if (token.length() <= MAC_LENGTH) {
      throw bad();
    }
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(token.substring(MAC_LENGTH));
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw bad();
    }
  }

  private String mac(String place, String question, Caller caller) {
    String signed =
        String.join(
            "\n", PURPOSE, Long.toString(caller.desk().value()), place.length() + place, question);
    return hasher.hash(signed).substring(0, MAC_LENGTH);
  }

  private static DeskException bad() {
    return DeskException.invalid(
        Violation.refused(NAME, "The continuation token does not belong to this request."));
  }
}
