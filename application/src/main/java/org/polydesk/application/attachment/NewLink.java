package org.polydesk.application.attachment;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.polydesk.domain.error.Violation;
import org.polydesk.domain.error.Violations;

/**
 * The address of something elsewhere that belongs to a ticket.
 *
 * @param address an absolute http or https address, 1 to 2048 characters
 * @param caption what people see for it; empty for the address itself; at most 255 characters count
 */
public record NewLink(String address, Optional<String> caption) {
  public static final int MAX_LENGTH = 2048;

  public NewLink {
    Violations.none(violationsOf("files", address));
    caption = caption.filter(text -> !text.isBlank());
  }

  /** What is wrong with {@code address} as the field called {@code field}; empty when nothing. */
  public static List<Violation> violationsOf(String field, String address) {
    Violations found = new Violations();
    found.addAll(Violations.of(field).required(address).atMost(MAX_LENGTH, address).toList());
    found.addIf(
        address != null && !isWeb(address),
        Violation.refused(field, "A link must be an http or https address."));
    return found.toList();
  }

  private static boolean isWeb(String address) {
    try {
      URI uri = new URI(address);
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      return (scheme.equals("http") || scheme.equals("https")) && uri.getHost() != null;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
