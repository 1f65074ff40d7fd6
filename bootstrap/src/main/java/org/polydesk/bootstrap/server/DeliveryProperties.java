package org.polydesk.bootstrap.server;

import java.util.Map;
import java.util.function.Function;
import org.polydesk.bootstrap.settings.Setting;
import org.polydesk.bootstrap.settings.SettingException;
import org.polydesk.bootstrap.settings.SettingValues;
import org.polydesk.bootstrap.settings.Settings;

/** The properties of mail, push and callbacks, and what one of their settings asks of another. */
final class DeliveryProperties {
  private DeliveryProperties() {}

  /**
   * @throws SettingException when one is missing that another needs
   */
  static void put(Map<String, Object> all, SettingValues settings) {
    if (settings.find(Settings.MAIL_HOST).isPresent()) {
      need(settings, Settings.MAIL_HOST, Settings.MAIL_FROM);
      need(settings, Settings.MAIL_HOST, Settings.PUBLIC_BASE_URL);
    }
    if (settings.find(Settings.MAIL_USER).isPresent()) {
      need(settings, Settings.MAIL_USER, Settings.MAIL_PASSWORD);
    }
    if (settings.find(Settings.MAIL_PASSWORD).isPresent()) {
      need(settings, Settings.MAIL_PASSWORD, Settings.MAIL_USER);
    }
    if (settings.find(Settings.TPI_URL).isPresent()) {
      need(settings, Settings.TPI_URL, Settings.TPI_SECRET);
    }
    put(all, settings, Settings.MAIL_HOST, Function.identity());
    put(all, settings, Settings.MAIL_PORT, Function.identity());
    put(all, settings, Settings.MAIL_SECURITY, Enum::name);
    put(all, settings, Settings.MAIL_USER, Function.identity());
    put(all, settings, Settings.MAIL_PASSWORD, Function.identity());
    put(all, settings, Settings.MAIL_FROM, Function.identity());
    put(all, settings, Settings.MAIL_REPLY_TO, Function.identity());
    put(all, settings, Settings.MAIL_SENDER_NAME, Function.identity());
    put(all, settings, Settings.MAIL_TIMEOUT_SECONDS, Function.identity());
    put(all, settings, Settings.MAIL_TEMPLATES, Object::toString);
    put(all, settings, Settings.MAIL_MAX_FILE_BYTES, Function.identity());
    put(all, settings, Settings.PUSH_ACCOUNT, Object::toString);
    put(all, settings, Settings.PUSH_BASE_URL, Object::toString);
    put(all, settings, Settings.TPI_URL, Object::toString);
    put(all, settings, Settings.TPI_SECRET, Function.identity());
    put(all, settings, Settings.TPI_ALLOW_PRIVATE, Function.identity());
  }

  private static void need(SettingValues settings, Setting<?> given, Setting<?> needed) {
    if (settings.find(needed).isEmpty()) {
      throw new SettingException(
          "%s is set, which needs %s too.".formatted(given.name(), needed.name()));
    }
  }

  private static <T> void put(
      Map<String, Object> all,
      SettingValues settings,
      Setting<T> setting,
      Function<? super T, ?> written) {
    settings.find(setting).ifPresent(value -> all.put(setting.property(), written.apply(value)));
  }
}
