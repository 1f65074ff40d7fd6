package org.polydesk.application.ticket;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.polydesk.application.attachment.UnfitFiles;
import org.polydesk.application.desk.out.DeskSetups;
import org.polydesk.application.desk.out.Topics;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.identity.Right;
import org.polydesk.application.shared.Edit;
import org.polydesk.application.shared.UnitOfWork;
import org.polydesk.application.ticket.in.ChangeStatusUseCase;
import org.polydesk.application.ticket.in.ChangeStatusUseCase.ChangeStatusCommand;
import org.polydesk.application.ticket.in.ChangeStatusUseCase.Goal;
import org.polydesk.application.ticket.in.ClientTicketsUseCase;
import org.polydesk.application.ticket.in.OpenTicketCommand;
import org.polydesk.application.ticket.in.OpenTicketUseCase;
import org.polydesk.application.ticket.in.ReadConversationUseCase;
import org.polydesk.application.ticket.in.ReadConversationUseCase.Conversation;
import org.polydesk.application.ticket.in.TicketRef;
import org.polydesk.application.ticket.out.ClientRecords;
import org.polydesk.application.ticket.out.ClientRecords.ClientDetails;
import org.polydesk.application.ticket.out.ClientRecords.Vote;
import org.polydesk.application.ticket.out.Conversations;
import org.polydesk.domain.catalogue.Topic;
import org.polydesk.domain.conversation.Body;
import org.polydesk.domain.conversation.EntryId;
import org.polydesk.domain.desk.DeskSettings.TicketDefaults;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.Violation;
import org.polydesk.domain.ticket.Classification;
import org.polydesk.domain.ticket.StatusType;
import org.polydesk.domain.ticket.Subject;
import org.polydesk.domain.ticket.Ticket;
import org.polydesk.domain.ticket.TicketId;
import org.polydesk.domain.ticket.TicketNumber;
import org.polydesk.domain.ticket.TicketSource;
import org.polydesk.domain.ticket.TicketType;
import org.polydesk.domain.user.EmailAddress;
import org.polydesk.domain.user.User;

/** Composes what clients do of what everybody does with tickets. */
@Singleton
public final class ClientTicketsService implements ClientTicketsUseCase {
  private static final int BEST = 10;

  private final OpenTicketUseCase openTicket;
  private final ChangeStatusUseCase changeStatus;
  private final ReadConversationUseCase readConversation;
  private final TicketTurns turns;
  private final VisibleTickets visible;
  private final ClientRecords records;
  private final Conversations conversations;
  private final Topics topics;
  private final DeskSetups setups;
  private final UnitOfWork unitOfWork;

  @Inject
  public ClientTicketsService(
      OpenTicketUseCase openTicket,
      ChangeStatusUseCase changeStatus,
      ReadConversationUseCase readConversation,
      TicketTurns turns,
      VisibleTickets visible,
      ClientRecords records,
      Conversations conversations,
      Topics topics,
      DeskSetups setups,
      UnitOfWork unitOfWork) {
    this.openTicket = openTicket;
    this.changeStatus = changeStatus;
    this.readConversation = readConversation;
    this.turns = turns;
    this.visible = visible;
    this.records = records;
    this.conversations = conversations;
    this.topics = topics;
    this.setups = setups;
    this.unitOfWork = unitOfWork;
  }

  @Override
  public ClientTicket open(
      Subject subject, Body body, List<UUID> waitingFiles, ClientDetails details, Caller caller) {
    User client = caller.user().orElseThrow(() -> DeskException.notAllowed("Permission denied."));
    return unitOfWork.run(
        () -> {
          details.topicKey().ifPresent(key -> checkTopic(key, caller));
          Ticket ticket =
              openTicket
                  .open(opening(subject, body, waitingFiles, client, caller), caller)
                  .ticket();
          if (!details.equals(ClientDetails.NONE)) {
            records.save(caller.desk(), ticket.id(), details);
          }
          return new ClientTicket(ticket, details, Optional.empty());
        });
  }

  private void checkTopic(String key, Caller caller) {
    if (topics.of(caller.desk()).stream().noneMatch(topic -> topic.key().equals(key))) {
      throw DeskException.notFound("topic");
    }
  }

  private OpenTicketCommand opening(
      Subject subject, Body body, List<UUID> waitingFiles, User client, Caller caller) {
    var settings = setups.existing(caller.desk()).desk().settings();
    TicketDefaults defaults = settings.defaults();
    return new OpenTicketCommand(
        Optional.empty(),
        subject,
        body,
        TicketSource.PORTAL,
        client.id(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        new Classification(
            TicketType.TICKET,
            defaults.siteId(),
            client.departmentId().or(defaults::departmentId),
            defaults.categoryId(),
            Optional.empty(),
            Optional.empty(),
            defaults.tierLevelId(),
            client.companyId(),
            defaults.priorityId(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of()),
        Set.of(),
        defaults.statusId().orElse(settings.statuses().openId()),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        UnfitFiles.REFUSED,
        waitingFiles,
        List.of(),
        Optional.empty(),
        false);
  }

  @Override
  public ClientTicket find(TicketNumber number, Caller caller) {
    return unitOfWork.read(() -> complete(visible.existing(number, caller)));
  }

  private ClientTicket complete(Ticket ticket) {
    return complete(List.of(ticket)).get(0);
  }

  @Override
  public List<ClientTicket> complete(List<Ticket> tickets) {
    List<TicketId> ids = tickets.stream().map(Ticket::id).toList();
    return unitOfWork.read(
        () -> {
          Map<TicketId, ClientDetails> details = records.details(ids);
          Map<TicketId, Vote> votes = records.votes(ids);
          return tickets.stream()
              .map(
                  ticket ->
                      new ClientTicket(
                          ticket,
                          details.getOrDefault(ticket.id(), ClientDetails.NONE),
                          Optional.ofNullable(votes.get(ticket.id()))))
              .toList();
        });
  }

  @Override
  public ClientTicket modify(
      TicketRef ref, Edit<String> aliasedName, Optional<List<EmailAddress>> emails, Caller caller) {
    Ticket changed =
        turns.run(
            ref,
            caller,
            turn -> {
              mustBeHis(turn, Right.EDIT_OWN);
              TicketId id = turn.ticket().id();
              ClientDetails before =
                  records.details(List.of(id)).getOrDefault(id, ClientDetails.NONE);
              ClientDetails after =
                  new ClientDetails(
                      before.topicKey(),
                      aliasedName.over(before.aliasedName()),
                      emails.orElse(before.emails()),
                      before.noticeId(),
                      before.accessLevel(),
                      before.project());
              if (!after.equals(before)) {
                records.save(caller.desk(), id, after);
                turn.remember("told", "aliasedName", before.aliasedName(), after.aliasedName());
                turn.remember(
                    "told",
                    "emails",
                    Optional.of(addresses(before)),
                    Optional.of(addresses(after)));
                turn.change(ticket -> ticket.touched(turn.now()));
              }
              turn.settle();
              return turn.savedTicket();
            });
    return complete(changed);
  }

  private static String addresses(ClientDetails details) {
    return details.emails().stream().map(EmailAddress::text).collect(Collectors.joining(","));
  }

  private static void mustBeHis(TicketTurn turn, Right right) {
    turn.caller().mustBeAbleTo(right);
    if (!turn.isRequester()) {
      throw DeskException.notAllowed("Permission denied.");
    }
  }

  @Override
  public ClientTicket close(
      TicketRef ref, Optional<Integer> score, Optional<String> comment, Caller caller) {
    score.ifPresent(given -> checkScore(given, given >= 1 && given <= BEST));
    Ticket closed =
        unitOfWork.run(
            () -> {
              boolean wasClosed =
                  visible.existing(ref.number(), caller).lifecycle().status().type()
                      == StatusType.CLOSED;
              Ticket ticket = changeStatus.change(ChangeStatusCommand.to(Goal.CLOSED, ref), caller);
              if (!wasClosed && score.isPresent()) {
                rate(TicketRef.any(ref.number()), score.get(), comment, caller);
              }
              return visible.find(ref.number(), caller).orElse(ticket);
            });
    return complete(closed);
  }

  @Override
  public ClientTicket reopen(TicketRef ref, Body body, List<UUID> waitingFiles, Caller caller) {
    Ticket reopened =
        unitOfWork.run(
            () -> {
              Ticket present = visible.existing(ref.number(), caller);
              if (!present.lifecycle().status().type().isDone()) {
                throw DeskException.badRequest("The ticket is not closed.");
              }
              return changeStatus.change(
                  new ChangeStatusCommand(
                      ref,
                      Goal.REOPENED,
                      Optional.empty(),
                      Optional.of(body),
                      Optional.empty(),
                      waitingFiles,
                      from -> from.type().isDone(),
                      false),
                  caller);
            });
    return complete(reopened);
  }

  private static void checkScore(int score, boolean good) {
    if (!good) {
      throw DeskException.invalid(Violation.outOfRange("score", Integer.toString(score)));
    }
  }

  @Override
  public Vote rate(TicketRef ref, int score, Optional<String> comment, Caller caller) {
    checkScore(score, score >= 1 && score <= BEST);
    return turns.run(
        ref,
        caller,
        turn -> {
          mustBeHis(turn, Right.RATE_OWN);
          Vote vote = new Vote(score, comment, turn.now());
          keep(vote, turn);
          read(turn);
          return vote;
        });
  }

  @Override
  public Vote rate(EntryId entry, int score, Optional<String> comment, Caller caller) {
    checkScore(score, score == 1 || score == -1);
    Ticket ticket = readConversation.around(entry, caller).ticket();
    return turns.run(
        TicketRef.any(ticket.number()),
        caller,
        turn -> {
          mustBeHis(turn, Right.RATE_OWN);
          Vote vote = new Vote(score, comment, turn.now());
          records.vote(caller.desk(), entry, vote);
          read(turn);
          turn.remember(
              "rated",
              "entry " + entry.value(),
              Optional.empty(),
              Optional.of(Integer.toString(score)));
          return vote;
        });
  }

  private void keep(Vote vote, TicketTurn turn) {
    TicketId id = turn.ticket().id();
    Optional<String> before =
        Optional.ofNullable(records.votes(List.of(id)).get(id))
            .map(earlier -> Integer.toString(earlier.score()));
    records.vote(turn.ticket().desk(), id, vote);
    turn.remember("rated", "vote", before, Optional.of(Integer.toString(vote.score())));
  }

  /** Whoever rates has read what there was. */
  private void read(TicketTurn turn) {
    long upTo = conversations.nextEntryId().value();
    turn.change(ticket -> ticket.with(ticket.handling().readByClient(upTo), ticket.updatedAt()));
  }

  @Override
  public ClientConversation conversation(TicketNumber ticket, Caller caller) {
    return withVotes(readConversation.read(ticket, caller));
  }

  @Override
  public ClientConversation around(EntryId entry, Caller caller) {
    return withVotes(readConversation.around(entry, caller));
  }

  private ClientConversation withVotes(Conversation conversation) {
    return unitOfWork.read(
        () -> new ClientConversation(conversation, records.entryVotes(conversation.ticket().id())));
  }

  @Override
  public List<Topic> topics(Caller caller) {
    return unitOfWork.read(() -> topics.of(caller.desk()));
  }
}
