package org.polydesk.bootstrap.openapi;

import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.Response;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;

/**
 * A request and what came back.
 *
 * @param path the operation's, with its parameter in braces
 */
record Exchange(Question question, String path, Reply reply) {

  int status() {
    return reply.status();
  }

  /** How the document names what happened. */
  String outcome() {
    return "%s %s %d".formatted(question.verb(), path, status());
  }

  Request request() {
    SimpleRequest.Builder request =
        new SimpleRequest.Builder(question.verb(), question.path(), true);
    question.headers().forEach(request::withHeader);
    if (!question.body().isEmpty()) {
      request.withContentType(question.body().declaredType());
      request.withBody(question.body().declaredText());
    }
    return request.build();
  }

  Response response() {
    SimpleResponse.Builder response = SimpleResponse.Builder.status(status());
    reply.headers().forEach((name, values) -> response.withHeader(name, values));
    return reply.body().isEmpty() ? response.build() : response.withBody(reply.body()).build();
  }

  @Override
  public String toString() {
    return outcome() + " " + reply.body();
  }
}
