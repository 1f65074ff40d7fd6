package org.polydesk.adapter.rest.simple.taas.wire;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.polydesk.adapter.rest.shared.Origins;
import org.polydesk.application.identity.out.SecretHasher;
import org.polydesk.domain.attachment.Attachment;
import org.polydesk.domain.desk.DeskId;

/**
 * Addresses of files that open without a key, for a while. Source: docs/dialects/taas.md, section
 * "Files".
 */
@Singleton
public final class FileLinks {
  private static final String PATH = TaasRoutes.BASE + "/attachments/";
  private static final String PARAMETER = "signature";
  private static final String PURPOSE = "taas file";
  private static final Duration VALID_FOR = Duration.ofHours(1);
  private static final int PARTS = 3;

  private final SecretHasher hasher;
  private final Origins origins;
  private final Clock clock;

  FileLinks(SecretHasher hasher, Origins origins, Clock clock) {
    this.hasher = hasher;
    this.origins = origins;
    this.clock = clock;
  }

  /** Where the file is: elsewhere, or here for whoever has this address within the next hour. */
  public String of(Attachment file, DeskId desk, HttpRequest<?> request) {
    return file.link()
        .orElseGet(
            () -> {
              long until = clock.instant().plus(VALID_FOR).getEpochSecond();
              return origins.baseUrl(request)
                  + PATH
                  + file.publicId()
                  + "?"
                  + PARAMETER
                  + "="
                  + until
                  + "."
                  + desk.value()
                  + "."
                  + mac(file.publicId().toString(), desk, until);
            });
  }

  /** The desk whose file the request may have by its address alone. */
  public Optional<DeskId> deskOf(HttpRequest<?> request) {
    if (request.getMethod() != HttpMethod.GET || !request.getPath().startsWith(PATH)) {
      return Optional.empty();
    }
    String file = request.getPath().substring(PATH.length());
    return request
        .getParameters()
        .getFirst(PARAMETER)
        .map(signature -> signature.split("\\.", PARTS))
        .filter(parts -> parts.length == PARTS && isNumber(parts[0]) && isNumber(parts[1]))
        .flatMap(parts -> deskOf(file, parts));
  }

  private Optional<DeskId> deskOf(String file, String[] parts) {
    long until = Long.parseLong(parts[0]);
    DeskId desk = new DeskId(Long.parseLong(parts[1]));
    boolean signed =
        MessageDigest.isEqual(
            mac(file, desk, until).getBytes(StandardCharsets.US_ASCII),
            parts[2].getBytes(StandardCharsets.UTF_8));
    boolean inTime = clock.instant().isBefore(Instant.ofEpochSecond(until));
    return signed && inTime && isUuid(file) ? Optional.of(desk) : Optional.empty();
  }

  private static boolean isNumber(String text) {
    return text.matches("[0-9]{1,11}");
  }

  private static boolean isUuid(String text) {
    try {
      return UUID.fromString(text).toString().equals(text);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private String mac(String file, DeskId desk, long until) {
    return hasher.hash(
        String.join("\n", PURPOSE, file, Long.toString(desk.value()), Long.toString(until)));
  }
}
