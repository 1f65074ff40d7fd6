package org.polydesk.bootstrap.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files of every size, sixteen at once, through the Helpdesk dialect of a server that has less
 * memory than they fill: docs/dialects/helpdesk.md, section "Files".
 */
final class FilesIT {
  private static final int AT_ONCE = 16;
  private static final int LARGE = 19 * 1024 * 1024;
  private static final String HEAP = "-Xmx128m";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Names as they are sent, in a quoted text of a part's header, and as they are kept. */
  private static final List<List<String>> NAMES =
      List.of(
          List.of("plain.txt", "plain.txt"),
          List.of("Ünï cödé 漢字 😀.txt", "Ünï cödé 漢字 😀.txt"),
          List.of("say \\\"hi\\\" 'you'.txt", "say \"hi\" 'you'.txt"),
          List.of("../../etc/passwd.txt", "passwd.txt"),
          List.of("..\\\\..\\\\boot.txt", "boot.txt"),
          List.of("semi;colon, 100%25.txt", "semi;colon, 100%25.txt"),
          List.of("n".repeat(300) + ".txt", "n".repeat(251) + ".txt"));

  @TempDir private Path directory;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private DeskProcess desk;

  /**
   * A file to be sent: its last bytes are its own, the others are the same for all.
   *
   * @param before the digest of the others
   */
  private record Sent(String name, String kept, byte[] body, byte[] tail, MessageDigest before) {
    int size() {
      return body.length + tail.length;
    }

    String hash() {
      try {
        MessageDigest digest = (MessageDigest) before.clone();
        digest.update(tail);
        return HexFormat.of().formatHex(digest.digest());
      } catch (CloneNotSupportedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Sent> files() {
    byte[] large = new byte[LARGE - 8];
    for (int i = 0; i < large.length; i++) {
      large[i] = (byte) ('a' + (i + (i >> 12)) % 26);
    }
    MessageDigest before = sha256();
    before.update(large);
    List<Sent> files = new ArrayList<>();
    for (int i = 0; i < AT_ONCE; i++) {
      List<String> name = NAMES.get(i % NAMES.size());
      byte[] tail = "%08d".formatted(i).getBytes(StandardCharsets.US_ASCII);
      files.add(new Sent(name.get(0), name.get(1), large, tail, before));
    }
    byte[] nothing = {};
    files.add(new Sent("empty.txt", "empty.txt", nothing, nothing, sha256()));
    files.add(new Sent("one.txt", "one.txt", nothing, new byte[] {'x'}, sha256()));
    return files;
  }

  @Test
  void filesShouldComeBackAsTheyWentThoughAllAreSentAtOnce() throws Exception {
    List<Sent> files = files();
    try (DeskProcess started =
        DeskProcess.demo(HEAP, directory, Map.of("POLYDESK_LIMITS_ENABLED", "false"))) {
      desk = started;
      assertEquals(files, together(files, this::comesBack));
    }
  }

  private interface Task {
    boolean on(Sent file) throws IOException, InterruptedException;
  }

  /** Those of the files that the task succeeds with. */
  private static List<Sent> together(List<Sent> files, Task task) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<Future<Boolean>> done = new ArrayList<>();
      files.forEach(file -> done.add(pool.submit(() -> task.on(file))));
      List<Sent> good = new ArrayList<>();
      for (int i = 0; i < files.size(); i++) {
        if (done.get(i).get()) {
          good.add(files.get(i));
        }
      }
      return good;
    } finally {
      pool.shutdownNow();
    }
  }

  private boolean comesBack(Sent file) throws IOException, InterruptedException {
    String ticket =
        send(asking("/api/ticket?categoryId=11&subject=Files&body=b").POST(BodyPublishers.noBody()))
            .body();
    HttpResponse<String> attached =
        send(
            asking("/api/AttachFile?id=" + ticket)
                .header("Content-Type", "multipart/form-data; boundary=between")
                .POST(form(file)));
    assertEquals(200, attached.statusCode(), attached.body());

    JsonNode told = JSON.readTree(send(asking("/api/Attachments?id=" + ticket)).body()).get(0);
    assertEquals(file.kept(), told.get("FileName").asText());
    assertEquals(file.size(), told.get("FileSize").asInt());
    HttpResponse<InputStream> bytes =
        client.send(
            asking("/api/attachment?id=" + told.get("FileID").asText()).build(),
            BodyHandlers.ofInputStream());
    assertEquals(file.hash(), hash(bytes.body()));
    check(bytes, file);
    return true;
  }

  private static void check(HttpResponse<?> bytes, Sent file) {
    assertEquals(200, bytes.statusCode());
    assertEquals("nosniff", header(bytes, "X-Content-Type-Options"));
    assertEquals(Integer.toString(file.size()), header(bytes, "Content-Length"));
    assertTrue(header(bytes, "Content-Type").startsWith("text/plain"));
    String disposition = header(bytes, "Content-Disposition");
    assertTrue(
        disposition.matches("attachment; filename=\"[ -!#-\\[\\]-~]+\"; filename\\*=UTF-8''[!-~]+"),
        disposition);
  }

  private static String header(HttpResponse<?> answer, String name) {
    assertEquals(1, answer.headers().allValues(name).size(), name);
    return answer.headers().firstValue(name).orElseThrow();
  }

  private static String hash(InputStream bytes) throws IOException {
    try (DigestInputStream in = new DigestInputStream(bytes, sha256())) {
      byte[] part = new byte[1 << 16];
      while (in.read(part) >= 0) {
        // Only the digest counts.
      }
      return HexFormat.of().formatHex(in.getMessageDigest().digest());
    }
  }

  private static BodyPublisher form(Sent file) {
    return BodyPublishers.concat(
        BodyPublishers.ofString(
            "--between\r\nContent-Disposition: form-data; name=\"uploadFile\"; filename=\"%s\"\r\n\r\n"
                .formatted(file.name())),
        BodyPublishers.ofByteArray(file.body()),
        BodyPublishers.ofByteArray(file.tail()),
        BodyPublishers.ofString("\r\n--between--\r\n"));
  }

  private HttpRequest.Builder asking(String path) {
    String pair =
        Base64.getEncoder().encodeToString("alice:alice-demo".getBytes(StandardCharsets.UTF_8));
    return HttpRequest.newBuilder(desk.address().resolve(path))
        .timeout(Duration.ofSeconds(60))
        .header("Authorization", "Basic " + pair);
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString());
  }
}
