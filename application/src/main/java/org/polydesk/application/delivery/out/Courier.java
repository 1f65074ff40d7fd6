package org.polydesk.application.delivery.out;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.polydesk.application.desk.DeskSetup;
import org.polydesk.application.outbox.out.Outbox.Channel;
import org.polydesk.application.outbox.out.Outbox.Message;
import org.polydesk.application.ticket.out.Resolutions.Resolution;
import org.polydesk.domain.attachment.Attachment;
import org.polydesk.domain.conversation.Body;
import org.polydesk.domain.conversation.Entry;
import org.polydesk.domain.ticket.Ticket;
import org.polydesk.domain.user.EmailAddress;
import org.polydesk.domain.user.User;
import org.polydesk.domain.user.UserPreferences;

/**
 * Carries messages of one channel. Used by one thread at a time; must come back within a minute or
 * so, whatever the receiver does.
 */
public interface Courier {

  /** What it carries. */
  Channel channel();

  /** Whether it is set up; while it is not, its messages wait and are dropped after a day. */
  boolean isOn();

  /**
   * What is wrong with how it is set up, as far as can be told without the receiver: a short
   * English sentence that names the setting. Empty when nothing is, or when it is off.
   */
  default Optional<String> fault() {
    return Optional.empty();
  }

  /** Tries to deliver once. */
  Outcome deliver(Letter letter);

  /**
   * A message with all that can be said in it, as things are now.
   *
   * @param description what the ticket is about, as it reads now
   * @param to the people it goes to who have not got it yet, with an account or without
   * @param entry the entry it is about
   * @param author who wrote the entry
   * @param files the files that came with the entry
   * @param resolution how the ticket was resolved the last time
   */
  record Letter(
      Message message,
      DeskSetup setup,
      Ticket ticket,
      Body description,
      List<Recipient> to,
      Optional<Entry> entry,
      Optional<User> author,
      List<Attachment> files,
      Optional<Resolution> resolution) {
    public Letter {
      Objects.requireNonNull(message, "message");
      Objects.requireNonNull(setup, "setup");
      Objects.requireNonNull(ticket, "ticket");
      to = List.copyOf(to);
      files = List.copyOf(files);
    }
  }

  /**
   * Somebody a message goes to.
   *
   * @param user the user whom the message is for; empty when it goes to an address
   * @param address where mail reaches him; empty for a user without an address
   * @param preferences what whoever has that address wants, if he has an account
   */
  record Recipient(
      Optional<User> user, Optional<EmailAddress> address, Optional<UserPreferences> preferences) {
    public Recipient {
      Objects.requireNonNull(preferences, "preferences");
      Objects.requireNonNull(user, "user");
      Objects.requireNonNull(address, "address");
    }
  }

  /** What came of an attempt. */
  sealed interface Outcome {}

  /**
   * It has arrived with everybody who can be reached.
   *
   * @param remark what is worth knowing, such as refused addresses; a short English sentence
   */
  record Delivered(Optional<String> remark) implements Outcome {
    public static final Delivered WHOLLY = new Delivered(Optional.empty());
  }

  /**
   * It is worth trying again.
   *
   * @param reason a short English sentence
   * @param missing the addresses that have not got it; empty when nobody whom it was for has
   * @param remark what stays worth knowing when it has arrived, such as refused addresses; a short
   *     English sentence
   */
  record Later(String reason, List<EmailAddress> missing, Optional<String> remark)
      implements Outcome {
    public Later {
      Objects.requireNonNull(reason, "reason");
      Objects.requireNonNull(remark, "remark");
      missing = List.copyOf(missing);
    }

    /** With nobody who got it, and nothing that stays worth knowing. */
    public Later(String reason) {
      this(reason, List.of(), Optional.empty());
    }
  }

  /**
   * It never will arrive.
   *
   * @param reason a short English sentence
   */
  record Never(String reason) implements Outcome {
    public Never {
      Objects.requireNonNull(reason, "reason");
    }
  }
}
