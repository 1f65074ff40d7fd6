package org.polydesk.adapter.rest.simple.helpdesk.identity;

import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.polydesk.adapter.rest.shared.DialectAuthentication;
import org.polydesk.adapter.rest.shared.Origins;
import org.polydesk.adapter.rest.simple.helpdesk.wire.HelpdeskDialect;
import org.polydesk.application.catalogue.in.ReadCatalogueUseCase;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.identity.in.PasswordDoorUseCase;
import org.polydesk.application.identity.in.RecogniseUseCase;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.user.User;

/**
 * Recognises callers by name and password or by a bearer token, stored or personal. Wrong passwords
 * lock an address out; tokens go on working. Source: docs/dialects/helpdesk.md, section
 * "Credentials".
 */
@Singleton
final class HelpdeskAuthentication implements DialectAuthentication {
  private static final String BASIC = "Basic ";
  private static final String BEARER = "Bearer ";

  private final PasswordDoorUseCase passwords;
  private final RecogniseUseCase recognise;
  private final PersonalTokens tokens;
  private final Origins origins;
  private final ReadCatalogueUseCase catalogue;
  private final boolean locksOut;

  HelpdeskAuthentication(
      PasswordDoorUseCase passwords,
      RecogniseUseCase recognise,
      PersonalTokens tokens,
      Origins origins,
      ReadCatalogueUseCase catalogue,
      @Property(name = "polydesk.limits.enabled", defaultValue = "true") boolean locksOut) {
    this.passwords = passwords;
    this.recognise = recognise;
    this.tokens = tokens;
    this.origins = origins;
    this.catalogue = catalogue;
    this.locksOut = locksOut;
  }

  @Override
  public String dialect() {
    return HelpdeskDialect.NAME;
  }

  @Override
  public Optional<Caller> authenticate(HttpRequest<?> request) {
    String header = request.getHeaders().get(HttpHeaders.AUTHORIZATION);
    if (header == null || startsWith(header, BASIC) && isForeignForm(request)) {
      return Optional.empty();
    }
    Optional<User> user =
        startsWith(header, BASIC)
            ? byPassword(header.substring(BASIC.length()).strip(), request)
            : startsWith(header, BEARER)
                ? byToken(header.substring(BEARER.length()).strip())
                : Optional.empty();
    return Optional.of(
        user.map(one -> HelpdeskCallers.of(one, catalogue.settingsOf(one.desk())))
            .orElseThrow(
                () -> DeskException.notSignedIn("The user name, password or token is wrong.")));
  }

  /**
   * Whether a page of another site had the browser send this, which adds the password that it
   * remembers. Scripts that name a password themselves have to ask first, which is another mode.
   */
  private static boolean isForeignForm(HttpRequest<?> request) {
    return !request.getMethod().equals(HttpMethod.GET)
        && "cross-site".equalsIgnoreCase(request.getHeaders().get("Sec-Fetch-Site"))
        && !"cors".equalsIgnoreCase(request.getHeaders().get("Sec-Fetch-Mode"));
  }

  private Optional<User> byToken(String token) {
    return tokens.verify(token).or(() -> recognise.byToken(token));
  }

  private Optional<User> byPassword(String encoded, HttpRequest<?> request) {
    Optional<String> address =
        locksOut ? Optional.of(origins.clientAddress(request)) : Optional.empty();
    String pair = decoded(encoded).orElse("");
    int colon = pair.indexOf(':');
    String name = colon < 0 ? "" : pair.substring(0, colon);
    return passwords.open(withoutDomain(name), pair.substring(colon + 1), address);
  }

  /** What stands after the back slash of {@code DOMAIN\\name}. */
  private static String withoutDomain(String name) {
    return name.substring(name.lastIndexOf('\\') + 1);
  }

  private static Optional<String> decoded(String encoded) {
    try {
      byte[] bytes = Base64.getDecoder().decode(encoded);
      try {
        return Optional.of(
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
      } catch (CharacterCodingException e) {
        return Optional.of(new String(bytes, StandardCharsets.ISO_8859_1));
      }
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean startsWith(String header, String scheme) {
    return header.regionMatches(true, 0, scheme, 0, scheme.length());
  }
}
