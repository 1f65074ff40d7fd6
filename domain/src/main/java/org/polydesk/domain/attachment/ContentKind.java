package org.polydesk.domain.attachment;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the first bytes of a file give away, as far as it can do harm. */
enum ContentKind {
  /** A program: ELF, PE, Mach-O, Java class. */
  PROGRAM(Set.of()),
  /** Starts with {@code #!}; harmless in files that people read as text. */
  SCRIPT(Set.of("txt", "log", "csv", "rtf")),
  /**
   * A page or a picture that browsers run scripts in; harmless where it is shown as text or mail.
   */
  PAGE(Set.of("txt", "log", "csv", "eml", "msg", "html", "htm", "svg", "xml")),
  OTHER(Set.of());

  private static final List<byte[]> PROGRAMS =
      List.of(
          bytes(0x7f, 'E', 'L', 'F'),
          bytes(0xca, 0xfe, 0xba, 0xbe),
          bytes(0xfe, 0xed, 0xfa, 0xce),
          bytes(0xfe, 0xed, 0xfa, 0xcf),
          bytes(0xce, 0xfa, 0xed, 0xfe),
          bytes(0xcf, 0xfa, 0xed, 0xfe));
  private static final List<String> PAGES =
      List.of("<!doctype html", "<html", "<head", "<body", "<script", "<iframe", "<svg");

  private final Set<String> harmlessIn;

  ContentKind(Set<String> harmlessIn) {
    this.harmlessIn = harmlessIn;
  }

  static ContentKind of(byte[] head) {
    if (isProgram(head)) {
      return PROGRAM;
    }
    String text = beginning(head);
    if (text.startsWith("#!")) {
      return SCRIPT;
    }
    return PAGES.stream().anyMatch(text::startsWith) ? PAGE : OTHER;
  }

  boolean contradicts(String extension) {
    return this != OTHER && !harmlessIn.contains(extension);
  }

  private static boolean isProgram(byte[] head) {
    return PROGRAMS.stream().anyMatch(magic -> startsWith(head, magic)) || isWindowsProgram(head);
  }

  /** {@code MZ} alone is two letters of text; the header's fixed zero bytes tell a program. */
  private static boolean isWindowsProgram(byte[] head) {
    return head.length >= 64 && head[0] == 'M' && head[1] == 'Z' && head[62] == 0 && head[63] == 0;
  }

  private static String beginning(byte[] head) {
    String text = new String(head, StandardCharsets.UTF_8);
    String bare = text.startsWith("\uFEFF") ? text.substring(1) : text;
    return bare.stripLeading().toLowerCase(Locale.ROOT);
  }

  private static boolean startsWith(byte[] head, byte[] magic) {
    if (head.length < magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if (head[i] != magic[i]) {
        return false;
      }
    }
    return true;
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }
}
