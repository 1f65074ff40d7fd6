package org.polydesk.adapter.notification.callback;

import java.net.Inet4Address;
import java.net.InetAddress;

/** Which addresses are anybody's to call, and not of this computer or a network behind it. */
final class PublicAddresses {
  static final String REFUSAL =
      "The address leads to this computer or a private network, which tpi.allow-private forbids.";

  private PublicAddresses() {}

  static boolean isPublic(InetAddress address) {
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return false;
    }
    byte[] bytes = address.getAddress();
    return address instanceof Inet4Address ? isPublic(bytes, 0) : isPublic6(bytes);
  }

  private static boolean isPublic(byte[] bytes, int from) {
    int first = bytes[from] & 0xff;
    int second = bytes[from + 1] & 0xff;
    int third = bytes[from + 2] & 0xff;
    return switch (first) {
      case 0, 10, 127 -> false;
      case 100 -> second < 64 || second > 127;
      case 169 -> second != 254;
      case 172 -> second < 16 || second > 31;
      case 192 -> second != 168 && !(second == 0 && (third == 0 || third == 2));
      case 198 -> second != 18 && second != 19 && !(second == 51 && third == 100);
      case 203 -> !(second == 0 && third == 113);
      default -> first < 224;
    };
  }

  /** Of the addresses that carry one of the older kind, that one counts. */
  private static boolean isPublic6(byte[] bytes) {
    int first = bytes[0] & 0xff;
    int second = bytes[1] & 0xff;
    if ((first & 0xfe) == 0xfc) {
      return false;
    }
    if (first == 0x20 && second == 0x02) {
      return isPublic(bytes, 2);
    }
    if (first == 0x00 && second == 0x64) {
      return isPublic(bytes, 12);
    }
    if (first == 0x00 && second == 0x00) {
      return false;
    }
    return !(first == 0x20 && second == 0x01 && bytes[2] == 0x0d && (bytes[3] & 0xff) == 0xb8);
  }
}
