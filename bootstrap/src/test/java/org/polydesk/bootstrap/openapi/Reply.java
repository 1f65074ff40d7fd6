package org.polydesk.bootstrap.openapi;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

/** What came back. */
record Reply(int status, Map<String, List<String>> headers, String body) {

  static Reply of(HttpResponse<String> response) {
    return new Reply(response.statusCode(), response.headers().map(), response.body());
  }
}
