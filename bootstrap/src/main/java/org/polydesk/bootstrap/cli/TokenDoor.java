package org.polydesk.bootstrap.cli;

import org.polydesk.application.identity.out.AccessKeyRepository.Kind;

/** Doors that are opened with tokens of users. */
enum TokenDoor {
  PANEL(Kind.PANEL_TOKEN),
  HELPDESK(Kind.HELPDESK_TOKEN);

  private final Kind kind;

  TokenDoor(Kind kind) {
    this.kind = kind;
  }

  Kind kind() {
    return kind;
  }
}
