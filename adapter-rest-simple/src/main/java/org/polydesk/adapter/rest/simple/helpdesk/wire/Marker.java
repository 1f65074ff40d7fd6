package org.polydesk.adapter.rest.simple.helpdesk.wire;

import org.polydesk.adapter.rest.shared.TextFormats;
import org.polydesk.domain.conversation.Body;

/**
 * What stands before every text that clients show as HTML. It is taken off on the way in and never
 * stored. Source: docs/dialects/helpdesk.md, section "Texts".
 */
public final class Marker {
  private static final String MARKER = "<!--html-->";

  private Marker() {}

  /** The text as this dialect shows it. */
  public static String with(Body body) {
    return MARKER + TextFormats.forHtmlField(body);
  }

  static String without(String text) {
    return text.startsWith(MARKER) ? text.substring(MARKER.length()) : text;
  }
}
