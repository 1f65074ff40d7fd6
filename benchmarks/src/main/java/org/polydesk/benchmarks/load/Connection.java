package org.polydesk.benchmarks.load;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** A connection that is kept, with one request at a time on it. Not thread-safe. */
final class Connection {
  private final SocketChannel channel;
  private final SelectionKey key;
  private final ByteBuffer received = ByteBuffer.allocateDirect(64 * 1024);
  private final ResponseReader reader = new ResponseReader();
  private ByteBuffer request;
  private long sentAt;

  Connection(InetSocketAddress server, Selector selector) throws IOException {
    channel = SocketChannel.open(server);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.configureBlocking(false);
    key = channel.register(selector, SelectionKey.OP_READ, this);
  }

  void send(ByteBuffer next) throws IOException {
    request = next;
    sentAt = System.nanoTime();
    write();
  }

  /**
   * Does what the socket is ready for.
   *
   * @return whether the answer has come
   */
  boolean proceed() throws IOException {
    if (key.isWritable()) {
      write();
    }
    if (!key.isReadable()) {
      return false;
    }
    received.clear();
    if (channel.read(received) < 0) {
      throw new EOFException("the desk has closed a connection");
    }
    return reader.take(received.flip());
  }

  int status() {
    return reader.status();
  }

  long elapsedNanos() {
    return System.nanoTime() - sentAt;
  }

  void close() throws IOException {
    channel.close();
  }

  private void write() throws IOException {
    channel.write(request);
    int wanted = request.hasRemaining() ? SelectionKey.OP_WRITE : 0;
    key.interestOps(SelectionKey.OP_READ | wanted);
  }
}
