package org.polydesk.bootstrap.settings;

/** A setting is wrong or unknown; the message is one sentence for whoever runs the server. */
public final class SettingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** One sentence that names the setting and says what is expected, without any secret. */
  public SettingException(String sentence) {
    super(sentence);
  }
}
