package org.polydesk.bootstrap.doors;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.polydesk.bootstrap.tikting.Answer;
import org.polydesk.bootstrap.tikting.DemoDesk;

/**
 * Somebody at one door, with his credential.
 *
 * @param prefix what stands before his paths
 * @param header the name of the header that carries the credential; empty for none
 * @param credential what stands in it
 */
public record Visitor(DemoDesk desk, String prefix, String header, String credential) {

  public static Visitor helpdesk(DemoDesk desk, String user) {
    String pair = user + ":" + user + "-demo";
    return new Visitor(
        desk,
        "/api/",
        "Authorization",
        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
  }

  public static Visitor panel(DemoDesk desk, String token) {
    return new Visitor(desk, "", "X-Token", token);
  }

  public static Visitor tikting(DemoDesk desk, String user) {
    return new Visitor(desk, "/api/TicketsApi", "Authorization", "Bearer " + desk.tokenOf(user));
  }

  public Answer get(String path) {
    return desk.send("GET", prefix + path, r -> r.header(header, credential));
  }

  public Answer send(String verb, String path, String contentType, String body) {
    return desk.send(
        verb,
        prefix + path,
        r ->
            r.header(header, credential)
                .header("Content-Type", contentType)
                .method(verb, BodyPublishers.ofString(body)));
  }

  public Answer json(String verb, String path, String body) {
    return send(verb, path, "application/json", body);
  }

  public Answer form(String path, String... pairs) {
    return send("POST", path, "application/x-www-form-urlencoded", encoded(pairs));
  }

  /** A POST with everything in the query, no body and no type. */
  public Answer query(String path, String... pairs) {
    return desk.send(
        "POST", prefix + path + "?" + encoded(pairs), r -> r.header(header, credential));
  }

  public Answer multipart(String path, String... pairs) {
    String boundary = "b" + UUID.randomUUID();
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < pairs.length; i += 2) {
      body.append("--").append(boundary).append("\r\n");
      body.append("Content-Disposition: form-data; name=\"").append(pairs[i]).append("\"\r\n\r\n");
      body.append(pairs[i + 1]).append("\r\n");
    }
    body.append("--").append(boundary).append("--\r\n");
    return send("POST", path, "multipart/form-data; boundary=" + boundary, body.toString());
  }

  /** A multipart form with one file and perhaps an id before it. */
  public Answer upload(String path, String id, String part, String name, String content) {
    String boundary = "b" + UUID.randomUUID();
    String before =
        id == null
            ? ""
            : "--%s\r\nContent-Disposition: form-data; name=\"id\"\r\n\r\n%s\r\n"
                .formatted(boundary, id);
    String body =
        before
            + """
            --%1$s\r
            Content-Disposition: form-data; name="%2$s"; filename="%3$s"\r
            Content-Type: application/octet-stream\r
            \r
            %4$s\r
            --%1$s--\r
            """
                .formatted(boundary, part, name, content);
    return send("POST", path, "multipart/form-data; boundary=" + boundary, body);
  }

  public static String encoded(String... pairs) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < pairs.length; i += 2) {
      text.append(i == 0 ? "" : "&")
          .append(pairs[i])
          .append('=')
          .append(URLEncoder.encode(pairs[i + 1], StandardCharsets.UTF_8));
    }
    return text.toString();
  }
}
