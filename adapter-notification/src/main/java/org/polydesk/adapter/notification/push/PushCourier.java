package org.polydesk.adapter.notification.push;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.context.annotation.Property;
import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.polydesk.application.delivery.out.Courier;
import org.polydesk.application.outbox.out.Outbox.Channel;
import org.polydesk.domain.user.User;

/**
 * Pushes to a topic of each user, to which his devices subscribe. Whoever knows a user's id can
 * subscribe too, so that nothing but the event and the ticket's number is told. Source:
 * docs/notifications.md, section "Push".
 */
@Singleton
final class PushCourier implements Courier {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  /** A token is not used any more when this little of its life is left. */
  private static final Duration MARGIN = Duration.ofMinutes(1);

  private static final String GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";
  private static final int OK = 200;
  private static final int BAD_REQUEST = 400;
  private static final int UNAUTHORIZED = 401;

  private final Optional<String> file;
  private final Optional<ServiceAccount> account;
  private final String baseUrl;
  private final Clock clock;
  private final ObjectMapper mapper = new ObjectMapper();
  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(TIMEOUT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .version(HttpClient.Version.HTTP_1_1)
          .build();
  private Optional<Token> token = Optional.empty();

  private record Token(String text, Instant goodUntil) {}

  /**
   * @param file of the service account; push is off when it is not there
   */
  PushCourier(
      @Nullable @Property(name = "polydesk.push.account") String file,
      @Property(name = "polydesk.push.base-url", defaultValue = "https://fcm.googleapis.com")
          String baseUrl,
      Clock clock) {
    this.file = Optional.ofNullable(file);
    this.account = this.file.flatMap(PushCourier::read);
    this.baseUrl = baseUrl;
    this.clock = clock;
  }

  private static Optional<ServiceAccount> read(String file) {
    try {
      return Optional.of(ServiceAccount.read(Path.of(file)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  @Override
  public Channel channel() {
    return Channel.PUSH;
  }

  @Override
  public boolean isOn() {
    return file.isPresent();
  }

  @Override
  public Optional<String> fault() {
    return file.filter(named -> account.isEmpty())
        .map(
            named ->
                "push.account is \"%s\"; it must be the JSON file of a service account."
                    .formatted(named));
  }

  @Override
  public Outcome deliver(Letter letter) {
    if (account.isEmpty()) {
      return new Later("The service account cannot be read.");
    }
    Optional<User> user = letter.to().stream().flatMap(one -> one.user().stream()).findFirst();
    if (user.isEmpty()) {
      return new Never("There is no user to push to.");
    }
    try {
      Optional<String> access = access(account.get());
      return access.isPresent()
          ? push(account.get(), access.get(), message(letter, user.get()))
          : new Later("The service account was not let in.");
    } catch (IOException e) {
      return new Later("The push service cannot be reached, or broke off.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Later("The desk was stopped.");
    }
  }

  private Outcome push(ServiceAccount known, String access, String message)
      throws IOException, InterruptedException {
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(
                    URI.create(
                        "%s/v1/projects/%s/messages:send".formatted(baseUrl, known.project())))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + access)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(BodyPublishers.ofString(message))
                .build(),
            BodyHandlers.ofString());
    if (answer.statusCode() == OK) {
      return Delivered.WHOLLY;
    }
    if (answer.statusCode() == UNAUTHORIZED) {
      forget();
    }
    String reason = "The push service answered with %d.".formatted(answer.statusCode());
    return answer.statusCode() == BAD_REQUEST ? new Never(reason) : new Later(reason);
  }

  private String message(Letter letter, User user) {
    String number = letter.ticket().number().toString();
    ObjectNode body = mapper.createObjectNode();
    ObjectNode message = body.putObject("message");
    message.put("topic", "polydesk-user-" + user.id());
    message.putObject("notification").put("title", "#" + number);
    message
        .putObject("data")
        .put("event", letter.message().event().name().toLowerCase(Locale.ROOT))
        .put("ticket", number)
        .put("delivery", letter.message().deliveryId().toString());
    return body.toString();
  }

  /** An access token; the same one until its end is near. Empty when the account gets none. */
  private synchronized Optional<String> access(ServiceAccount known)
      throws IOException, InterruptedException {
    Instant now = clock.instant();
    if (token.filter(kept -> now.isBefore(kept.goodUntil())).isEmpty()) {
      token = ask(known, now);
    }
    return token.map(Token::text);
  }

  private synchronized void forget() {
    token = Optional.empty();
  }

  private Optional<Token> ask(ServiceAccount known, Instant now)
      throws IOException, InterruptedException {
    String form =
        "grant_type="
            + URLEncoder.encode(GRANT, StandardCharsets.UTF_8)
            + "&assertion="
            + known.assertion(now);
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(known.tokenUri())
                .timeout(TIMEOUT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build(),
            BodyHandlers.ofString());
    if (answer.statusCode() != OK) {
      return Optional.empty();
    }
    JsonNode json = mapper.readTree(answer.body());
    Duration life = Duration.ofSeconds(json.path("expires_in").asLong()).minus(MARGIN);
    return Optional.of(json.path("access_token").asText())
        .filter(text -> !text.isEmpty())
        .map(text -> new Token(text, now.plus(life)));
  }
}
