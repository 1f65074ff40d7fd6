package org.polydesk.bootstrap.openapi;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** A request to be asked; immutable. */
record Question(String verb, String path, Map<String, String> headers, Payload body) {
  Question {
    headers = Map.copyOf(headers);
  }

  static Question get(String path) {
    return new Question("GET", path, Map.of(), Payload.NONE);
  }

  static Question delete(String path) {
    return new Question("DELETE", path, Map.of(), Payload.NONE);
  }

  static Question post(String path, Payload body) {
    return new Question("POST", path, Map.of(), body);
  }

  Question with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Question(verb, path, more, body);
  }

  Question as(String token) {
    return with("Authorization", "Bearer " + token);
  }

  HttpRequest to(URI server) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.resolve(path))
            .timeout(Duration.ofSeconds(60))
            .method(verb, BodyPublishers.ofByteArray(body.bytes()));
    headers.forEach(request::header);
    if (!body.isEmpty()) {
      request.header("Content-Type", body.contentType());
    }
    return request.build();
  }
}
