package org.polydesk.benchmarks.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * A kind of request that is sent over and over.
 *
 * @param expectedStatus every other one counts as an error
 * @param requests gives the next request, head and body
 */
record Operation(int expectedStatus, Supplier<ByteBuffer> requests) {
  private static final String BOUNDARY = "----PolydeskLoad7MA4YWxkTrZu0gW";

  /** Registers the ticket of the vendor's guide, as a multipart form. */
  static Operation register(Session session) {
    StringBuilder body = new StringBuilder();
    field(body, "Title", "Laptop screen is broken");
    field(body, "Description", "The screen cracked after a fall. Needs replacement.");
    field(body, "CreatorId", session.userId());
    field(body, "SiteId", "1");
    field(body, "DepartmentId", "1");
    field(body, "TicketStatusId", "1");
    field(body, "TicketType", "1");
    field(body, "TicketPriorityId", "3");
    field(body, "TicketCategoryId", "10");
    body.append("--").append(BOUNDARY).append("--\r\n");
    byte[] request =
        octets(
            head("POST /api/TicketsApi/register", session)
                + "Content-Type: multipart/form-data; boundary=%s\r\nContent-Length: %d\r\n\r\n"
                    .formatted(BOUNDARY, body.length())
                + body);
    return new Operation(201, () -> ByteBuffer.wrap(request));
  }

  /** Sends requests as they are given: head and body, of plain letters. */
  static Operation of(int expectedStatus, Supplier<String> requests) {
    return new Operation(expectedStatus, () -> ByteBuffer.wrap(octets(requests.get())));
  }

  /** Reads tickets. */
  static Operation get(Session session, LongSupplier numbers) {
    return of(200, () -> head("GET /api/TicketsApi/" + numbers.getAsLong(), session) + "\r\n");
  }

  /**
   * Asks for the same page of a list over and over.
   *
   * @param question the JSON that is sent
   * @param cursor where the page begins; empty for the first one
   */
  static Operation list(Session session, String question, Optional<String> cursor) {
    byte[] request =
        octets(
            head("POST /api/TicketsApi", session)
                + cursor.map("X-Cursor: %s\r\n"::formatted).orElse("")
                + "Content-Type: application/json\r\nContent-Length: %d\r\n\r\n"
                    .formatted(question.length())
                + question);
    return new Operation(200, () -> ByteBuffer.wrap(request));
  }

  /** Answers tickets. */
  static Operation reply(Session session, LongSupplier numbers) {
    return of(
        200,
        () -> {
          long number = numbers.getAsLong();
          String body =
              "Id=%d&Title=Re%%3A+your+ticket&SendTo=somebody%%40example.org&Message=It+is+on+its+way."
                  .formatted(number);
          return head("POST /api/TicketsApi/reply/" + number, session)
              + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\n\r\n"
                  .formatted(body.length())
              + body;
        });
  }

  private static void field(StringBuilder body, String name, String value) {
    body.append("--%s\r\n".formatted(BOUNDARY))
        .append("Content-Disposition: form-data; name=\"%s\"\r\n\r\n".formatted(name))
        .append(value)
        .append("\r\n");
  }

  private static String head(String line, Session session) {
    return "%s HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\nAccept: */*\r\n"
        .formatted(line, session.authority(), session.token());
  }

  private static byte[] octets(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
