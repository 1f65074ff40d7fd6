package org.polydesk.application.ticket;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.outbox.out.Outbox.Channel;
import org.polydesk.application.outbox.out.Outbox.Event;
import org.polydesk.application.outbox.out.Outbox.Message;
import org.polydesk.domain.conversation.Entry;
import org.polydesk.domain.desk.DeskSettings;
import org.polydesk.domain.desk.DeskSettings.NotificationSettings;
import org.polydesk.domain.ticket.Ticket;
import org.polydesk.domain.user.EmailAddress;
import org.polydesk.domain.user.UserId;

/**
 * Who is told that a ticket was opened: its technician, unless he opened it himself, and, if the
 * desk acknowledges, its requester with the Cc list.
 */
final class OpeningNotices {
  private OpeningNotices() {}

  static List<Message> of(
      Ticket ticket, Entry created, Caller caller, DeskSettings settings, Instant at) {
    NotificationSettings told = settings.notifications();
    List<Message> messages = new ArrayList<>();
    ticket
        .people()
        .technician()
        .filter(technician -> !caller.is(technician))
        .ifPresent(
            technician -> {
              if (told.onAssign()) {
                messages.add(
                    message(Channel.MAIL, Event.ASSIGNED, ticket, created, technician, at));
              }
              if (told.push()) {
                messages.add(
                    message(Channel.PUSH, Event.ASSIGNED, ticket, created, technician, at));
              }
            });
    if (told.onCreateAcknowledge()) {
      messages.add(
          message(
              Channel.MAIL,
              Event.CREATED,
              ticket,
              created,
              ticket.people().requester(),
              ticket.people().cc(),
              at));
    }
    return messages;
  }

  private static Message message(
      Channel channel, Event event, Ticket ticket, Entry entry, UserId to, Instant at) {
    return message(channel, event, ticket, entry, to, List.of(), at);
  }

  private static Message message(
      Channel channel,
      Event event,
      Ticket ticket,
      Entry entry,
      UserId to,
      List<EmailAddress> addresses,
      Instant at) {
    return new Message(
        UUID.randomUUID(),
        ticket.desk(),
        channel,
        event,
        ticket.id(),
        Optional.of(entry.id()),
        Optional.of(to),
        addresses,
        at,
        Optional.empty());
  }
}
