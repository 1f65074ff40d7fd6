package org.polydesk.application.ticket.out;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.polydesk.application.fixture.TicketBuilder.MONDAY;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.polydesk.application.fixture.Entries;
import org.polydesk.application.fixture.ListedTickets;
import org.polydesk.application.fixture.ListedTickets.Listed;
import org.polydesk.application.fixture.Setups;
import org.polydesk.application.shared.Slice;
import org.polydesk.application.ticket.out.TicketListings.Question;
import org.polydesk.application.ticket.out.TicketListings.Sought;
import org.polydesk.application.ticket.out.TicketListings.TicketLine;
import org.polydesk.application.ticket.out.TicketReadings.Person;
import org.polydesk.domain.catalogue.CatalogueList;
import org.polydesk.domain.catalogue.CatalogueRow;
import org.polydesk.domain.conversation.Entry;
import org.polydesk.domain.conversation.EntryId;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.listing.ListType;
import org.polydesk.domain.listing.TicketFilter;
import org.polydesk.domain.listing.TicketSearch;
import org.polydesk.domain.listing.TicketSearch.Field;
import org.polydesk.domain.listing.TicketSearch.Words;
import org.polydesk.domain.listing.Viewer;
import org.polydesk.domain.ticket.Ticket;
import org.polydesk.domain.ticket.TicketNumber;
import org.polydesk.domain.user.EmailAddress;
import org.polydesk.domain.user.User;

/** What every list of tickets shows. */
public interface TicketListingsContract extends TicketContract {

  private List<TicketNumber> numbers(Question question, Slice slice) {
    return ports().listings().find(question, slice).stream().map(TicketLine::number).toList();
  }

  private static Question all(DeskId desk, Viewer viewer, TicketFilter filter) {
    return new Question(desk, viewer, filter, Optional.empty());
  }

  private static List<TicketNumber> matching(
      ListedTickets listed, TicketFilter filter, Viewer viewer) {
    return listed.newestFirst().stream()
        .filter(ticket -> filter.matches(ticket.facts(), viewer))
        .map(ticket -> ticket.ticket().number())
        .toList();
  }

  @Test
  default void findShouldAgreeWithTheFilterForEveryListAndEverybody() {
    DeskId desk = aNewDesk();
    ListedTickets listed = ListedTickets.fill(ports(), desk, 400, 1);
    ListedTickets.fill(ports(), aNewDesk(), 20, 2);

    for (ListType type : ListType.values()) {
      Set<Integer> sizes = new HashSet<>();
      for (Viewer viewer : listed.viewers()) {
        TicketFilter filter = type.visible();
        List<TicketNumber> expected = matching(listed, filter, viewer);
        Question question = all(desk, viewer, filter);

        assertEquals(expected, numbers(question, Slice.page(1, 500)), type + " " + viewer);
        assertEquals(
            expected.size(),
            ports().listings().count(question, OptionalLong.empty()),
            type + " " + viewer);
        sizes.add(expected.size());
      }
      assertTrue(sizes.size() > 1, "the tickets do not tell viewers of %s apart".formatted(type));
    }
  }

  @Test
  default void findShouldAgreeWithTheSearchInEveryField() {
    DeskId desk = aNewDesk();
    ListedTickets listed = ListedTickets.fill(ports(), desk, 150, 3);
    List<Set<Field>> fieldSets = new ArrayList<>();
    EnumSet.allOf(Field.class).forEach(field -> fieldSets.add(EnumSet.of(field)));
    fieldSets.add(EnumSet.of(Field.SUBJECT, Field.TICKET_ID));
    fieldSets.add(EnumSet.allOf(Field.class));
    List<String> texts =
        List.of(
            "printer",
            "PRINT",
            "100%",
            "a_b",
            "\\",
            "c:\\T",
            "δρομοσ",
            "ΜΑΚΡΥΣ",
            "STRASSE",
            "12",
            "#7",
            "#",
            "high",
            "I",
            "müller",
            "ŁUCJA",
            "ada m",
            "@EXAMPLE",
            "user",
            "nowhere");

    for (String text : texts) {
      for (Set<Field> fields : fieldSets) {
        for (Viewer viewer : listed.viewers().subList(0, 9)) {
          TicketSearch search = TicketSearch.of(text, fields).orElseThrow();
          Question question =
              new Question(
                  desk, viewer, ListType.ALL_TICKETS.visible(), Optional.of(sought(search)));

          List<TicketNumber> found = numbers(question, Slice.page(1, 500));

          assertEquals(
              listed.newestFirst().stream()
                  .filter(t -> question.filter().matches(t.facts(), viewer))
                  .filter(t -> search.finds(words(t, listed)))
                  .map(t -> t.ticket().number())
                  .toList(),
              found,
              search + " " + viewer);
          assertEquals(found.size(), ports().listings().count(question, OptionalLong.empty()));
        }
      }
    }
  }

  private static Sought sought(TicketSearch search) {
    return new Sought(
        search,
        Setups.aCatalogue().rows(CatalogueList.PRIORITY).stream()
            .filter(row -> search.isIn(row.name()))
            .map(CatalogueRow::id)
            .collect(Collectors.toSet()));
  }

  private static Words words(Listed listed, ListedTickets all) {
    User requester = all.user(listed.ticket().people().requester());
    return new Words(
        listed.ticket().subject().text(),
        listed.ticket().number().value(),
        Setups.aCatalogue()
            .row(CatalogueList.PRIORITY, listed.ticket().classification().priorityId())
            .map(CatalogueRow::name),
        List.of(
            requester.name().full(),
            requester.userName().orElseThrow(),
            requester.email().map(EmailAddress::text).orElseThrow()));
  }

  @Test
  default void findShouldGoThroughAListWithoutGapsOrRepetitions() {
    DeskId desk = aNewDesk();
    ListedTickets listed = ListedTickets.fill(ports(), desk, 120, 4);

    for (ListType type :
        List.of(
            ListType.ALL_TICKETS,
            ListType.MY_OPEN_OR_UNASSIGNED,
            ListType.OVERDUE_TICKETS,
            ListType.ALL_MY_GROUPS)) {
      for (Viewer viewer : listed.viewers()) {
        Question question = all(desk, viewer, type.visible());
        List<TicketNumber> whole = numbers(question, Slice.page(1, 500));

        assertEquals(whole, byPages(question), type + " " + viewer);
        assertEquals(whole, byKeys(question), type + " " + viewer);
      }
    }
  }

  private List<TicketNumber> byPages(Question question) {
    List<TicketNumber> seen = new ArrayList<>();
    for (int page = 1; ; page++) {
      List<TicketNumber> part = numbers(question, Slice.page(page, 7));
      if (part.isEmpty()) {
        return seen;
      }
      seen.addAll(part);
    }
  }

  private List<TicketNumber> byKeys(Question question) {
    List<TicketNumber> seen = new ArrayList<>();
    List<TicketNumber> part = numbers(question, Slice.page(1, 7));
    while (!part.isEmpty()) {
      seen.addAll(part);
      part = numbers(question, Slice.below(part.get(part.size() - 1).value(), 7));
    }
    return seen;
  }

  @Test
  default void countShouldStopWhereItIsTold() {
    DeskId desk = aNewDesk();
    ListedTickets listed = ListedTickets.fill(ports(), desk, 60, 5);

    for (ListType type : List.of(ListType.ALL_TICKETS, ListType.UNASSIGNED_TICKETS)) {
      Question question = all(desk, listed.viewers().get(0), type.visible());

      assertEquals(5, ports().listings().count(question, OptionalLong.of(5)), type.word());
    }
  }

  @Test
  default void findShouldShowATicketWithItsPeople() {
    User requester = aUserIn(aNewDesk());
    DeskId desk = requester.desk();
    User technician = aUserIn(desk);
    Ticket ticket =
        open(
            aTicketFor(desk, requester.id()).assignedTo(technician.id()).withEverything().build(),
            "It burns.");
    Viewer viewer = Viewer.of(technician, MONDAY.plusSeconds(60));

    List<TicketLine> lines =
        ports().listings().find(all(desk, viewer, ListType.ALL_TICKETS.visible()), slice());

    assertEquals(
        List.of(
            new TicketLine(
                ticket.number(),
                ticket.subject().text(),
                person(requester),
                Optional.of(person(technician)),
                ticket.classification().priorityId(),
                ticket.lifecycle().status().id(),
                ticket.lifecycle().status().type(),
                ticket.people().groupId(),
                ticket.classification().categoryId(),
                ticket.classification().siteId(),
                ticket.classification().departmentId(),
                ticket.classification().type(),
                ticket.source(),
                ticket.lifecycle().openedAt(),
                ticket.updatedAt(),
                ticket.due().shownAt(),
                true,
                false,
                false,
                false)),
        lines);
  }

  @Test
  default void findShouldTellWhatIsReadAndWhatHasFiles() {
    User reader = aUserIn(aNewDesk());
    DeskId desk = reader.desk();
    Ticket marked = open(aTicketFor(desk, aUserIn(desk).id()).build(), "It burns.");
    Ticket filed = open(aTicketFor(desk, aUserIn(desk).id()).build(), "It smokes.");
    Ticket secret = open(aTicketFor(desk, aUserIn(desk).id()).build(), "It smells.");
    run(() -> ports().readMarks().mark(desk, marked.id(), reader.id(), MONDAY));
    attach(say(Entries.staffReply(nextEntry(), filed.id(), reader.id())));
    attach(say(Entries.internalNote(nextEntry(), secret.id(), reader.id())));

    Question question = all(desk, Viewer.of(reader, MONDAY), ListType.ALL_TICKETS.visible());
    List<TicketLine> lines = ports().listings().find(question, slice());
    List<TicketLine> withNotes =
        ports()
            .listings()
            .find(
                new Question(desk, question.viewer(), question.filter(), question.sought(), true),
                slice());

    assertEquals(
        List.of(secret.number(), filed.number(), marked.number()),
        lines.stream().map(TicketLine::number).toList());
    assertEquals(List.of(false, false, true), lines.stream().map(TicketLine::read).toList());
    assertEquals(
        List.of(false, true, false), lines.stream().map(TicketLine::hasAttachments).toList());
    assertEquals(
        List.of(true, true, false), withNotes.stream().map(TicketLine::hasAttachments).toList());
    assertFalse(lines.get(0).overdue());
  }

  private EntryId nextEntry() {
    return runFor(() -> ports().conversations().nextEntryId());
  }

  private void attach(Entry entry) {
    run(
        () ->
            ports()
                .conversations()
                .addAttachments(
                    List.of(
                        Entries.picture(
                            ports().conversations().nextAttachmentIds(1).get(0), entry))));
  }

  private static Slice slice() {
    return Slice.page(1, 10);
  }

  private static Person person(User user) {
    return new Person(
        user.id(),
        user.name().full(),
        user.userName().orElse(""),
        user.email().map(EmailAddress::text).orElse(""));
  }
}
