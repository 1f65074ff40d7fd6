package org.polydesk.adapter.notification.callback;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.context.annotation.Property;
import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.polydesk.application.delivery.out.Courier;
import org.polydesk.application.outbox.out.Outbox.Channel;
import org.polydesk.application.outbox.out.Outbox.Milestone;
import org.polydesk.application.ticket.out.Resolutions.Resolution;
import org.polydesk.domain.ticket.Ticket;

/**
 * Calls the address that the settings name with what became of a ticket, signed. Source:
 * docs/dialects/tikting.md, section "Callbacks".
 */
@Singleton
final class CallbackCourier implements Courier {
  private static final String ALGORITHM = "HmacSHA256";

  /** Of one length, so that texts sort as the instants do. */
  private static final DateTimeFormatter IN_MILLISECONDS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private static final int FIRST_SUCCESS = 200;
  private static final int FIRST_REDIRECT = 300;
  private static final int GONE = 410;

  private final Optional<URI> url;
  private final byte[] secret;
  private final GuardedHttp http;
  private final ObjectMapper mapper = new ObjectMapper();

  CallbackCourier(
      @Nullable @Property(name = "polydesk.tpi.url") String url,
      @Nullable @Property(name = "polydesk.tpi.secret") String secret,
      GuardedHttp http) {
    this.url = Optional.ofNullable(url).map(URI::create);
    this.secret = Optional.ofNullable(secret).orElse("").getBytes(StandardCharsets.UTF_8);
    this.http = http;
  }

  @Override
  public Channel channel() {
    return Channel.CALLBACK;
  }

  @Override
  public boolean isOn() {
    return url.isPresent();
  }

  /** What a name leads to may change, and is not asked before there is something to tell. */
  @Override
  public Optional<String> fault() {
    return url.filter(http::refuses)
        .map(
            to ->
                ("tpi.url is \"%s\", which leads to this computer or a private network;"
                        + " tpi.allow-private forbids that.")
                    .formatted(to));
  }

  @Override
  public Outcome deliver(Letter letter) {
    byte[] body = body(letter);
    try {
      int status =
          http.post(
              url.orElseThrow(),
              Map.of(
                  "Content-Type",
                  "application/json; charset=utf-8",
                  "User-Agent",
                  "Polydesk",
                  "X-TPI-Signature",
                  "sha256=" + signature(body),
                  "X-TPI-Delivery",
                  letter.message().deliveryId().toString(),
                  "X-TPI-Occurred",
                  IN_MILLISECONDS.format(letter.message().createdAt())),
              body);
      if (status >= FIRST_SUCCESS && status < FIRST_REDIRECT) {
        return Delivered.WHOLLY;
      }
      String reason = "The receiver answered with %d.".formatted(status);
      return status == GONE ? new Never(reason) : new Later(reason);
    } catch (RefusedAddressException e) {
      return new Later(e.getMessage());
    } catch (IOException e) {
      return new Later("The receiver cannot be reached, or broke off.");
    }
  }

  private byte[] body(Letter letter) {
    Ticket ticket = letter.ticket();
    Milestone milestone = letter.message().milestone().orElseGet(() -> asItIs(letter));
    ObjectNode body =
        JsonNodeFactory.instance
            .objectNode()
            .put("event", letter.message().event().name().toLowerCase(Locale.ROOT))
            .put("ticketId", ticket.number().value())
            .put("guid", ticket.guid().toString())
            .put("status", milestone.status())
            .put(
                "resolvedOn",
                milestone
                    .resolvedAt()
                    .map(at -> at.truncatedTo(ChronoUnit.SECONDS).toString())
                    .orElse(null))
            .put("resolvedBy", milestone.resolvedBy().map(Object::toString).orElse(null))
            .put("details", milestone.details().orElse(null));
    try {
      return mapper.writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a body that cannot be written", e);
    }
  }

  /** What messages tell that were written before they kept it. */
  private static Milestone asItIs(Letter letter) {
    return new Milestone(
        letter.ticket().lifecycle().status().name(),
        letter.ticket().lifecycle().resolvedAt(),
        letter.resolution().map(Resolution::by),
        letter.resolution().map(Resolution::details));
  }

  private String signature(byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret, ALGORITHM));
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JVM has " + ALGORITHM, e);
    }
  }
}
