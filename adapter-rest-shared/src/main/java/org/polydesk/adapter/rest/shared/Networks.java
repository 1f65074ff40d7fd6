package org.polydesk.adapter.rest.shared;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A set of addresses, told as {@code 10.0.0.1}, {@code 10.0.0.0/8} or {@code fd00::/8}. */
final class Networks {
  /** Only what cannot be a host name: nothing here may ask the DNS. */
  private static final Pattern LITERAL = Pattern.compile("[0-9.]+|[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*");

  private final List<Network> networks;

  /**
   * @param networks addresses with or without a prefix length
   * @throws IllegalArgumentException when one of them is neither
   */
  Networks(List<String> networks) {
    this.networks =
        networks.stream().map(String::strip).filter(n -> !n.isEmpty()).map(Network::of).toList();
  }

  /** Whether {@code address} is in the set; what is no address is not. */
  boolean contains(String address) {
    return bytes(address).filter(a -> networks.stream().anyMatch(n -> n.contains(a))).isPresent();
  }

  private static Optional<byte[]> bytes(String address) {
    if (!LITERAL.matcher(address).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(address).getAddress());
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  private record Network(byte[] address, int prefix) {
    static Network of(String text) {
      int slash = text.indexOf('/');
      byte[] address =
          bytes(slash < 0 ? text : text.substring(0, slash))
              .orElseThrow(() -> new IllegalArgumentException("no network: " + text));
      int longest = address.length * Byte.SIZE;
      int prefix = slash < 0 ? longest : Integer.parseInt(text.substring(slash + 1));
      if (prefix < 0 || prefix > longest) {
        throw new IllegalArgumentException("no network: " + text);
      }
      return new Network(address, prefix);
    }

    boolean contains(byte[] other) {
      if (other.length != address.length) {
        return false;
      }
      for (int bit = 0; bit < prefix; bit++) {
        int mask = 0x80 >> bit % Byte.SIZE;
        if (((address[bit / Byte.SIZE] ^ other[bit / Byte.SIZE]) & mask) != 0) {
          return false;
        }
      }
      return true;
    }
  }
}
