package org.polydesk.benchmarks.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A signed-in user.
 *
 * @param authority host and port of the desk
 */
record Session(String authority, String token, String userId) {
  private static final Pattern TOKEN = Pattern.compile("\"Token\":\"([^\"]+)\"");
  private static final Pattern ID = Pattern.compile("\"Id\":\"([^\"]+)\"");

  /**
   * Logs in.
   *
   * @param server such as {@code http://127.0.0.1:8080}
   * @throws IOException when the desk does not let the user in
   */
  static Session open(URI server, String user, String password)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(server.resolve("/api/Users/authenticate"))
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"Email\":\"%s\",\"Password\":\"%s\"}".formatted(user, password)))
            .build();
    HttpResponse<String> answer =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException("the log-in was answered with " + answer.statusCode());
    }
    return new Session(
        server.getAuthority(), first(TOKEN, answer.body()), first(ID, answer.body()));
  }

  /** Where the page after the first {@code pages} begins; empty when there are not so many. */
  Optional<String> cursorAfter(URI server, String question, int pages)
      throws IOException, InterruptedException {
    HttpClient client = HttpClient.newHttpClient();
    Optional<String> cursor = Optional.empty();
    for (int page = 0; page < pages; page++) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(server.resolve("/api/TicketsApi"))
              .header("Authorization", "Bearer " + token)
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(question));
      cursor.ifPresent(from -> request.header("X-Cursor", from));
      cursor =
          client
              .send(request.build(), HttpResponse.BodyHandlers.discarding())
              .headers()
              .firstValue("X-Next-Cursor");
      if (cursor.isEmpty()) {
        return cursor;
      }
    }
    return cursor;
  }

  private static String first(Pattern pattern, String text) throws IOException {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new IOException("the log-in's answer lacks " + pattern);
    }
    return matcher.group(1);
  }
}
