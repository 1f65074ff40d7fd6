package org.polydesk.application.ticket;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.polydesk.application.desk.DeskSetup;
import org.polydesk.application.desk.out.DeskSetups;
import org.polydesk.application.field.FieldBook;
import org.polydesk.application.field.FieldBook.Change;
import org.polydesk.application.field.in.FieldEdits;
import org.polydesk.application.field.in.FilledField;
import org.polydesk.application.field.out.FieldValues.Owner;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.shared.UnitOfWork;
import org.polydesk.application.ticket.in.TicketFieldsUseCase;
import org.polydesk.application.ticket.in.TicketRef;
import org.polydesk.application.ticket.in.UpdateTicketCommand;
import org.polydesk.domain.catalogue.CatalogueList;
import org.polydesk.domain.catalogue.CustomField;
import org.polydesk.domain.catalogue.FieldSubject;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.Violation;
import org.polydesk.domain.error.Violations;
import org.polydesk.domain.ticket.Ticket;
import org.polydesk.domain.ticket.TicketId;
import org.polydesk.domain.ticket.TicketNumber;

/** Reads and changes the custom fields of tickets. */
@Singleton
public final class TicketFieldsService implements TicketFieldsUseCase {
  private final FieldBook fields;
  private final VisibleTickets visible;
  private final UpdateTicketService updateTicket;
  private final DeskSetups setups;
  private final UnitOfWork unitOfWork;

  @Inject
  public TicketFieldsService(
      FieldBook fields,
      VisibleTickets visible,
      UpdateTicketService updateTicket,
      DeskSetups setups,
      UnitOfWork unitOfWork) {
    this.fields = fields;
    this.visible = visible;
    this.updateTicket = updateTicket;
    this.setups = setups;
    this.unitOfWork = unitOfWork;
  }

  @Override
  public List<CustomField> ofCategory(int categoryId, Caller caller) {
    DeskSetup setup = setups.existing(caller.desk());
    if (caller.known(setup.catalogue()).row(CatalogueList.CATEGORY, categoryId).isEmpty()) {
      throw DeskException.invalid(Violation.unknown("categoryId"));
    }
    return FieldBook.ofCategory(setup, Optional.of(categoryId), caller);
  }

  @Override
  public List<FilledField> of(TicketNumber number, Caller caller) {
    return unitOfWork.read(
        () -> {
          Ticket ticket = visible.existing(number, caller);
          return ofShown(List.of(ticket), caller).get(ticket.id());
        });
  }

  @Override
  public Map<TicketId, List<FilledField>> ofShown(Collection<Ticket> tickets, Caller caller) {
    DeskSetup setup = setups.existing(caller.desk());
    return filled(
        tickets,
        ticket -> FieldBook.ofCategory(setup, ticket.classification().categoryId(), caller),
        setup);
  }

  /** The fields of tickets for those who know of no categories. */
  Map<TicketId, List<FilledField>> ofAllCategories(Collection<Ticket> tickets, Caller caller) {
    DeskSetup setup = setups.existing(caller.desk());
    List<CustomField> known = FieldBook.known(setup, FieldSubject.TICKET, caller);
    return filled(tickets, ticket -> known, setup);
  }

  private Map<TicketId, List<FilledField>> filled(
      Collection<Ticket> tickets, Function<Ticket, List<CustomField>> fieldsOf, DeskSetup setup) {
    Map<Owner, List<CustomField>> wanted = new HashMap<>();
    tickets.forEach(ticket -> wanted.put(Owner.ticket(ticket.id()), fieldsOf.apply(ticket)));
    Map<Owner, List<FilledField>> filled = unitOfWork.read(() -> fields.fill(setup, wanted));
    return tickets.stream()
        .map(Ticket::id)
        .collect(Collectors.toMap(Function.identity(), id -> filled.get(Owner.ticket(id))));
  }

  @Override
  public void set(TicketRef ticket, FieldEdits edits, Caller caller) {
    updateTicket.update(
        UpdateTicketCommand.of(ticket).build(), caller, turn -> change(turn, edits));
  }

  /** Fills fields of a ticket that has just been opened in the caller's unit of work. */
  void begin(Ticket ticket, FieldEdits edits, Caller caller) {
    DeskSetup setup = setups.existing(caller.desk());
    check(edits, FieldBook.ofCategory(setup, ticket.classification().categoryId(), caller));
    fields.change(setup, Owner.ticket(ticket.id()), edits);
  }

  /** The same for those who know of no categories. */
  void beginAny(Ticket ticket, FieldEdits edits, Caller caller) {
    DeskSetup setup = setups.existing(caller.desk());
    check(edits, FieldBook.known(setup, FieldSubject.TICKET, caller));
    fields.change(setup, Owner.ticket(ticket.id()), edits);
  }

  /** Changes fields of the turn's ticket, as its category is by then. */
  void change(TicketTurn turn, FieldEdits edits) {
    check(
        edits,
        FieldBook.ofCategory(
            turn.setup(), turn.ticket().classification().categoryId(), turn.caller()));
    apply(turn, edits);
  }

  /** The same for those who know of no categories. */
  void changeAny(TicketTurn turn, FieldEdits edits) {
    check(edits, FieldBook.known(turn.setup(), FieldSubject.TICKET, turn.caller()));
    apply(turn, edits);
  }

  private void apply(TicketTurn turn, FieldEdits edits) {
    for (Change change : fields.change(turn.setup(), Owner.ticket(turn.ticket().id()), edits)) {
      turn.rememberChange(
          FieldBook.auditName(change.field().publicId().toString()), change.was(), change.is());
      turn.change(ticket -> ticket.touched(turn.now()));
    }
  }

  private static void check(FieldEdits edits, List<CustomField> fields) {
    Violations found = new Violations();
    FieldBook.check(edits, fields, found);
    found.orThrow();
  }
}
