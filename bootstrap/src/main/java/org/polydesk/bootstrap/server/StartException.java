package org.polydesk.bootstrap.server;

import java.net.BindException;
import java.nio.channels.UnresolvedAddressException;
import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.polydesk.bootstrap.settings.SettingException;
import org.polydesk.bootstrap.settings.SettingValues;
import org.polydesk.bootstrap.settings.Settings;

/** The server cannot start; the message is one sentence for whoever runs it. */
public final class StartException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private StartException(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  StartException(String sentence) {
    super(sentence, null);
  }

  /** {@code failure} in words, if we have some, else {@code failure} itself. */
  static RuntimeException of(RuntimeException failure, SettingValues settings) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SettingException setting) {
        return setting;
      }
      if (cause instanceof BindException) {
        return new StartException(
            "http.port is %d, where the server cannot listen: %s."
                .formatted(settings.get(Settings.HTTP_PORT), firstLine(cause)),
            failure);
      }
      if (cause instanceof UnresolvedAddressException) {
        return new StartException(
            "http.host is \"%s\"; it must be a host name or an IP address of this computer."
                .formatted(settings.get(Settings.HTTP_HOST)),
            failure);
      }
      if (cause instanceof SQLException) {
        return new StartException(
            "The database (database.url, data.dir) cannot be used: %s.".formatted(firstLine(cause)),
            failure);
      }
      if (cause instanceof FlywayException && cause.getCause() == null) {
        return new StartException(
            "The tables of the database cannot be brought up to date: %s."
                .formatted(firstLine(cause)),
            failure);
      }
    }
    return failure;
  }

  private static String firstLine(Throwable cause) {
    String message = String.valueOf(cause.getMessage());
    return message
        .lines()
        .findFirst()
        .orElse(message)
        .replaceAll("(?i)(password=)[^&;\\s]*", "$1***")
        .replaceAll("[.\\s]+$", "");
  }
}
