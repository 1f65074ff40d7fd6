package org.polydesk.bootstrap.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The jar in a process of its own. */
final class DeskProcess implements AutoCloseable {
  static final String ADMIN_PASSWORD = "correct horse battery";
  private static final String JAR = "polydesk.test.jar";
  private static final Pattern LISTENS = Pattern.compile("listens on (http://\\S+?), database");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Process process;
  private final URI address;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private DeskProcess(Process process, URI address) {
    this.process = process;
    this.address = address;
  }

  /**
   * Starts the jar and waits until it listens.
   *
   * @param directory where it keeps its things
   * @param settings more environment variables
   */
  static DeskProcess start(Path directory, Map<String, String> settings) throws IOException {
    return start("serve", "-Xmx256m", directory, settings);
  }

  /** The same with the demo's accounts. */
  static DeskProcess demo(Path directory, Map<String, String> settings) throws IOException {
    return demo("-Xmx256m", directory, settings);
  }

  /**
   * The same with little room.
   *
   * @param heap the option that says how much memory there is
   */
  static DeskProcess demo(String heap, Path directory, Map<String, String> settings)
      throws IOException {
    return start("demo", heap, directory, settings);
  }

  /** The same with a clock that stands still until it is set. */
  static DeskProcess demo(Path directory, Map<String, String> settings, Instant now)
      throws IOException {
    return start("demo", "-Xmx256m", directory, settings, "--clock", now.toString());
  }

  private static DeskProcess start(
      String verb, String heap, Path directory, Map<String, String> settings, String... flags)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                heap,
                "-XX:+ExitOnOutOfMemoryError",
                "-jar",
                jar().toString(),
                verb));
    command.addAll(List.of("--set", "http.host=127.0.0.1", "--port", "0"));
    command.addAll(List.of("--set", "log.access=false", "--data-dir", directory.toString()));
    command.addAll(List.of(flags));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("POLYDESK_ADMIN_PASSWORD", ADMIN_PASSWORD);
    builder.environment().putAll(settings);
    Process process = builder.start();
    return new DeskProcess(process, addressToldBy(process));
  }

  private static Path jar() {
    String named = System.getProperty(JAR);
    return named == null ? Path.of("target", "polydesk.jar") : Path.of(named);
  }

  /** Reads on afterwards, so that the process never waits for its reader. */
  private static URI addressToldBy(Process process) throws IOException {
    BufferedReader log = process.inputReader();
    StringBuilder said = new StringBuilder();
    for (String line = log.readLine(); line != null; line = log.readLine()) {
      said.append(line).append('\n');
      Matcher listens = LISTENS.matcher(line);
      if (listens.find()) {
        Thread reader = new Thread(() -> log.lines().forEach(more -> {}));
        reader.setDaemon(true);
        reader.start();
        return URI.create(listens.group(1));
      }
    }
    throw new IOException("The server does not start:\n" + said);
  }

  /** Whether this is its process id. */
  boolean hasPid(String pid) {
    return Long.toString(process.pid()).equals(pid);
  }

  /** Where it listens. */
  URI address() {
    return address;
  }

  /** Logs in as the administrator. */
  Session logIn() throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address.resolve("/api/Users/authenticate"))
            .header("Content-Type", "application/json")
            .POST(
                BodyPublishers.ofString(
                    "{\"Email\":\"admin\",\"Password\":\"%s\"}".formatted(ADMIN_PASSWORD)))
            .build();
    HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException("log-in: " + answer.statusCode() + " " + answer.body());
    }
    JsonNode account = JSON.readTree(answer.body());
    return new Session(account.path("Id").asText(), account.path("Token").asText());
  }

  /** kill -9. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }

  /** What the administrator does. */
  final class Session {
    private final String userId;
    private final String token;

    private Session(String userId, String token) {
      this.userId = userId;
      this.token = token;
    }

    /**
     * Registers a ticket with a file.
     *
     * @return its number
     * @throws IOException when the server did not acknowledge it
     */
    long register(String title) throws IOException, InterruptedException {
      String boundary = "polydesk-boundary";
      StringBuilder body = new StringBuilder();
      Map.of(
              "Title", title,
              "Description", "Of " + title,
              "CreatorId", userId,
              "SiteId", "1",
              "DepartmentId", "1",
              "TicketStatusId", "1",
              "TicketType", "1",
              "TicketPriorityId", "3")
          .forEach(
              (name, value) ->
                  body.append(
                      "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                          .formatted(boundary, name, value)));
      body.append(
          "--%s\r\nContent-Disposition: form-data; name=\"Uploads\"; filename=\"a.txt\"\r\n\r\n%s\r\n"
              .formatted(boundary, title));
      body.append("--%s--\r\n".formatted(boundary));
      HttpRequest request =
          asking("/api/TicketsApi/register")
              .header("Content-Type", "multipart/form-data; boundary=" + boundary)
              .POST(BodyPublishers.ofString(body.toString()))
              .build();
      HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
      if (answer.statusCode() != 201) {
        throw new IOException("register: " + answer.statusCode() + " " + answer.body());
      }
      return JSON.readTree(answer.body()).path("id").asLong();
    }

    /**
     * The ticket as it is there now; a missing node when it is not.
     *
     * @throws IOException when the server says neither
     */
    JsonNode find(long number) throws IOException, InterruptedException {
      HttpResponse<String> answer =
          client.send(asking("/api/TicketsApi/" + number).build(), BodyHandlers.ofString());
      return switch (answer.statusCode()) {
        case 200 -> JSON.readTree(answer.body());
        case 404 -> JSON.missingNode();
        default -> throw new IOException("find: " + answer.statusCode() + " " + answer.body());
      };
    }

    private HttpRequest.Builder asking(String path) {
      return HttpRequest.newBuilder(address.resolve(path))
          .timeout(Duration.ofSeconds(60))
          .header("Authorization", "Bearer " + token);
    }
  }
}
