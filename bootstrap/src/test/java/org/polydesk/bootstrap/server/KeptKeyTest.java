package org.polydesk.bootstrap.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.polydesk.bootstrap.settings.SettingException;

final class KeptKeyTest {
  @TempDir private Path one;
  @TempDir private Path other;

  @Test
  void keptInShouldMakeAKeyOnceForEachDirectory() {
    String key = KeptKey.in(one, "jwt.key");

    assertEquals(48, Base64.getDecoder().decode(key).length);
    assertEquals(key, KeptKey.in(one, "jwt.key"));
    assertNotEquals(key, KeptKey.in(other, "jwt.key"));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void keptInShouldLetOnlyTheOwnerReadTheKey() throws IOException {
    KeptKey.in(one, "jwt.key");

    assertEquals(
        Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE),
        Files.getPosixFilePermissions(one.resolve("jwt.key")));
  }

  @Test
  void keptInShouldRefuseAFileThatHoldsNoKey() throws IOException {
    Files.writeString(one.resolve("jwt.key"), "geheim");

    var refusal = assertThrows(SettingException.class, () -> KeptKey.in(one, "jwt.key"));

    assertFalse(refusal.getMessage().contains("geheim"), refusal.getMessage());
  }
}
