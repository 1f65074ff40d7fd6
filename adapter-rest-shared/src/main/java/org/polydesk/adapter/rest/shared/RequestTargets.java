package org.polydesk.adapter.rest.shared;

/**
 * Makes request targets readable to Java and the router without changing what they mean: characters
 * that clients should have percent-encoded and did not are encoded, a scheme and host before the
 * path are dropped.
 */
final class RequestTargets {
  private static final int MAX_HARMLESS = 1000;
  private static final String LEGAL_PUNCTUATION = "/-._~!$&'()*,;=:@%";
  private static final char[] HEX = "0123456789ABCDEF".toCharArray();

  private RequestTargets() {}

  /** A target that nothing can be made of. */
  static final class MalformedTargetException extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedTargetException() {
      super("malformed request target", null, false, false);
    }
  }

  /**
   * The target in a form that {@link java.net.URI} takes; the same object when it is fine already.
   *
   * @throws MalformedTargetException when a percent sign in the path is not followed by two
   *     hexadecimal digits, or the path holds U+0000
   */
  static String readable(String target) throws MalformedTargetException {
    String origin = withoutHost(target);
    boolean inQuery = false;
    for (int i = 0; i < origin.length(); i++) {
      char c = origin.charAt(i);
      if (c == '?' && !inQuery) {
        inQuery = true;
      } else if (c == '%') {
        if (!isEscape(origin, i, inQuery)) {
          return encoded(origin);
        }
        i += 2;
      } else if (!isLegal(c, inQuery)) {
        return encoded(origin);
      }
    }
    return origin;
  }

  /** The beginning of the path of a target that nothing can be made of, safe to be parsed. */
  static String harmless(String target) {
    StringBuilder path = new StringBuilder();
    for (char c : withoutHost(target).toCharArray()) {
      if (c == '?' || path.length() == MAX_HARMLESS) {
        break;
      }
      path.append(isLegal(c, false) && c != '%' ? c : '_');
    }
    return path.toString();
  }

  private static String encoded(String target) throws MalformedTargetException {
    StringBuilder readable = new StringBuilder(target.length() + 16);
    boolean inQuery = false;
    for (int i = 0; i < target.length(); i++) {
      char c = target.charAt(i);
      boolean stray = c == '%' && !isEscape(target, i, inQuery);
      if (c == '?' && !inQuery) {
        inQuery = true;
        readable.append(c);
      } else if (isLegal(c, inQuery) && !stray) {
        readable.append(c);
      } else {
        // The decoder gives one character a byte.
        readable.append('%').append(HEX[c >> 4 & 15]).append(HEX[c & 15]);
      }
    }
    return readable.toString();
  }

  /** Whether a percent sign means what follows it; in a query it may also mean itself. */
  private static boolean isEscape(String target, int at, boolean inQuery)
      throws MalformedTargetException {
    int octet = at + 2 < target.length() ? UrlEncoded.octet(target, at + 1) : -1;
    if (!inQuery && octet <= 0) {
      throw new MalformedTargetException();
    }
    return octet >= 0;
  }

  private static boolean isLegal(char c, boolean inQuery) {
    if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9') {
      return true;
    }
    // In a path a plus sign stands for itself; the router would make a blank of it.
    return LEGAL_PUNCTUATION.indexOf(c) >= 0 || inQuery && (c == '+' || c == '?');
  }

  private static String withoutHost(String target) {
    if (target.startsWith("/")) {
      int path = 0;
      while (path + 1 < target.length() && target.charAt(path + 1) == '/') {
        path++;
      }
      return path == 0 ? target : target.substring(path);
    }
    int scheme = target.indexOf("://");
    if (scheme < 0 || scheme > 5) {
      return target;
    }
    int path = scheme + 3;
    while (path < target.length() && target.charAt(path) != '/' && target.charAt(path) != '?') {
      path++;
    }
    String rest = target.substring(path);
    return rest.startsWith("/") ? rest : "/" + rest;
  }
}
