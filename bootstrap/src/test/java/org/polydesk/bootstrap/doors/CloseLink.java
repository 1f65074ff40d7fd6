package org.polydesk.bootstrap.doors;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMailUtil;
import jakarta.mail.internet.MimeMessage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The link in the mail that a ticket was resolved. */
public final class CloseLink {
  /** The address that mails name as the desk's. */
  public static final String BASE = "https://desk.test";

  private static final Pattern LINK = Pattern.compile(Pattern.quote(BASE) + "(/close/[\\w.-]+)");

  private CloseLink() {}

  /** Its path. */
  public static String in(MimeMessage mail) {
    String text = GreenMailUtil.getWholeMessage(mail);
    Matcher link = LINK.matcher(text.replace("=\r\n", "").replace("=3D", "="));
    assertTrue(link.find(), text);
    return link.group(1);
  }
}
