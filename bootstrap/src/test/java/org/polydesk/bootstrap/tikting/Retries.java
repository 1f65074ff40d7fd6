package org.polydesk.bootstrap.tikting;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Sends forms as clients do that try again: each time under another boundary. */
public final class Retries {
  private Retries() {}

  public static Answer send(DemoDesk desk, String path, Form form, String key, String userName) {
    String boundary = "x" + UUID.randomUUID();
    String body =
        new String(form.bytes(), StandardCharsets.ISO_8859_1).replace(Form.BOUNDARY, boundary);
    return desk.send(
        "POST",
        path,
        r ->
            r.header("Authorization", "Bearer " + desk.tokenOf(userName))
                .header("Idempotency-Key", key)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofString(body, StandardCharsets.ISO_8859_1)));
  }

  /** Sends all of the form and does not wait for what becomes of it. */
  public static void sendAndHangUp(
      DemoDesk desk, String path, Form form, String key, String userName) throws IOException {
    String head =
        "POST %s HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\nIdempotency-Key: %s\r\n"
                .formatted(path, desk.tokenOf(userName), key)
            + "Content-Type: %s\r\nContent-Length: %d\r\n\r\n"
                .formatted(form.contentType(), form.bytes().length);
    try (RawClient client = new RawClient(desk)) {
      client.send(head).send(form.bytes());
    }
  }
}
