package org.polydesk.application.ticket;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.polydesk.application.attachment.UnfitFiles;
import org.polydesk.application.desk.TagBook;
import org.polydesk.application.desk.out.DeskSetups;
import org.polydesk.application.field.FieldBook;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.identity.Right;
import org.polydesk.application.shared.Edit;
import org.polydesk.application.shared.UnitOfWork;
import org.polydesk.application.ticket.in.ChangeStatusUseCase.ChangeStatusCommand;
import org.polydesk.application.ticket.in.ChangeStatusUseCase.Goal;
import org.polydesk.application.ticket.in.CommentUseCase.Comment;
import org.polydesk.application.ticket.in.CommentUseCase.CommentCommand;
import org.polydesk.application.ticket.in.OpenTicketCommand;
import org.polydesk.application.ticket.in.ServeTeamUseCase;
import org.polydesk.application.ticket.in.UpdateTicketCommand;
import org.polydesk.application.ticket.out.SentRecords;
import org.polydesk.application.ticket.out.SentRecords.Named;
import org.polydesk.application.ticket.out.SentRecords.Sent;
import org.polydesk.application.ticket.out.SentRecords.SentRole;
import org.polydesk.application.user.Contacts;
import org.polydesk.application.user.out.UserRepository;
import org.polydesk.domain.catalogue.CatalogueList;
import org.polydesk.domain.desk.DeskSettings.TicketDefaults;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.ErrorCode;
import org.polydesk.domain.ticket.Classification;
import org.polydesk.domain.ticket.Ticket;
import org.polydesk.domain.ticket.TicketNumber;
import org.polydesk.domain.ticket.TicketSource;
import org.polydesk.domain.ticket.TicketType;
import org.polydesk.domain.user.User;
import org.polydesk.domain.user.UserId;

/** Finds out who is meant, has it done as for people, and keeps what was said. */
@Singleton
public final class ServeTeamService implements ServeTeamUseCase {
  private final OpenTicketService openTicket;
  private final UpdateTicketService updateTicket;
  private final ChangeStatusService changeStatus;
  private final CommentService comments;
  private final VisibleTickets visible;
  private final TicketFieldsService fields;
  private final SentRecords records;
  private final TagBook tags;
  private final Contacts contacts;
  private final UserRepository users;
  private final DeskSetups setups;
  private final UnitOfWork unitOfWork;

  @Inject
  public ServeTeamService(
      OpenTicketService openTicket,
      UpdateTicketService updateTicket,
      ChangeStatusService changeStatus,
      CommentService comments,
      VisibleTickets visible,
      TicketFieldsService fields,
      SentRecords records,
      TagBook tags,
      Contacts contacts,
      UserRepository users,
      DeskSetups setups,
      UnitOfWork unitOfWork) {
    this.openTicket = openTicket;
    this.updateTicket = updateTicket;
    this.changeStatus = changeStatus;
    this.comments = comments;
    this.visible = visible;
    this.fields = fields;
    this.records = records;
    this.tags = tags;
    this.contacts = contacts;
    this.users = users;
    this.setups = setups;
    this.unitOfWork = unitOfWork;
  }

  @Override
  public TicketNumber open(NewTeamTicket command, Caller caller) {
    return run(Right.CREATE, caller, () -> opened(command, caller));
  }

  private TicketNumber opened(NewTeamTicket command, Caller caller) {
    User requester = known(command.requester(), caller);
    User user = known(command.user(), caller);
    Optional<UserId> technician = command.assignee().flatMap(named -> technician(named, caller));
    Classification classification =
        classification(
            command,
            requester,
            setups.existing(caller.desk()).desk().settings().defaults(),
            caller);
    Ticket ticket =
        openTicket
            .openWanted(
                new OpenTicketCommand(
                    Optional.empty(),
                    command.subject(),
                    command.description(),
                    TicketSource.TEAMS,
                    requester.id(),
                    technician,
                    Optional.empty(),
                    List.of(),
                    classification,
                    Set.of(CatalogueList.PRIORITY),
                    setups.existing(caller.desk()).desk().settings().statuses().openId(),
                    command.wantedAt(),
                    Optional.empty(),
                    List.of(),
                    UnfitFiles.REFUSED,
                    List.of(),
                    List.of(),
                    Optional.of(user.id()),
                    false),
                caller)
            .ticket();
    keep(ticket, SentRole.REQUESTER, Optional.of(requester.id()), command.requester());
    command.assignee().ifPresent(named -> keep(ticket, SentRole.ASSIGNEE, technician, named));
    keep(ticket, SentRole.CREATOR, Optional.of(user.id()), command.user());
    keepDoer(ticket, user, command.user());
    fields.beginAny(ticket, command.fields(), caller);
    records.keepValues(
        caller.desk(),
        ticket.id(),
        command.values().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, value -> Optional.of(value.getValue()))));
    return ticket.number();
  }

  private Classification classification(
      NewTeamTicket command, User requester, TicketDefaults defaults, Caller caller) {
    return new Classification(
        TicketType.TICKET,
        defaults.siteId(),
        requester.departmentId().or(defaults::departmentId),
        defaults.categoryId(),
        Optional.empty(),
        Optional.empty(),
        defaults.tierLevelId(),
        requester.companyId(),
        command.priorityId(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        tags.idsOf(caller.desk(), command.tags()));
  }

  @Override
  public void update(TeamTicketChange command, Caller caller) {
    run(
        Right.UPDATE,
        caller,
        () -> {
          updated(command, caller);
          return null;
        });
  }

  private void updated(TeamTicketChange command, Caller caller) {
    User user = known(command.user(), caller);
    Optional<User> requester = command.requester().map(named -> known(named, caller));
    Optional<UserId> technician =
        command.assignee().value().flatMap(named -> technician(named, caller));
    Ticket before = visible.existing(command.ticket().number(), caller);
    Sent sent = records.of(List.of(before.id())).getOrDefault(before.id(), Sent.NOTHING);
    Consumer<TicketTurn> also =
        turn -> {
          fields.changeAny(turn, command.fields());
          rememberValues(command, sent, turn);
          if (command.assignee().touched()) {
            rememberAssignee(command.assignee().value(), technician, sent, turn);
          }
        };
    Ticket ticket =
        updateTicket.updateWanted(
            UpdateTicketCommand.of(command.ticket())
                .subject(command.subject())
                .description(command.description())
                .requester(requester.map(User::id))
                .technician(command.assignee().touched() ? Edit.set(technician) : Edit.keep())
                .priorityId(command.priorityId())
                .manualDueAt(command.wantedAt())
                .tagIds(command.tags().map(names -> tags.idsOf(caller.desk(), names)))
                .speaker(Optional.of(user.id()))
                .build(),
            caller,
            also);
    command
        .requester()
        .ifPresent(named -> keep(ticket, SentRole.REQUESTER, requester.map(User::id), named));
    if (command.assignee().touched()) {
      command
          .assignee()
          .value()
          .ifPresentOrElse(
              named -> keep(ticket, SentRole.ASSIGNEE, technician, named),
              () -> records.forget(ticket.id(), SentRole.ASSIGNEE));
    }
    records.keepValues(caller.desk(), ticket.id(), command.values());
    keepDoer(ticket, user, command.user());
  }

  private static void rememberValues(TeamTicketChange command, Sent sent, TicketTurn turn) {
    command
        .values()
        .forEach(
            (key, next) -> {
              Optional<String> was = Optional.ofNullable(sent.values().get(key));
              if (!was.equals(next)) {
                turn.rememberChange(FieldBook.auditName(key), was, next);
                turn.change(ticket -> ticket.touched(turn.now()));
              }
            });
  }

  /** Somebody who is nobody's technician is a change that no field of the ticket shows. */
  private static void rememberAssignee(
      Optional<SentPerson> named, Optional<UserId> technician, Sent sent, TicketTurn turn) {
    Optional<SentPerson> was = sent.person(SentRole.ASSIGNEE, Optional.empty());
    Optional<SentPerson> is = technician.isPresent() ? Optional.empty() : named;
    if (!was.equals(is)) {
      turn.rememberChange("assignee", was.map(SentPerson::name), is.map(SentPerson::name));
      turn.change(ticket -> ticket.touched(turn.now()));
    }
  }

  @Override
  public void changeStatus(ChangeStatusCommand command, SentPerson user, Caller caller) {
    run(
        Right.UPDATE,
        caller,
        () -> {
          Ticket before = visible.existing(command.ticket().number(), caller);
          var status = before.lifecycle().status();
          int reopened = setups.existing(caller.desk()).desk().settings().statuses().reopenedId();
          if (command.goal() == Goal.REOPENED
              && !status.type().isDone()
              && status.id() != reopened) {
            throw DeskException.illegalTransition(status.name(), "Reopened");
          }
          User speaker = known(user, caller);
          Ticket after =
              changeStatus.change(
                  new ChangeStatusCommand(
                      command.ticket(),
                      command.goal(),
                      command.code(),
                      command.comment(),
                      Optional.of(speaker.id()),
                      command.waitingFiles(),
                      command.allowedFrom(),
                      command.quiet()),
                  caller);
          if (after.version() != before.version()) {
            keepDoer(after, speaker, user);
          }
          return null;
        });
  }

  @Override
  public Comment comment(CommentCommand command, SentPerson user, Caller caller) {
    return run(
        Right.REPLY,
        caller,
        () -> {
          visible.existing(command.ticket().number(), caller);
          User speaker = known(user, caller);
          Comment said =
              comments.comment(
                  new CommentCommand(
                      command.ticket(),
                      command.body(),
                      command.visibility(),
                      command.system(),
                      Optional.of(speaker.id()),
                      command.files(),
                      command.unfitFiles(),
                      command.waitingFiles(),
                      command.links(),
                      command.told(),
                      command.refusedWhenClosed()),
                  caller);
          keep(
              said.ticket(), SentRole.authorOf(said.entry().id()), Optional.of(speaker.id()), user);
          keepDoer(said.ticket(), speaker, user);
          return said;
        });
  }

  /** A contact may appear while it is being looked for; then all of it is done once more. */
  private <T> T run(Right right, Caller caller, Supplier<T> work) {
    caller.mustBeAbleTo(right);
    caller.mustBeAbleTo(Right.ACT_FOR_OTHERS);
    try {
      return unitOfWork.run(work);
    } catch (DeskException e) {
      boolean met =
          e.code() == ErrorCode.INVALID_FIELD
              && e.violations().stream().anyMatch(found -> found.field().equals("email"));
      if (!met) {
        throw e;
      }
      return unitOfWork.run(work);
    }
  }

  private User known(SentPerson person, Caller caller) {
    return contacts.existingOrNew(caller.desk(), person.address(), person.personName());
  }

  private Optional<UserId> technician(SentPerson named, Caller caller) {
    return users.findByEmail(caller.desk(), named.email()).filter(User::isAssignable).map(User::id);
  }

  private void keep(Ticket ticket, SentRole role, Optional<UserId> user, SentPerson person) {
    records.keep(ticket.desk(), ticket.id(), role, new Named(user, person));
  }

  private void keepDoer(Ticket ticket, User user, SentPerson person) {
    keep(ticket, SentRole.UPDATER, Optional.of(user.id()), person);
    keep(ticket, SentRole.doer(user.id()), Optional.of(user.id()), person);
  }
}
