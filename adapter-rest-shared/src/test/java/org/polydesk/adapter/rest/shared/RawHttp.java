package org.polydesk.adapter.rest.shared;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Says to a server what no decent client would. */
final class RawHttp implements AutoCloseable {
  private final Socket socket;

  RawHttp(int port) throws IOException {
    socket = new Socket("localhost", port);
    socket.setSoTimeout(20_000);
  }

  /** One request, everything that comes back until the server closes. */
  static String ask(int port, String request) throws IOException {
    try (RawHttp http = new RawHttp(port)) {
      return http.send(request).receive();
    }
  }

  RawHttp send(String text) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
    return this;
  }

  /** Says that nothing more will be sent. */
  RawHttp finish() throws IOException {
    socket.shutdownOutput();
    return this;
  }

  OutputStream out() throws IOException {
    return socket.getOutputStream();
  }

  String receive() throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  /** One line, without its end. */
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
