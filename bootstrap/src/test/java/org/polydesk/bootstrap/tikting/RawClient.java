package org.polydesk.bootstrap.tikting;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Says to a desk what no decent client would. */
public final class RawClient implements AutoCloseable {
  private final Socket socket;

  public RawClient(DemoDesk desk) throws IOException {
    socket = new Socket("127.0.0.1", desk.port());
    socket.setSoTimeout(30_000);
  }

  /** One request on a connection of its own, with everything that comes back. */
  public static String ask(DemoDesk desk, String request) throws IOException {
    try (RawClient client = new RawClient(desk)) {
      return client.send(request).receive();
    }
  }

  public RawClient send(String text) throws IOException {
    return send(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  public RawClient send(byte[] bytes) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(bytes);
    out.flush();
    return this;
  }

  /** Everything until the server closes. */
  public String receive() throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  /** The first line of the answer. */
  public String receiveLine() throws IOException {
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
