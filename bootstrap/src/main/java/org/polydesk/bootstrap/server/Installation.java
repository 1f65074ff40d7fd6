package org.polydesk.bootstrap.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.polydesk.bootstrap.settings.DatabaseAddress;
import org.polydesk.bootstrap.settings.Setting;
import org.polydesk.bootstrap.settings.SettingException;
import org.polydesk.bootstrap.settings.SettingValues;
import org.polydesk.bootstrap.settings.Settings;

/**
 * What a server keeps, and where.
 *
 * @param directory the data directory, absolute; it exists
 * @param jwtKey the key that signs log-in tokens, in base64
 * @param secretKey the key under which tokens and keys are hashed, in base64
 * @param passing whether the directory goes when the server goes
 */
record Installation(
    Path directory, Database database, String jwtKey, String secretKey, boolean passing) {

  /**
   * The one that the settings describe; directories and the key are made where they are missing.
   *
   * @throws SettingException when the data directory cannot be used
   */
  static Installation lasting(SettingValues settings) {
    Path directory = directory(settings);
    Database database =
        settings
            .find(Settings.DATABASE_URL)
            .map(address -> postgresql(address, settings))
            .orElseGet(() -> Database.file(directory.toString()));
    return of(directory, database, settings, false);
  }

  /**
   * As {@link #lasting}, but what the settings leave open goes to memory and to a directory that is
   * removed when the server ends.
   */
  static Installation passing(SettingValues settings) {
    if (settings.isGiven(Settings.DATA_DIR)) {
      return lasting(settings);
    }
    Path directory = PassingDirectory.create();
    Database database =
        settings
            .find(Settings.DATABASE_URL)
            .map(address -> postgresql(address, settings))
            .orElseGet(Database::memory);
    return of(directory, database, settings, true);
  }

  /** The database alone, for commands that need nothing else. */
  static Database database(SettingValues settings) {
    return settings
        .find(Settings.DATABASE_URL)
        .map(address -> postgresql(address, settings))
        .orElseGet(() -> Database.file(directory(settings).toString()));
  }

  /** Removes what is not meant to last. */
  void leave() {
    if (passing) {
      PassingDirectory.remove(directory);
    }
  }

  Path files() {
    return directory.resolve("files");
  }

  private static Path directory(SettingValues settings) {
    Path directory = settings.get(Settings.DATA_DIR).toAbsolutePath().normalize();
    try {
      Files.createDirectories(directory);
    } catch (IOException | UncheckedIOException e) {
      throw new SettingException(
          "data.dir is \"%s\", which cannot be made; it must be a directory that can be written."
              .formatted(directory));
    }
    if (!Files.isWritable(directory)) {
      throw new SettingException(
          "data.dir is \"%s\"; it must be a directory that can be written.".formatted(directory));
    }
    return directory;
  }

  private static Installation of(
      Path directory, Database database, SettingValues settings, boolean passing) {
    return new Installation(
        directory,
        database,
        key(Settings.JWT_KEY, "jwt.key", settings, directory),
        key(Settings.SECRET_KEY, "secret.key", settings, directory),
        passing);
  }

  private static String key(
      Setting<byte[]> setting, String file, SettingValues settings, Path directory) {
    return settings
        .find(setting)
        .map(Base64.getEncoder()::encodeToString)
        .orElseGet(() -> KeptKey.in(directory, file));
  }

  private static Database postgresql(DatabaseAddress address, SettingValues settings) {
    String user =
        settings
            .find(Settings.DATABASE_USER)
            .or(address::user)
            .orElseThrow(
                () ->
                    new SettingException(
                        "database.user is missing; it must be the name with which database.url is"
                            + " opened."));
    String password = settings.find(Settings.DATABASE_PASSWORD).or(address::password).orElse("");
    return new Database(Database.Vendor.POSTGRESQL, address.url(), user, password);
  }
}
