package org.polydesk.bootstrap.tikting;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Says to a desk what no decent client would. */
final class RawClient implements AutoCloseable {
  private final Socket socket;

  RawClient(TestDesk desk) throws IOException {
    socket = new Socket("127.0.0.1", desk.port());
    socket.setSoTimeout(30_000);
  }

  /** One request on a connection of its own, with everything that comes back. */
  static String ask(TestDesk desk, String request) throws IOException {
    try (RawClient client = new RawClient(desk)) {
      return client.send(request).receive();
    }
  }

  RawClient send(String text) throws IOException {
    return send(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  RawClient send(byte[] bytes) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(bytes);
    out.flush();
    return this;
  }

  /** Everything until the server closes. */
  String receive() throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  /** The first line of the answer. */
  String receiveLine() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c; (c = socket.getInputStream().read()) >= 0 && c != '\n'; ) {
      line.append((char) c);
    }
    return line.toString().strip();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
