package org.polydesk.adapter.rest.tikting.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.polydesk.domain.user.Permission;
import org.polydesk.domain.user.User;
import org.polydesk.domain.user.UserId;
import org.polydesk.domain.user.Uuids;

/**
 * The dialect's bearer tokens: JSON Web Tokens, HS256, good for a number of days. What they say
 * about permissions is for people to read; what counts is read from the store. Source:
 * docs/dialects/tikting.md, section "Tokens".
 */
@Singleton
final class TiktingTokens {
  private static final String ISSUER = "polydesk";
  private static final String AUDIENCE = "tikting";
  private static final int MOST_REMEMBERED = 10_000;

  /** The library would write the members in an order of its own. */
  private static final JWSHeader HEADER = header("{\"alg\":\"HS256\",\"typ\":\"JWT\"}");

  private final JWSSigner signer;
  private final JWSVerifier verifier;
  private final Duration lifetime;
  private final Clock clock;

  /** Tokens that were found genuine once: what they prove does not change, only the time does. */
  private final Map<String, Genuine> remembered = new ConcurrentHashMap<>();

  /**
   * @param key 32 bytes or more in base 64
   * @param days how long a token is good for
   */
  TiktingTokens(
      @Property(name = "polydesk.jwt.key") String key,
      @Property(name = "polydesk.auth.token-days", defaultValue = "7") int days,
      Clock clock)
      throws JOSEException {
    byte[] secret = Base64.getDecoder().decode(key);
    this.signer = new MACSigner(secret);
    this.verifier = new MACVerifier(secret);
    this.lifetime = Duration.ofDays(days);
    this.clock = clock;
  }

  /** What a good token proves. */
  record Proof(UserId user, UUID securityStamp) {}

  private record Genuine(Proof proof, Instant expiresAt) {}

  /** A token for {@code user} from now on. */
  String issue(User user) {
    Instant now = clock.instant();
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .subject(user.id().toString())
            .claim("unique_name", user.userName().orElse(""))
            .claim("role", RoleNames.of(user.role()))
            .jwtID(UUID.randomUUID().toString())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(lifetime)))
            .issuer(ISSUER)
            .audience(AUDIENCE)
            .claim("sst", user.securityStamp().toString())
            .claim("permission", permissions(user))
            .build();
    SignedJWT token = new SignedJWT(HEADER, claims);
    try {
      token.sign(signer);
    } catch (JOSEException e) {
      throw new IllegalStateException("the signing key does not sign", e);
    }
    return token.serialize();
  }

  /** What the token proves; empty when it is malformed, forged, foreign or expired. */
  Optional<Proof> verify(String token) {
    Instant now = clock.instant();
    return Optional.ofNullable(remembered.get(token))
        .or(() -> genuine(token))
        .filter(found -> now.isBefore(found.expiresAt))
        .map(Genuine::proof);
  }

  private Optional<Genuine> genuine(String token) {
    try {
      SignedJWT jwt = SignedJWT.parse(token);
      boolean genuine =
          JWSAlgorithm.HS256.equals(jwt.getHeader().getAlgorithm()) && jwt.verify(verifier);
      Optional<Genuine> found = genuine ? read(jwt.getJWTClaimsSet()) : Optional.empty();
      found.ifPresent(known -> remember(token, known));
      return found;
    } catch (ParseException | JOSEException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private void remember(String token, Genuine known) {
    if (remembered.size() >= MOST_REMEMBERED) {
      remembered.clear();
    }
    remembered.put(token, known);
  }

  private static Optional<Genuine> read(JWTClaimsSet claims) {
    Date expires = claims.getExpirationTime();
    boolean ours =
        ISSUER.equals(claims.getIssuer()) && List.of(AUDIENCE).equals(claims.getAudience());
    if (!ours || expires == null) {
      return Optional.empty();
    }
    return UserId.parse(claims.getSubject())
        .flatMap(
            user ->
                Uuids.parse(String.valueOf(claims.getClaim("sst")))
                    .map(stamp -> new Genuine(new Proof(user, stamp), expires.toInstant())));
  }

  private static List<String> permissions(User user) {
    return user.permissions().stream().sorted().map(TiktingTokens::nameOf).toList();
  }

  private static String nameOf(Permission permission) {
    return switch (permission) {
      case CREATE -> "Tickets.Create";
      case UPDATE -> "Tickets.Update";
      case FORWARD -> "Tickets.Forward";
      case REPLY -> "Tickets.Reply";
      case CLOSE -> "Tickets.Close";
      case RESOLVE -> "Tickets.Resolve";
      case PICKUP -> "Tickets.Pickup";
      case DELETE -> "Tickets.Delete";
      case ONLY_PRIVATE -> "Tickets.OnlyPrivate";
    };
  }

  private static JWSHeader header(String json) {
    try {
      return JWSHeader.parse(Base64URL.encode(json));
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }
}
