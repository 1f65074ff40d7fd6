package org.polydesk.application.ticket;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.polydesk.application.identity.out.SecretHasher;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.ticket.StatusType;
import org.polydesk.domain.ticket.Ticket;
import org.polydesk.domain.ticket.TicketNumber;

/**
 * Makes and reads the tokens by which a requester closes a resolved ticket. A token is signed and
 * says which ticket, how often it had been reopened by then, and until when it is good; stored
 * nowhere, it is used up with the resolution it belongs to.
 */
@Singleton
public final class CloseLinks {
  private static final Duration GOOD_FOR = Duration.ofDays(14);
  private static final Pattern SHAPE =
      Pattern.compile(
          "([0-9]{1,18})\\.([0-9]{1,18})\\.([0-9]{1,9})\\.([0-9]{1,12})\\.([\\w-]{1,64})");

  private final SecretHasher hasher;

  @Inject
  public CloseLinks(SecretHasher hasher) {
    this.hasher = hasher;
  }

  /**
   * What a token is good for.
   *
   * @param reopenCount how often the ticket had been reopened when the token was made
   */
  record Offer(DeskId desk, TicketNumber ticket, int reopenCount, Instant until) {}

  /**
   * A token for a ticket that is resolved, good for 14 days; empty for any other ticket.
   *
   * @param from when the 14 days begin
   */
  public Optional<String> tokenFor(Ticket ticket, Instant from) {
    if (ticket.lifecycle().status().type() != StatusType.RESOLVED) {
      return Optional.empty();
    }
    String offer =
        "%d.%s.%d.%d"
            .formatted(
                ticket.desk().value(),
                ticket.number(),
                ticket.lifecycle().reopenCount(),
                from.plus(GOOD_FOR).getEpochSecond());
    return Optional.of(offer + "." + signature(offer));
  }

  private String signature(String offer) {
    return hasher.hash("close " + offer);
  }

  /** What {@code token} is good for by {@code now}; empty when it was not made here or is over. */
  Optional<Offer> read(String token, Instant now) {
    Matcher parts = SHAPE.matcher(token);
    if (!parts.matches()) {
      return Optional.empty();
    }
    byte[] due =
        signature(token.substring(0, token.lastIndexOf('.'))).getBytes(StandardCharsets.UTF_8);
    byte[] given = parts.group(5).getBytes(StandardCharsets.UTF_8);
    if (!MessageDigest.isEqual(due, given)) {
      return Optional.empty();
    }
    try {
      Offer offer =
          new Offer(
              new DeskId(Long.parseLong(parts.group(1))),
              new TicketNumber(Long.parseLong(parts.group(2))),
              Integer.parseInt(parts.group(3)),
              Instant.ofEpochSecond(Long.parseLong(parts.group(4))));
      return Optional.of(offer).filter(found -> now.isBefore(found.until()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
