package org.polydesk.application.ticket;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.polydesk.application.desk.out.DeskSetups;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.shared.Slice;
import org.polydesk.application.shared.Total;
import org.polydesk.application.shared.UnitOfWork;
import org.polydesk.application.ticket.in.ListTicketsUseCase;
import org.polydesk.application.ticket.in.TicketListQuery;
import org.polydesk.application.ticket.out.TicketListings;
import org.polydesk.application.ticket.out.TicketListings.Question;
import org.polydesk.application.ticket.out.TicketListings.Sought;
import org.polydesk.application.ticket.out.TicketListings.TicketLine;
import org.polydesk.domain.catalogue.Catalogue;
import org.polydesk.domain.catalogue.CatalogueList;
import org.polydesk.domain.catalogue.CatalogueRow;
import org.polydesk.domain.listing.TicketSearch;
import org.polydesk.domain.listing.TicketSearch.Field;
import org.polydesk.domain.ticket.TicketNumber;

/** Lists tickets. */
@Singleton
public final class ListTicketsService implements ListTicketsUseCase {
  /** Where counting what belongs to nobody in particular stops. */
  private static final long COUNTED = 10_000;

  private final TicketListings listings;
  private final DeskSetups setups;
  private final UnitOfWork unitOfWork;
  private final Clock clock;

  @Inject
  public ListTicketsService(
      TicketListings listings, DeskSetups setups, UnitOfWork unitOfWork, Clock clock) {
    this.listings = listings;
    this.setups = setups;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  @Override
  public TicketPage list(TicketListQuery query, Caller caller) {
    Catalogue catalogue = setups.existing(caller.desk()).catalogue();
    if (caller.scope().reaches().isEmpty()) {
      return new TicketPage(List.of(), Total.exactly(0), Optional.empty(), catalogue);
    }
    Question question =
        new Question(
            caller.desk(),
            Sight.viewer(caller, clock.instant()),
            query.type().visible(),
            query.search().map(search -> new Sought(search, prioritiesNamed(search, catalogue))),
            caller.worksHere());
    return unitOfWork.read(() -> page(question, query.slice(), catalogue));
  }

  private static Set<Integer> prioritiesNamed(TicketSearch search, Catalogue catalogue) {
    return search.fields().contains(Field.PRIORITY)
        ? catalogue.rows(CatalogueList.PRIORITY).stream()
            .filter(row -> search.isIn(row.name()))
            .map(CatalogueRow::id)
            .collect(Collectors.toSet())
        : Set.of();
  }

  private TicketPage page(Question question, Slice slice, Catalogue catalogue) {
    List<TicketLine> found = listings.find(question, slice.oneMore());
    boolean more = found.size() > slice.length();
    List<TicketLine> lines = more ? found.subList(0, slice.length()) : found;
    Optional<TicketNumber> next =
        more ? Optional.of(lines.get(lines.size() - 1).number()) : Optional.empty();
    return new TicketPage(lines, total(question, slice, lines.size(), more), next, catalogue);
  }

  /** What is seen to the end need not be counted. */
  private Total total(Question question, Slice slice, int length, boolean more) {
    boolean seenToTheEnd = slice.below().isEmpty() && !more && (length > 0 || slice.skip() == 0);
    if (seenToTheEnd) {
      return Total.exactly(slice.skip() + length);
    }
    if (question.filter().isPersonal(question.viewer())) {
      return Total.exactly(listings.count(question, OptionalLong.empty()));
    }
    long counted = listings.count(question, OptionalLong.of(COUNTED + 1));
    return new Total(Math.min(counted, COUNTED), counted <= COUNTED);
  }
}
