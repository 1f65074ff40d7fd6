package org.polydesk.bootstrap.doors;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A way to a server that can be cut: what is under way breaks off and nobody new gets through. */
final class Cable implements AutoCloseable {
  private final ServerSocket entrance;
  private final String host;
  private final int port;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile boolean cut;

  Cable(String host, int port) {
    this.host = host;
    this.port = port;
    try {
      entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    inBackground(this::accept);
  }

  int port() {
    return entrance.getLocalPort();
  }

  void cut() {
    cut = true;
    open.forEach(Cable::shut);
  }

  void plug() {
    cut = false;
  }

  private void accept() {
    while (!entrance.isClosed()) {
      try {
        Socket client = entrance.accept();
        if (cut) {
          shut(client);
        } else {
          join(client, new Socket(host, port));
        }
      } catch (IOException e) {
        shut(entrance);
      }
    }
  }

  private void join(Socket client, Socket server) {
    open.add(client);
    open.add(server);
    inBackground(() -> carry(client, server));
    inBackground(() -> carry(server, client));
    if (cut) {
      cut();
    }
  }

  private void carry(Socket from, Socket to) {
    try (InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      in.transferTo(out);
    } catch (IOException e) {
      shut(to);
    } finally {
      open.remove(from);
    }
  }

  private static void inBackground(Runnable work) {
    Thread thread = new Thread(work, "cable");
    thread.setDaemon(true);
    thread.start();
  }

  private static void shut(AutoCloseable end) {
    try {
      end.close();
    } catch (Exception e) {
      throw new IllegalStateException("a socket stays open", e);
    }
  }

  @Override
  public void close() {
    shut(entrance);
    cut();
  }
}
