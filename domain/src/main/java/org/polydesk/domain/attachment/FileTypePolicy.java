package org.polydesk.domain.attachment;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which files a desk takes. The name decides; content that contradicts the name in a dangerous way
 * (a program, a script or a page that calls itself a picture) counts as not allowed.
 */
public final class FileTypePolicy {
  /** How many bytes from the beginning of a file {@link #allows} wants to see at the most. */
  public static final int HEAD_LENGTH = 512;

  /** The extensions that are taken unless an operator says otherwise. */
  public static final Set<String> DEFAULT_EXTENSIONS =
      Set.of(
          "pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "txt", "csv", "log", "rtf", "odt",
          "ods", "png", "jpg", "jpeg", "gif", "bmp", "webp", "zip", "7z", "eml", "msg");

  private final Set<String> extensions;

  /**
   * @param extensions without the dot, in any case
   */
  public FileTypePolicy(Set<String> extensions) {
    this.extensions =
        extensions.stream()
            .map(e -> e.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Whether the desk takes a file.
   *
   * @param head the first {@value #HEAD_LENGTH} bytes of it, or all of them when it is shorter
   */
  public boolean allows(FileName name, byte[] head) {
    return name.extension().filter(extensions::contains).isPresent()
        && !ContentKind.of(head).contradicts(name.extension().orElseThrow());
  }

  /** The extensions that are taken, in lower case, without the dot. */
  public Set<String> extensions() {
    return extensions;
  }
}
