package org.polydesk.bootstrap.doors;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** An SMTP server that misbehaves as it is told. */
final class ScriptedMailServer implements AutoCloseable {
  /** What it does once the text of a mail has come. */
  enum AfterData {
    ACCEPT,
    REFUSE,
    DROP,
    /** Says nothing until it is told to do something else. */
    WAIT
  }

  private final ServerSocket socket;
  private final Function<String, String> toRecipient;
  private volatile String greeting = "220 ready";
  private volatile String extension = "8BITMIME";
  private volatile AfterData afterData = AfterData.ACCEPT;
  private final List<Taken> taken = new CopyOnWriteArrayList<>();
  private final List<String> brokenOff = new CopyOnWriteArrayList<>();

  /** A mail whose text has come. */
  record Taken(List<String> recipients, String text) {}

  /**
   * @param toRecipient what is answered to a recipient, such as {@code 250 ok}
   */
  ScriptedMailServer(Function<String, String> toRecipient) {
    this.toRecipient = toRecipient;
    try {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread thread = new Thread(this::accept, "scripted-mail-server");
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return socket.getLocalPort();
  }

  void afterData(AfterData next) {
    afterData = next;
  }

  /** What it says to whoever comes. */
  void greet(String next) {
    greeting = next;
  }

  /** What it says that it can do. */
  void offer(String next) {
    extension = next;
  }

  List<Taken> taken() {
    return List.copyOf(taken);
  }

  /** Texts whose end has never come. */
  List<String> brokenOff() {
    return List.copyOf(brokenOff);
  }

  private void accept() {
    while (!socket.isClosed()) {
      try (Socket peer = socket.accept()) {
        talk(peer);
      } catch (IOException e) {
        // The peer or the test has gone.
      }
    }
  }

  private void talk(Socket peer) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(peer.getInputStream(), StandardCharsets.UTF_8));
    OutputStream out = peer.getOutputStream();
    say(out, greeting);
    List<String> recipients = new CopyOnWriteArrayList<>();
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String verb =
          line.length() < 4 ? line : line.substring(0, 4).toUpperCase(java.util.Locale.ROOT);
      switch (verb) {
        case "EHLO" -> say(out, "250-scripted\r\n250 " + extension);
        case "RCPT" -> {
          String address = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
          String answer = toRecipient.apply(address);
          if (answer.startsWith("250")) {
            recipients.add(address);
          }
          say(out, answer);
        }
        case "DATA" -> {
          say(out, "354 go on");
          taken.add(new Taken(List.copyOf(recipients), text(in)));
          recipients.clear();
          while (afterData == AfterData.WAIT) {
            Thread.onSpinWait();
          }
          if (afterData == AfterData.DROP) {
            return;
          }
          say(out, afterData == AfterData.ACCEPT ? "250 taken" : "554 no such thing");
        }
        case "QUIT" -> {
          say(out, "221 bye");
          return;
        }
        default -> say(out, "250 ok");
      }
    }
  }

  private String text(BufferedReader in) throws IOException {
    StringBuilder text = new StringBuilder();
    for (String line = in.readLine(); !".".equals(line); line = in.readLine()) {
      if (line == null) {
        brokenOff.add(text.toString());
        throw new EOFException("the text has no end");
      }
      text.append(line).append('\n');
    }
    return text.toString();
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
