package org.polydesk.application.ticket;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.polydesk.application.desk.DeskSetup;
import org.polydesk.application.desk.out.DeskSetups;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.identity.Scope.Reach;
import org.polydesk.application.shared.Total;
import org.polydesk.application.shared.UnitOfWork;
import org.polydesk.application.ticket.in.BrowseTicketsUseCase;
import org.polydesk.application.ticket.out.TicketBrowsing;
import org.polydesk.application.ticket.out.TicketBrowsing.Browsed;
import org.polydesk.application.ticket.out.TicketBrowsing.Counts;
import org.polydesk.application.ticket.out.TicketBrowsing.Onlooker;
import org.polydesk.application.ticket.out.TicketBrowsing.Question;
import org.polydesk.domain.catalogue.Catalogue;
import org.polydesk.domain.catalogue.Tag;
import org.polydesk.domain.error.Texts;
import org.polydesk.domain.listing.BrowseCursor;
import org.polydesk.domain.listing.BrowseOrder;
import org.polydesk.domain.listing.BrowseQuery;
import org.polydesk.domain.listing.WordSearch;
import org.polydesk.domain.listing.WordSearch.Field;

/** Lists tickets by conditions that the caller chooses freely. */
@Singleton
public final class BrowseTicketsService implements BrowseTicketsUseCase {
  /** Where counting a list stops that is longer than one person's own. */
  private static final long COUNTED = 10_000;

  private static final Set<Reach> OWN = Set.of(Reach.OWN, Reach.SUBSCRIBED);

  private final TicketBrowsing browsing;
  private final DeskSetups setups;
  private final UnitOfWork unitOfWork;
  private final Clock clock;

  @Inject
  public BrowseTicketsService(
      TicketBrowsing browsing, DeskSetups setups, UnitOfWork unitOfWork, Clock clock) {
    this.browsing = browsing;
    this.setups = setups;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  @Override
  public BrowsePage browse(BrowseQuery query, BrowseWindow window, Caller caller) {
    DeskSetup setup = setups.existing(caller.desk());
    Question question = question(query, setup, caller);
    return unitOfWork.read(() -> page(question, window, setup.catalogue()));
  }

  @Override
  public CountedPage browseCounted(BrowseQuery query, BrowseWindow window, Caller caller) {
    DeskSetup setup = setups.existing(caller.desk());
    Question question = question(query, setup, caller);
    return unitOfWork.read(
        () -> {
          BrowsePage page = page(question, window, setup.catalogue());
          return new CountedPage(page, total(question, window, page));
        });
  }

  private BrowsePage page(Question question, BrowseWindow window, Catalogue catalogue) {
    List<Browsed> found =
        browsing.find(question, window.after(), window.skip(), window.length() + 1);
    boolean more = found.size() > window.length();
    List<Browsed> shown = more ? found.subList(0, window.length()) : found;
    Optional<BrowseCursor> next =
        more ? Optional.of(shown.get(shown.size() - 1).cursor()) : Optional.empty();
    return new BrowsePage(shown.stream().map(Browsed::ticket).toList(), next, catalogue);
  }

  /** What is seen to the end need not be counted. */
  private Total total(Question question, BrowseWindow window, BrowsePage page) {
    int length = page.tickets().size();
    boolean seenToTheEnd =
        window.after().isEmpty() && page.next().isEmpty() && (length > 0 || window.skip() == 0);
    return seenToTheEnd ? Total.exactly(window.skip() + length) : total(question);
  }

  private Total total(Question question) {
    if (OWN.containsAll(question.onlooker().reaches())) {
      return Total.exactly(browsing.count(question, OptionalLong.empty()));
    }
    long counted = browsing.count(question, OptionalLong.of(COUNTED + 1));
    return new Total(Math.min(counted, COUNTED), counted <= COUNTED);
  }

  @Override
  public Total count(BrowseQuery query, Caller caller) {
    Question question = question(query, setups.existing(caller.desk()), caller);
    return unitOfWork.read(() -> total(question));
  }

  @Override
  public TicketStats stats(Caller caller) {
    Question question =
        question(BrowseQuery.all(BrowseOrder.NEWEST_FIRST), setups.existing(caller.desk()), caller);
    Counts counts = unitOfWork.read(() -> browsing.counts(question));
    return new TicketStats(
        counts.total(), counts.closed(), counts.fresh(), counts.unanswered(), counts.unassigned());
  }

  private Question question(BrowseQuery query, DeskSetup setup, Caller caller) {
    return new Question(
        caller.desk(),
        Onlooker.of(caller),
        query,
        setup.desk().settings().statuses().openId(),
        query.words().map(search -> tagsByWord(search, setup.catalogue())).orElse(Map.of()),
        clock.instant());
  }

  private static Map<String, Set<Integer>> tagsByWord(WordSearch search, Catalogue catalogue) {
    return search.fields().contains(Field.TAGS)
        ? search.words().stream()
            .collect(Collectors.toMap(Function.identity(), word -> tagsWith(word, catalogue)))
        : Map.of();
  }

  private static Set<Integer> tagsWith(String word, Catalogue catalogue) {
    return catalogue.tags().stream()
        .filter(tag -> Texts.folded(tag.text()).contains(word))
        .map(Tag::id)
        .collect(Collectors.toSet());
  }
}
