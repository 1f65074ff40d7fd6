package org.polydesk.application.ticket;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.identity.Right;
import org.polydesk.application.shared.Edit;
import org.polydesk.application.ticket.in.UpdateTicketCommand;
import org.polydesk.application.ticket.in.UpdateTicketUseCase;
import org.polydesk.application.ticket.out.Conversations;
import org.polydesk.domain.catalogue.Catalogue;
import org.polydesk.domain.catalogue.CatalogueList;
import org.polydesk.domain.catalogue.CatalogueRow;
import org.polydesk.domain.catalogue.StatusRow;
import org.polydesk.domain.conversation.Body;
import org.polydesk.domain.conversation.Entry;
import org.polydesk.domain.desk.DeskSettings.AssignmentSettings;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.Violation;
import org.polydesk.domain.error.Violations;
import org.polydesk.domain.ticket.Classification;
import org.polydesk.domain.ticket.DueDates;
import org.polydesk.domain.ticket.People;
import org.polydesk.domain.ticket.StatusType;
import org.polydesk.domain.ticket.Ticket;
import org.polydesk.domain.user.UserId;

/** Updates tickets. */
@Singleton
public final class UpdateTicketService implements UpdateTicketUseCase {
  private final TicketTurns turns;
  private final TicketPeople people;
  private final AutoAssignment assignment;
  private final Conversations conversations;

  @Inject
  public UpdateTicketService(
      TicketTurns turns,
      TicketPeople people,
      AutoAssignment assignment,
      Conversations conversations) {
    this.turns = turns;
    this.people = people;
    this.assignment = assignment;
    this.conversations = conversations;
  }

  @Override
  public Ticket update(UpdateTicketCommand command, Caller caller) {
    return update(command, caller, false, turn -> {});
  }

  /**
   * The same.
   *
   * @param also what else is to be changed in the same turn
   */
  Ticket update(UpdateTicketCommand command, Caller caller, Consumer<TicketTurn> also) {
    return update(command, caller, false, also);
  }

  /**
   * The same; it may be wanted before now.
   *
   * @param also what else is to be changed in the same turn
   */
  Ticket updateWanted(UpdateTicketCommand command, Caller caller, Consumer<TicketTurn> also) {
    return update(command, caller, true, also);
  }

  private Ticket update(
      UpdateTicketCommand command, Caller caller, boolean anyDate, Consumer<TicketTurn> also) {
    if (!caller.may(Right.UPDATE)) {
      caller.mustBeAbleTo(Right.EDIT_OWN);
    }
    if (command.speaker().filter(user -> !caller.is(user)).isPresent()) {
      caller.mustBeAbleTo(Right.ACT_FOR_OTHERS);
    }
    return turns.run(
        command.ticket(),
        caller,
        turn -> {
          checkOwner(command, turn);
          command.speaker().ifPresent(turn::by);
          Classification classification = classification(command, turn);
          People next = people(command, turn.ticket());
          Edit<Instant> due = dueAt(command, turn.ticket().due(), anyDate);
          check(command, classification, next, due, anyDate ? Instant.MIN : turn.now(), turn);
          askFor(due, turn);
          classify(classification, turn);
          command.statusId().ifPresent(id -> moveTo(turn.row(id), turn));
          word(command, turn);
          give(assigned(command, next, turn), turn);
          also.accept(turn);
          turn.settle();
          return turn.savedTicket();
        });
  }

  private static Classification classification(UpdateTicketCommand command, TicketTurn turn) {
    Classification now = turn.ticket().classification();
    Catalogue catalogue = turn.setup().catalogue();
    Optional<Integer> categoryId = command.categoryId().over(now.categoryId());
    Optional<Integer> subCategoryId =
        under(categoryId, CatalogueList.SUB_CATEGORY, command.subCategoryId(), now, catalogue);
    return new Classification(
        command.type().orElse(now.type()),
        command.siteId().or(now::siteId),
        command.departmentId().or(now::departmentId),
        categoryId,
        subCategoryId,
        under(subCategoryId, CatalogueList.ITEM, command.itemId(), now, catalogue),
        command.tierLevelId().over(now.tierLevelId()),
        command.companyId().over(now.companyId()),
        command.priorityId().over(now.priorityId()),
        command.serviceId().over(now.serviceId()),
        command.impactId().over(now.impactId()),
        command.urgencyId().over(now.urgencyId()),
        command.templateId().over(now.templateId()),
        command.tagIds().orElse(now.tagIds()));
  }

  /** What belongs to a row that is taken away goes with it, where nothing is said of it. */
  private static Optional<Integer> under(
      Optional<Integer> parent,
      CatalogueList list,
      Edit<Integer> edit,
      Classification now,
      Catalogue catalogue) {
    Optional<Integer> kept = now.idIn(list);
    boolean moved = !parent.equals(list.parent().flatMap(now::idIn));
    return edit.over(
        moved
            ? catalogue
                .row(list, kept)
                .filter(row -> row.parentId().equals(parent))
                .map(CatalogueRow::id)
            : kept);
  }

  /** Whoever may not update may change a few fields of what he asked for himself. */
  private static void checkOwner(UpdateTicketCommand command, TicketTurn turn) {
    boolean allowed =
        turn.caller().may(Right.UPDATE)
            || (turn.isRequester() && command.isForOwners() && closesAtMost(command, turn));
    if (!allowed) {
      throw DeskException.notAllowed("Permission denied.");
    }
  }

  private static boolean closesAtMost(UpdateTicketCommand command, TicketTurn turn) {
    return command.statusId().isEmpty()
        || (turn.caller().may(Right.CLOSE_OWN)
            && command
                .statusId()
                .flatMap(turn.setup().catalogue()::status)
                .filter(row -> row.type() == StatusType.CLOSED)
                .isPresent());
  }

  private void word(UpdateTicketCommand command, TicketTurn turn) {
    command
        .subject()
        .filter(subject -> !subject.equals(turn.ticket().subject()))
        .ifPresent(subject -> turn.change(ticket -> ticket.call(subject, turn.now())));
    command
        .timeSpent()
        .filter(spent -> !spent.equals(turn.ticket().handling().timeSpent()))
        .ifPresent(
            spent ->
                turn.change(ticket -> ticket.with(ticket.handling().spent(spent), turn.now())));
    command.description().ifPresent(body -> describe(body, turn));
  }

  private void describe(Body next, TicketTurn turn) {
    Entry opening = conversations.openingOf(turn.ticket().id());
    if (opening.body().equals(next)) {
      return;
    }
    conversations.rewrite(opening.id(), next, opening.visibility());
    turn.rememberChange(
        "description", Optional.of(opening.body().text()), Optional.of(next.text()));
    turn.change(ticket -> ticket.touched(turn.now()));
  }

  private static People people(UpdateTicketCommand command, Ticket ticket) {
    People now = ticket.people();
    return new People(
        command.requester().orElse(now.requester()),
        command.technician().over(now.technician()),
        command.groupId().over(now.groupId()),
        now.cc());
  }

  private void check(
      UpdateTicketCommand command,
      Classification classification,
      People next,
      Edit<Instant> due,
      Instant earliest,
      TicketTurn turn) {
    Violations found = new Violations();
    People now = turn.ticket().people();
    var known =
        people.named(
            turn.caller(), Stream.concat(command.requester().stream(), next.technician().stream()));
    command
        .requester()
        .filter(id -> !id.equals(now.requester()))
        .ifPresent(id -> known.checkAsking("requester", id, found));
    next.technician()
        .filter(id -> !next.technician().equals(now.technician()))
        .ifPresent(id -> known.checkAssignable("technician", id, found));
    new TicketReferences(turn.setup().catalogue(), turn.caller(), found)
        .checkChanged(
            turn.ticket().classification(), now.groupId(), classification, next.groupId());
    found.addIf(
        command.statusId().flatMap(turn.setup().catalogue()::status).isEmpty()
            && command.statusId().isPresent(),
        Violation.unknown("status"));
    found.addIf(
        due.value().filter(at -> !at.isAfter(earliest)).isPresent(),
        Violation.refused("dueAt", "The due date must be after now."));
    found.orThrow();
    if (command.technician().touched() && !next.equals(now) && known.isOutsideGroup(next)) {
      turn.remember(
          TicketHistory.OUTSIDE_GROUP,
          "technician",
          Optional.empty(),
          next.technician().map(UserId::toString));
    }
  }

  /**
   * What becomes of the date, which stays where somebody sends back the one he was shown.
   *
   * @param asked whether he is shown what was asked for, and not when the ticket is due
   */
  private static Edit<Instant> dueAt(UpdateTicketCommand command, DueDates now, boolean asked) {
    Optional<Instant> sent = command.manualDueAt().value();
    boolean same =
        asked || sent.isEmpty() ? sent.equals(now.manualDueAt()) : now.shows(sent.orElseThrow());
    return same ? Edit.keep() : command.manualDueAt();
  }

  private static void askFor(Edit<Instant> due, TicketTurn turn) {
    if (due.touched()) {
      turn.change(ticket -> ticket.askFor(due.value(), turn.now()));
    }
  }

  /** A changed priority has the SLA, or the one that applies now, set the targets anew. */
  private static void classify(Classification next, TicketTurn turn) {
    Classification before = turn.ticket().classification();
    if (next.equals(before)) {
      return;
    }
    turn.change(ticket -> ticket.classify(next, turn.now()));
    if (!next.priorityId().equals(before.priorityId())) {
      Optional<Integer> sla =
          turn.ticket()
              .slaId()
              .or(
                  () ->
                      turn.setup()
                          .slas()
                          .choose(Optional.empty(), TicketTimes.traitsOf(next))
                          .map(policy -> policy.id().value()));
      turn.change(ticket -> ticket.timed(sla, ticket.due()));
      turn.clocks(clocks -> clocks.retargeted(turn.terms(), turn.now()));
    }
  }

  private static void moveTo(StatusRow next, TicketTurn turn) {
    if (next.id() != turn.status().id()) {
      turn.move(ticket -> ticket.moveTo(next, turn.now()), false, turn.now());
    }
  }

  private People assigned(UpdateTicketCommand command, People next, TicketTurn turn) {
    AssignmentSettings settings = turn.settings().assignment();
    boolean due =
        settings.onUpdate()
            && !command.technician().touched()
            && assignment.isDue(turn.ticket().people(), next);
    if (!due) {
      return next;
    }
    Optional<UserId> chosen =
        assignment.choose(
            turn.ticket().desk(),
            next.groupId(),
            turn.ticket().classification().siteId(),
            settings.strategy(),
            turn.now());
    if (chosen.isEmpty()) {
      turn.remember("notAssigned", "technician", Optional.empty(), Optional.empty());
    }
    return chosen.isEmpty() ? next : next.assignedTo(chosen);
  }

  private static void give(People next, TicketTurn turn) {
    People before = turn.ticket().people();
    if (next.equals(before)) {
      return;
    }
    turn.change(ticket -> ticket.with(next, turn.now()));
    if (!next.technician().equals(before.technician())) {
      Assignments.tell(turn, before.technician(), false);
    }
  }
}
