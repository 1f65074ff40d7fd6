package org.polydesk.application.ticket;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.polydesk.application.attachment.NewAttachment;
import org.polydesk.application.attachment.NewLink;
import org.polydesk.application.attachment.UnfitFiles;
import org.polydesk.application.desk.DeskSetup;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.outbox.out.Outbox.Channel;
import org.polydesk.application.outbox.out.Outbox.Event;
import org.polydesk.application.outbox.out.Outbox.Message;
import org.polydesk.application.outbox.out.Outbox.Milestone;
import org.polydesk.application.ticket.TicketFiles.Judged;
import org.polydesk.application.ticket.out.Conversations;
import org.polydesk.application.ticket.out.Resolutions;
import org.polydesk.application.ticket.out.Resolutions.Resolution;
import org.polydesk.application.ticket.out.TicketRepository.Stored;
import org.polydesk.application.ticket.out.TicketTies;
import org.polydesk.domain.audit.AuditFact;
import org.polydesk.domain.catalogue.StatusRow;
import org.polydesk.domain.conversation.Entry;
import org.polydesk.domain.desk.DeskSettings;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.sla.SlaClocks;
import org.polydesk.domain.sla.SlaTerms;
import org.polydesk.domain.ticket.Lifecycle;
import org.polydesk.domain.ticket.StatusType;
import org.polydesk.domain.ticket.Ticket;
import org.polydesk.domain.user.EmailAddress;
import org.polydesk.domain.user.UserId;

/**
 * One change of one ticket by one caller at one instant: the ticket and its clocks as they become,
 * the history and the messages that go with it. Lives inside one transaction; not thread-safe.
 */
final class TicketTurn {
  private final Stored before;
  private final DeskSetup setup;
  private final Caller caller;
  private final Instant now;
  private final Conversations conversations;
  private final Resolutions resolutions;
  private final TicketFiles files;
  private final TicketTies ties;
  private final OpenTasks openTasks;
  private final List<AuditFact> facts = new ArrayList<>();
  private final List<Message> messages = new ArrayList<>();
  private final List<Reached> reached = new ArrayList<>();
  private boolean hushed;
  private Ticket ticket;
  private Optional<UserId> actor;
  private SlaClocks clocks;

  /** A milestone as the ticket was then. */
  private record Reached(Event event, Lifecycle then) {}

  TicketTurn(
      Stored before,
      DeskSetup setup,
      Caller caller,
      Instant now,
      Conversations conversations,
      Resolutions resolutions,
      TicketFiles files,
      TicketTies ties,
      OpenTasks openTasks) {
    this.before = before;
    this.setup = setup;
    this.caller = caller;
    this.now = now;
    this.conversations = conversations;
    this.resolutions = resolutions;
    this.files = files;
    this.ties = ties;
    this.openTasks = openTasks;
    this.actor = caller.userId();
    this.ticket = before.ticket();
    this.clocks = before.clocks();
  }

  Ticket ticket() {
    return ticket;
  }

  /** The ticket as it will be once it is saved: every save raises the version by one. */
  Ticket savedTicket() {
    return ticket.withVersion(before.ticket().version() + (isChanged() ? 1 : 0));
  }

  SlaClocks clocks() {
    return clocks;
  }

  Instant now() {
    return now;
  }

  /** Whether it lies between the creation, which clients know in whole seconds, and now. */
  boolean isInLifetime(Instant at) {
    return at.getEpochSecond() >= ticket.lifecycle().openedAt().getEpochSecond()
        && !at.isAfter(now);
  }

  /** Whether the caller asks here himself. */
  boolean isRequester() {
    return caller.is(ticket.people().requester());
  }

  /** Whether somebody of the caller's company asks here. */
  boolean isOfHisCompany() {
    return caller
        .userId()
        .filter(user -> Sight.isOfHisCompany(caller, ties.between(ticket.id(), user)))
        .isPresent();
  }

  /** Who follows the ticket. */
  Set<UserId> subscribers() {
    return ties.subscribers(ticket.id());
  }

  /** The change is somebody's who does not call himself. */
  void by(UserId user) {
    actor = Optional.of(user);
  }

  /** Whether it is a user's change, be he the caller or somebody for whom he calls. */
  boolean isDoneBy(UserId user) {
    return caller.is(user) || actor.filter(user::equals).isPresent();
  }

  /** Whether the ticket was not closed and is now. */
  boolean closes() {
    return status().type() == StatusType.CLOSED
        && before.ticket().lifecycle().status().type() != StatusType.CLOSED;
  }

  Caller caller() {
    return caller;
  }

  DeskSetup setup() {
    return setup;
  }

  DeskSettings settings() {
    return setup.desk().settings();
  }

  StatusRow status() {
    return ticket.lifecycle().status();
  }

  /** The status row that a setting names. */
  StatusRow row(int statusId) {
    return setup.catalogue().existingStatus(statusId);
  }

  SlaTerms terms() {
    return TicketTimes.terms(setup, ticket);
  }

  void change(UnaryOperator<Ticket> change) {
    ticket = change.apply(ticket);
  }

  /**
   * Goes to another status as {@code move} says; the clocks follow at {@code at}.
   *
   * @throws DeskException {@code ILLEGAL_TRANSITION} when it closes the ticket and open tasks
   *     forbid that; what {@code move} throws
   */
  void move(UnaryOperator<Ticket> move, boolean requesterSpoke, Instant at) {
    StatusRow from = status();
    ticket = move.apply(ticket);
    StatusRow to = status();
    boolean closes = to.type() == StatusType.CLOSED && from.type() != StatusType.CLOSED;
    if (closes && openTasks.forbidClosing(ticket.id(), settings())) {
      throw DeskException.openTasks();
    }
    if (to.id() == settings().statuses().inProgressId()) {
      ticket = ticket.with(ticket.handling().started(at), ticket.updatedAt());
    }
    boolean reopened = from.type().isDone() && !to.type().isDone();
    clocks =
        reopened
            ? clocks.reopened(TicketTimes.conditionOf(to), requesterSpoke, terms(), at)
            : clocks.statusChanged(
                TicketTimes.conditionOf(from), TicketTimes.conditionOf(to), terms(), at);
    milestone(from, to).ifPresent(event -> reached.add(new Reached(event, ticket.lifecycle())));
  }

  /** What other systems are told of, whoever did it and however. */
  private static Optional<Event> milestone(StatusRow from, StatusRow to) {
    if (from.type() == to.type()) {
      return Optional.empty();
    }
    return switch (to.type()) {
      case RESOLVED -> Optional.of(Event.RESOLVED);
      case CLOSED -> Optional.of(Event.CLOSED);
      case OPEN, PENDING, ON_HOLD ->
          from.type().isDone() ? Optional.of(Event.REOPENED) : Optional.empty();
    };
  }

  void clocks(UnaryOperator<SlaClocks> change) {
    clocks = change.apply(clocks);
  }

  /** Adds an entry; the ticket counts as changed at its instant. */
  Entry say(UnaryOperator<EntryDraft> draft) {
    Entry entry =
        draft.apply(EntryDraft.by(caller)).toEntry(conversations.nextEntryId(), ticket.id(), now);
    conversations.add(entry);
    return entry;
  }

  /** Tells the files that the desk takes from the others, which the history remembers. */
  Judged judge(List<NewAttachment> sent, UnfitFiles unfit) {
    Judged judged = files.judge(sent, unfit);
    TicketHistory history = history();
    judged.skipped().forEach(name -> facts.add(history.fileSkipped(name)));
    return judged;
  }

  /** Keeps files with the entry they came with. */
  void attach(Judged judged, Entry entry) {
    files.keep(judged.accepted(), ticket.id(), entry.id(), actor, now);
    TicketHistory history = history();
    judged.accepted().forEach(file -> facts.add(history.fileAdded(file.name().text())));
  }

  /**
   * Gives waiting files to an entry.
   *
   * @throws DeskException {@code NOT_FOUND} when one is not there or somebody else's
   */
  void take(List<UUID> waiting, Entry entry) {
    if (waiting.isEmpty()) {
      return;
    }
    int taken =
        conversations.take(waiting, caller.userId().orElse(Sight.NOBODY), ticket.id(), entry.id());
    if (taken < waiting.stream().distinct().count()) {
      throw DeskException.notFound("file");
    }
  }

  /** Adds addresses of things that are elsewhere to an entry. */
  void link(List<NewLink> links, Entry entry) {
    files.link(links, ticket.id(), entry.id(), actor, now);
  }

  /** Remembers that one of its fields became different which is kept beside it. */
  void rememberChange(String field, Optional<String> was, Optional<String> is) {
    remember("changed", field, was, is);
  }

  /** Remembers something that is no field of the ticket. */
  void remember(String action, String field, Optional<String> was, Optional<String> is) {
    facts.add(history().note(action, field, was, is));
  }

  /** Remembers that something was said; what it was stands in the entry. */
  void rememberWord(Entry entry) {
    remember("said", "entry", Optional.empty(), Optional.of(Long.toString(entry.id().value())));
  }

  /** Has a user told, unless he is the caller himself. */
  void tell(Channel channel, Event event, UserId user, Optional<Entry> about) {
    if (!caller.is(user)) {
      send(channel, event, about, Optional.of(user), List.of());
    }
  }

  /** Has a message sent to a user, to addresses or to both. */
  void send(
      Channel channel,
      Event event,
      Optional<Entry> about,
      Optional<UserId> user,
      List<EmailAddress> addresses) {
    messages.add(message(channel, event, about, user, addresses, Optional.empty()));
  }

  private Message message(
      Channel channel,
      Event event,
      Optional<Entry> about,
      Optional<UserId> user,
      List<EmailAddress> addresses,
      Optional<Milestone> milestone) {
    return new Message(
        UUID.randomUUID(),
        ticket.desk(),
        channel,
        event,
        ticket.id(),
        about.map(Entry::id),
        user,
        addresses,
        now,
        milestone);
  }

  /** Works out the due dates anew. */
  void settle() {
    ticket = ticket.timed(ticket.slaId(), TicketTimes.due(ticket.due(), clocks, terms()));
    if (ticket.updatedAt().equals(now) && !ticket.equals(before.ticket())) {
      ticket = ticket.with(ticket.handling().updatedBy(actor), ticket.updatedAt());
    }
  }

  private TicketHistory history() {
    return new TicketHistory(ticket, caller, now)
        .onBehalfOf(actor.filter(user -> !caller.is(user)));
  }

  boolean isChanged() {
    return !ticket.equals(before.ticket()) || !clocks.equals(before.clocks());
  }

  /** Every field that became different, then what was remembered beside. */
  List<AuditFact> facts() {
    List<AuditFact> all = new ArrayList<>(history().changedFrom(before.ticket()));
    all.addAll(facts);
    return all;
  }

  /** No person is to be told of this change; programs are. */
  void hush() {
    hushed = true;
  }

  /** What is to be sent, once the turn is over and what was said about it is known. */
  List<Message> messages() {
    List<Message> all = new ArrayList<>();
    reached.forEach(milestone -> all.add(callback(milestone)));
    messages.stream().filter(message -> !hushed).forEach(all::add);
    return all;
  }

  /** A resolution is the one of this milestone when the ticket was not reopened since. */
  private Message callback(Reached milestone) {
    Lifecycle then = milestone.then();
    Optional<Resolution> resolution =
        milestone.event() == Event.REOPENED
            ? Optional.empty()
            : resolutions
                .find(ticket.id())
                .filter(found -> found.reopenCount() == then.reopenCount());
    return message(
        Channel.CALLBACK,
        milestone.event(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.of(
            new Milestone(
                then.status().name(),
                then.resolvedAt(),
                resolution.map(Resolution::by),
                resolution.map(Resolution::details))));
  }
}
