package org.polydesk.bootstrap.tikting;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Sends forms as clients do that try again: each time under another boundary. */
final class Retries {
  private Retries() {}

  static Answer send(TestDesk desk, String path, Form form, String key, String userName) {
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
}
