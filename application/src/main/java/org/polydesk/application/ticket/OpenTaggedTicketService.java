package org.polydesk.application.ticket;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.polydesk.application.desk.TagBook;
import org.polydesk.application.desk.TagBook.TagName;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.shared.UnitOfWork;
import org.polydesk.application.ticket.in.OpenTaggedTicketUseCase;
import org.polydesk.application.ticket.in.OpenTicketCommand;
import org.polydesk.application.ticket.in.OpenTicketUseCase;
import org.polydesk.application.ticket.in.UpdateTicketCommand;
import org.polydesk.application.ticket.in.UpdateTicketUseCase;
import org.polydesk.domain.ticket.Ticket;

/** Turns the texts of tags into tags, in the transaction of the change. */
@Singleton
public final class OpenTaggedTicketService implements OpenTaggedTicketUseCase {
  private final OpenTicketUseCase openTicket;
  private final UpdateTicketUseCase updateTicket;
  private final TagBook tags;
  private final UnitOfWork unitOfWork;

  @Inject
  public OpenTaggedTicketService(
      OpenTicketUseCase openTicket,
      UpdateTicketUseCase updateTicket,
      TagBook tags,
      UnitOfWork unitOfWork) {
    this.openTicket = openTicket;
    this.updateTicket = updateTicket;
    this.tags = tags;
    this.unitOfWork = unitOfWork;
  }

  @Override
  public Ticket open(OpenTicketCommand command, List<String> texts, Caller caller) {
    if (texts.isEmpty()) {
      return openTicket.open(command, caller).ticket();
    }
    return unitOfWork.run(
        () -> openTicket.open(command.tagged(ids(texts, caller)), caller).ticket());
  }

  @Override
  public Ticket update(UpdateTicketCommand command, Optional<List<String>> texts, Caller caller) {
    if (texts.isEmpty()) {
      return updateTicket.update(command, caller);
    }
    return unitOfWork.run(
        () -> updateTicket.update(command.tagged(ids(texts.get(), caller)), caller));
  }

  private List<Integer> ids(List<String> texts, Caller caller) {
    return tags.idsOf(
        caller.desk(), texts.stream().map(text -> new TagName(Optional.empty(), text)).toList());
  }
}
