package org.polydesk.bootstrap.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import org.polydesk.bootstrap.settings.SettingException;

/** A key of the installation, made once and kept where only its owner reads it. */
final class KeptKey {
  private static final int BYTES = 48;

  private KeptKey() {}

  /**
   * The key kept in {@code directory} under {@code name}, which is made when there is none.
   *
   * @return the key in base64
   * @throws SettingException when the file cannot be read or written, or holds no key
   */
  static String in(Path directory, String name) {
    Path file = directory.resolve(name);
    try {
      try {
        return create(file);
      } catch (FileAlreadyExistsException e) {
        return read(file);
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new SettingException(
          "The key in %s cannot be used; it must be a file of this user's with base64 text in it."
              .formatted(file));
    }
  }

  private static String create(Path file) throws IOException {
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    String text = Base64.getEncoder().encodeToString(key);
    try (var channel =
        Files.newByteChannel(
            file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), onlyOwner())) {
      channel.write(StandardCharsets.US_ASCII.encode(text + "\n"));
    }
    return text;
  }

  private static String read(Path file) throws IOException {
    String text = Files.readString(file, StandardCharsets.US_ASCII).strip();
    if (Base64.getDecoder().decode(text).length < BYTES) {
      throw new IOException("too short");
    }
    return text;
  }

  private static FileAttribute<?>[] onlyOwner() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
