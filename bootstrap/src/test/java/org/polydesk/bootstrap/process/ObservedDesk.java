package org.polydesk.bootstrap.process;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.polydesk.bootstrap.doors.CallbackReceiver;
import org.polydesk.bootstrap.doors.CloseLink;
import org.polydesk.bootstrap.tikting.DemoDesk;
import org.polydesk.bootstrap.tikting.Store;

/** A demo desk in a process of its own, with the servers that its mails and its callbacks go to. */
final class ObservedDesk implements AutoCloseable {
  private final GreenMail mail =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private final CallbackReceiver receiver = new CallbackReceiver();
  private final DeskProcess process;
  private final DemoDesk desk;

  /**
   * @param directory where the process keeps its things
   * @param now where its clock stands until it is set
   */
  ObservedDesk(Store store, Path directory, Instant now) throws IOException {
    mail.start();
    Map<String, String> settings = new HashMap<>(store.settings());
    settings.putAll(receiver.settings());
    settings.put("mail.host", "127.0.0.1");
    settings.put("mail.port", Integer.toString(mail.getSmtp().getPort()));
    settings.put("mail.security", "none");
    settings.put("mail.from", "desk@polydesk.test");
    settings.put("public-base-url", CloseLink.BASE);
    Map<String, String> environment = new HashMap<>();
    settings.forEach((name, value) -> environment.put(variable(name), value));
    process = DeskProcess.demo(directory, environment, now);
    desk = DemoDesk.runningAt(process.address(), settings.getOrDefault("database.url", ""));
  }

  private static String variable(String setting) {
    return "POLYDESK_" + setting.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
  }

  DemoDesk desk() {
    return desk;
  }

  CallbackReceiver receiver() {
    return receiver;
  }

  /** The callbacks that told of a ticket. */
  List<CallbackReceiver.Call> calls(String ticket) {
    return receiver.calls().stream()
        .filter(call -> call.json().path("ticketId").asText().equals(ticket))
        .toList();
  }

  /** The mails that told of an event of a ticket. */
  List<MimeMessage> mails(String ticket, String event) {
    List<MimeMessage> mails = new ArrayList<>();
    try {
      for (MimeMessage one : mail.getReceivedMessages()) {
        if (ticket.equals(one.getHeader("X-Polydesk-Ticket", null))
            && event.equals(one.getHeader("X-Polydesk-Event", null))) {
          mails.add(one);
        }
      }
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
    return mails;
  }

  @Override
  public void close() {
    process.close();
    receiver.close();
    mail.stop();
  }
}
