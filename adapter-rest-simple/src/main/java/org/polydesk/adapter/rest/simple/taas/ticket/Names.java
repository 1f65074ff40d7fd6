package org.polydesk.adapter.rest.simple.taas.ticket;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.polydesk.adapter.rest.simple.taas.wire.TaasJson;
import org.polydesk.application.ticket.SentPerson;
import org.polydesk.application.ticket.out.TicketBrowsing.BrowsedPerson;
import org.polydesk.domain.user.EmailAddress;
import org.polydesk.domain.user.User;

/** People as the dialect writes them: always an object, never a text. */
final class Names {
  private Names() {}

  static SentPerson of(User user) {
    return new SentPerson(
        user.id().toString(), user.displayName(), user.email().map(EmailAddress::text).orElse(""));
  }

  static SentPerson of(BrowsedPerson person) {
    return new SentPerson(person.id().toString(), person.displayName(), person.email());
  }

  /** The person as an object; {@code null} for nobody. */
  static ObjectNode json(Optional<SentPerson> person) {
    return person.map(Names::json).orElse(null);
  }

  static ObjectNode json(SentPerson person) {
    return TaasJson.object()
        .put("id", person.id())
        .put("name", person.name())
        .put("email", person.email());
  }
}
