package org.polydesk.adapter.rest.simple;

import org.polydesk.adapter.rest.shared.RequestHead;

/**
 * Which dialect a path without a dialect's prefix is for: the credential tells. Source:
 * docs/architecture.md, section "The bare root".
 */
public final class SharedRoot {
  private static final String TOKEN = "X-Token";
  private static final String KEY = "key";
  private static final String KEY_HEADER = "Ocp-Apim-Subscription-Key";

  private SharedRoot() {}

  /** Whether the path is one that the dialects of the bare root share. */
  public static boolean isBare(RequestHead head) {
    return isPanels(head) || isTaass(head);
  }

  /** Whether it is the Panel dialect's: its credential comes first. */
  public static boolean isForPanel(RequestHead head) {
    return isPanels(head) && head.hasHeader(TOKEN);
  }

  /** Whether it is the Taas dialect's. */
  public static boolean isForTaas(RequestHead head) {
    return isTaass(head)
        && !head.hasHeader(TOKEN)
        && (head.hasQueryParameter(KEY) || head.hasHeader(KEY_HEADER));
  }

  private static boolean isPanels(RequestHead head) {
    return head.isUnder("/tickets") || head.isUnder("/comments") || head.isUnder("/topics");
  }

  private static boolean isTaass(RequestHead head) {
    return head.isUnder("/tickets")
        || head.isUnder("/attachments")
        || head.isUnder("/instance")
        || head.isUnder("/tags");
  }
}
