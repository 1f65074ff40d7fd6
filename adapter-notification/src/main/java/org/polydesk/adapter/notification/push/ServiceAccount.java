package org.polydesk.adapter.notification.push;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;

/**
 * The account in whose name the desk pushes, as its JSON file describes it.
 *
 * @param project the project's id
 * @param email the account's name
 * @param tokenUri where access tokens are asked for
 */
record ServiceAccount(String project, String email, URI tokenUri, PrivateKey key) {
  private static final String SCOPE = "https://www.googleapis.com/auth/firebase.messaging";
  private static final Duration LIFE = Duration.ofHours(1);

  /**
   * Reads the file.
   *
   * @throws IOException when it cannot be read or is no account's
   */
  static ServiceAccount read(Path file) throws IOException {
    JsonNode json = new ObjectMapper().readTree(Files.readString(file));
    try {
      String pem =
          json.path("private_key")
              .asText()
              .replaceAll("-----[A-Z ]+-----", "")
              .replaceAll("\\s", "");
      PrivateKey key =
          KeyFactory.getInstance("RSA")
              .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem)));
      String project = json.path("project_id").asText();
      String email = json.path("client_email").asText();
      URI tokenUri = URI.create(json.path("token_uri").asText());
      if (project.isEmpty() || email.isEmpty() || tokenUri.getHost() == null) {
        throw new IOException("members are missing");
      }
      return new ServiceAccount(project, email, tokenUri, key);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IOException("no account", e);
    }
  }

  /** A signed JWT that asks for an access token. Source: RFC 7523, section 2.1. */
  String assertion(Instant now) {
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(email)
            .claim("scope", SCOPE)
            .audience(tokenUri.toString())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(LIFE)))
            .build();
    SignedJWT jwt =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).type(JOSEObjectType.JWT).build(), claims);
    try {
      jwt.sign(new RSASSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException("every JVM signs with RSA", e);
    }
    return jwt.serialize();
  }

  /** Never shows the key. */
  @Override
  public String toString() {
    return "ServiceAccount[" + email + "]";
  }
}
