package org.polydesk.application.delivery;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.polydesk.application.delivery.out.Courier.Letter;
import org.polydesk.application.delivery.out.Courier.Recipient;
import org.polydesk.application.delivery.out.OutboxQueue.Held;
import org.polydesk.application.desk.out.DeskSetups;
import org.polydesk.application.outbox.out.Outbox.Channel;
import org.polydesk.application.outbox.out.Outbox.Event;
import org.polydesk.application.outbox.out.Outbox.Message;
import org.polydesk.application.ticket.out.Conversations;
import org.polydesk.application.ticket.out.Resolutions;
import org.polydesk.application.ticket.out.TicketRepository;
import org.polydesk.application.user.out.UserRepository;
import org.polydesk.domain.attachment.Attachment;
import org.polydesk.domain.conversation.Entry;
import org.polydesk.domain.conversation.Visibility;
import org.polydesk.domain.ticket.Ticket;
import org.polydesk.domain.user.EmailAddress;
import org.polydesk.domain.user.User;

/** Puts letters together from what the store holds now. */
@Singleton
public final class Letters {
  private final TicketRepository tickets;
  private final Conversations conversations;
  private final Resolutions resolutions;
  private final UserRepository users;
  private final DeskSetups setups;

  @Inject
  public Letters(
      TicketRepository tickets,
      Conversations conversations,
      Resolutions resolutions,
      UserRepository users,
      DeskSetups setups) {
    this.tickets = tickets;
    this.conversations = conversations;
    this.resolutions = resolutions;
    this.users = users;
    this.setups = setups;
  }

  /** The letter; empty when there is nobody whom it still concerns. */
  Optional<Letter> of(Held held) {
    Message message = held.message();
    Ticket ticket =
        tickets
            .findById(message.ticket())
            .orElseThrow(() -> new IllegalStateException("no ticket for a message"));
    if (message.event() == Event.ESCALATED && ticket.lifecycle().isDeleted()) {
      return Optional.empty();
    }
    Optional<Entry> entry = message.entry().flatMap(conversations::findEntry);
    List<Recipient> to = recipients(held, entry);
    if (to.isEmpty() && message.channel() != Channel.CALLBACK) {
      return Optional.empty();
    }
    List<Attachment> files =
        entry.isEmpty()
            ? List.of()
            : conversations.attachmentsOf(ticket.id()).stream()
                .filter(file -> file.entry().equals(message.entry()))
                .toList();
    return Optional.of(
        new Letter(
            message,
            setups.existing(message.desk()),
            ticket,
            conversations.openingOf(ticket.id()).body(),
            to,
            entry,
            entry.flatMap(Entry::author).flatMap(users::findById),
            files,
            resolutions.find(ticket.id())));
  }

  private List<Recipient> recipients(Held held, Optional<Entry> entry) {
    Message message = held.message();
    List<Recipient> all = new ArrayList<>();
    message
        .toUser()
        .flatMap(users::findById)
        .filter(user -> wants(user, message.channel()) && mayKnow(user, entry))
        .map(
            user -> new Recipient(Optional.of(user), user.email(), Optional.of(user.preferences())))
        .ifPresent(all::add);
    Map<String, User> known = users.findByEmails(message.desk(), message.toAddresses());
    message
        .toAddresses()
        .forEach(
            address ->
                all.add(
                    new Recipient(
                        Optional.empty(),
                        Optional.of(address),
                        Optional.ofNullable(known.get(address.folded())).map(User::preferences))));
    return onceEach(all).stream()
        .filter(
            one ->
                held.missing().isEmpty()
                    || one.address().filter(held.missing()::contains).isPresent())
        .toList();
  }

  /** Nobody gets a message twice, however often and in whatever case he is named. */
  private static List<Recipient> onceEach(List<Recipient> all) {
    Set<String> seen = new HashSet<>();
    return all.stream()
        .filter(one -> one.address().map(EmailAddress::folded).map(seen::add).orElse(true))
        .toList();
  }

  private static boolean wants(User user, Channel channel) {
    return user.isActive()
        && switch (channel) {
          case MAIL -> user.email().isPresent() && user.preferences().emailNotifications();
          case PUSH -> user.preferences().pushNotifications();
          case CALLBACK -> true;
        };
  }

  /** What the desk's own people write for each other is for them, whatever the user is by now. */
  private static boolean mayKnow(User user, Optional<Entry> entry) {
    return !user.role().isMember()
        || entry.filter(said -> said.visibility() == Visibility.INTERNAL).isEmpty();
  }
}
