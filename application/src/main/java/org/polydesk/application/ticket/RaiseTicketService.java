package org.polydesk.application.ticket;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.polydesk.application.desk.out.DeskSetups;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.identity.Right;
import org.polydesk.application.shared.UnitOfWork;
import org.polydesk.application.ticket.in.OpenTicketCommand;
import org.polydesk.application.ticket.in.OpenTicketUseCase.OpenedTicket;
import org.polydesk.application.ticket.in.RaiseTicketUseCase;
import org.polydesk.application.user.Contacts;
import org.polydesk.application.user.out.UserRepository;
import org.polydesk.domain.catalogue.CatalogueList;
import org.polydesk.domain.desk.DeskSettings;
import org.polydesk.domain.desk.DeskSettings.TicketDefaults;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.Violation;
import org.polydesk.domain.error.Violations;
import org.polydesk.domain.ticket.Classification;
import org.polydesk.domain.ticket.TicketSource;
import org.polydesk.domain.ticket.TicketType;
import org.polydesk.domain.user.EmailAddress;
import org.polydesk.domain.user.PersonName;
import org.polydesk.domain.user.User;

/** Finds out who asks, fills in defaults, and opens. */
@Singleton
public final class RaiseTicketService implements RaiseTicketUseCase {
  private static final int LONGEST_NAME = 255;

  private final OpenTicketService openTicket;
  private final FindTicketService findTicket;
  private final UserRepository users;
  private final Contacts contacts;
  private final DeskSetups setups;
  private final UnitOfWork unitOfWork;

  @Inject
  public RaiseTicketService(
      OpenTicketService openTicket,
      FindTicketService findTicket,
      UserRepository users,
      Contacts contacts,
      DeskSetups setups,
      UnitOfWork unitOfWork) {
    this.openTicket = openTicket;
    this.findTicket = findTicket;
    this.users = users;
    this.contacts = contacts;
    this.setups = setups;
    this.unitOfWork = unitOfWork;
  }

  @Override
  public RaisedTicket raise(RaiseTicketCommand command, Caller caller) {
    DeskSettings settings = setups.existing(caller.desk()).desk().settings();
    return unitOfWork.run(
        () -> {
          User requester = requester(command, caller, settings);
          OpenedTicket opened =
              openTicket.openUnasked(open(command, requester, settings.defaults()), caller);
          return new RaisedTicket(
              findTicket.findOpened(opened.ticket().number(), caller), opened.skippedFiles());
        });
  }

  private User requester(RaiseTicketCommand command, Caller caller, DeskSettings settings) {
    Optional<User> known =
        users
            .findByUserName(caller.desk(), command.requesterName())
            .or(
                () ->
                    command
                        .requesterEmail()
                        .flatMap(email -> users.findByEmail(caller.desk(), email)))
            .or(() -> users.findByEmail(caller.desk(), command.requesterName()))
            .filter(User::isActive);
    boolean allowed =
        known.map(User::id).filter(caller::is).isPresent() || caller.may(Right.ACT_FOR_OTHERS);
    if (!allowed) {
      throw nobody();
    }
    return known
        .or(() -> settings.autoCreateRequester() ? contact(command, caller) : Optional.empty())
        .orElseThrow(RaiseTicketService::nobody);
  }

  private static DeskException nobody() {
    return DeskException.invalid(Violation.unknown("requesterName"));
  }

  private Optional<User> contact(RaiseTicketCommand command, Caller caller) {
    String address = command.requesterEmail().orElse(command.requesterName()).strip();
    boolean free =
        EmailAddress.violationsOf("email", address).isEmpty()
            && users.findByEmail(caller.desk(), address).isEmpty();
    if (!free) {
      return Optional.empty();
    }
    return Optional.of(
        contacts.existingOrNew(caller.desk(), new EmailAddress(address), name(command)));
  }

  /** As he was named; of an address, what stands before its domain. */
  private static PersonName name(RaiseTicketCommand command) {
    String name = command.requesterName();
    Violations.none(
        Violations.of("requesterName").atMost(LONGEST_NAME, name).storable(name).toList());
    return EmailAddress.violationsOf("requesterName", name).isEmpty()
        ? new PersonName(new EmailAddress(name).localPart(), "")
        : PersonName.of(name);
  }

  private static OpenTicketCommand open(
      RaiseTicketCommand command, User requester, TicketDefaults defaults) {
    Classification classification =
        new Classification(
            TicketType.TICKET,
            command.siteId().or(defaults::siteId),
            command.departmentId().or(requester::departmentId).or(defaults::departmentId),
            command.categoryId().or(defaults::categoryId),
            Optional.empty(),
            Optional.empty(),
            command.tierLevelId().or(defaults::tierLevelId),
            command.companyId(),
            command.priorityId().or(defaults::priorityId),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of());
    return new OpenTicketCommand(
        Optional.empty(),
        command.subject(),
        command.description(),
        TicketSource.API,
        requester.id(),
        Optional.empty(),
        command.groupId(),
        List.of(),
        classification,
        named(command),
        command.statusId().or(defaults::statusId).orElse(0),
        Optional.empty(),
        Optional.empty(),
        command.files(),
        command.unfitFiles(),
        List.of(),
        List.of(),
        Optional.empty(),
        false);
  }

  private static Set<CatalogueList> named(RaiseTicketCommand command) {
    Map<CatalogueList, Optional<Integer>> sent =
        Map.of(
            CatalogueList.SITE, command.siteId(),
            CatalogueList.DEPARTMENT, command.departmentId(),
            CatalogueList.CATEGORY, command.categoryId(),
            CatalogueList.TIER_LEVEL, command.tierLevelId(),
            CatalogueList.COMPANY, command.companyId(),
            CatalogueList.PRIORITY, command.priorityId());
    return sent.entrySet().stream()
        .filter(list -> list.getValue().isPresent())
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }
}
