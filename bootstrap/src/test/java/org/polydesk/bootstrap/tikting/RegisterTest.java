package org.polydesk.bootstrap.tikting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Source: docs/dialects/tikting.md, section "Registering a ticket". */
@OnEveryStore
final class RegisterTest {
  private static final String TITLE_TOO_LONG =
      "The field Title must be a string with a maximum length of 255.";

  private final TestDesk desk;

  RegisterTest(Store store) {
    desk = store.shared();
  }

  @Test
  void titleShouldHave255CharactersAtMost() {
    String longest = "ä".repeat(255);

    assertEquals(longest, desk.registerWith("Title", longest).created().json("title").asText());
    desk.registerWith("Title", "ä".repeat(256)).refuses("Title", TITLE_TOO_LONG);
  }

  @Test
  void descriptionShouldHaveAMillionCharactersAtMost() {
    desk.registerWith("Description", "x".repeat(1_000_000)).created();
    desk.registerWith("Description", "x".repeat(1_000_001))
        .refuses(
            "Description",
            "The field Description must be a string with a maximum length of 1000000.");
  }

  /** What is taken out of it is replaced by nothing, but an ampersand becomes five characters. */
  @Test
  void descriptionShouldHaveAMillionCharactersAtMostOnceItIsClean() {
    Answer answer =
        desk.registerWith("Description", "<b onclick=x>x</b>" + "& ".repeat(450_000)).has(400);

    assertEquals("[\"Description\"]", keys(answer));
  }

  @ParameterizedTest
  @CsvSource({
    "SiteId,999", "SiteId,0", "SiteId,-1", "DepartmentId,999", "TicketStatusId,999",
    "TicketPriorityId,9", "TicketCategoryId,1", "GroupId,9", "TierLevelId,9", "ClientId,9",
    "ServiceId,1", "ImpactId,1", "UrgencyId,1", "SLAId,99", "SelectedTags,99",
    "AssignedUser,00000000-0000-4000-8000-00000000abcd"
  })
  void aReferenceShouldBeKnown(String field, String value) {
    desk.registerWith(field, value).refuses(field, "Invalid %s.".formatted(field));
  }

  @Test
  void allUnknownReferencesShouldBeToldAtOnce() {
    Form form = Form.howTo().with("SiteId", "999").with("DepartmentId", "998").and("GroupId", "9");

    desk.register(form, "alice")
        .refuses(
            Map.of(
                "SiteId", "Invalid SiteId.",
                "DepartmentId", "Invalid DepartmentId.",
                "GroupId", "Invalid GroupId."));
  }

  @Test
  void allThatIsWrongWithFieldsShouldBeToldAtOnce() {
    Form form =
        Form.howTo()
            .with("Title", "x".repeat(256))
            .with("SiteId", "abc")
            .with("TicketType", "99")
            .without("DepartmentId")
            .with("GroupId", "999");

    desk.register(form, "alice")
        .refuses(
            Map.of(
                "Title", TITLE_TOO_LONG,
                "SiteId", "The value 'abc' is not valid for SiteId.",
                "TicketType", "The value '99' is invalid.",
                "DepartmentId", "The DepartmentId field is required."));
  }

  @ParameterizedTest
  @CsvSource({
    "10,100,1000,",
    "10,101,1001,",
    "11,110,,",
    "10,,,",
    "11,100,,TicketSubCategoryId",
    "10,100,1001,ItemId",
    "10,110,,TicketSubCategoryId",
    ",100,,TicketSubCategoryId",
    "10,,1000,ItemId",
    "12,120,1000,ItemId"
  })
  void aRowShouldBelongToItsParent(
      String category, String subCategory, String item, String refused) {
    Form form = Form.howTo().without("TicketCategoryId");
    form = category == null ? form : form.and("TicketCategoryId", category);
    form = subCategory == null ? form : form.and("TicketSubCategoryId", subCategory);
    form = item == null ? form : form.and("ItemId", item);

    Answer answer = desk.register(form, "alice");

    if (refused == null) {
      answer.created();
    } else {
      answer.refuses(refused, "Invalid %s.".formatted(refused));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "2", "5", "6", "7"})
  void aTicketMayBeginInEveryStatusThatIsNotDone(String id) {
    assertEquals(
        id, desk.registerWith("TicketStatusId", id).created().json("ticketStatusId").asText());
  }

  @ParameterizedTest
  @ValueSource(strings = {"3", "4"})
  void aTicketShouldNotBeginResolvedOrClosed(String id) {
    Answer answer = desk.registerWith("TicketStatusId", id).has(400);

    assertEquals("[\"TicketStatusId\"]", keys(answer));
  }

  private static String keys(Answer answer) {
    return Answer.keysOf(answer.json("errors")).stream()
        .collect(Collectors.joining("\",\"", "[\"", "\"]"));
  }

  @Test
  void dueDateShouldLieAfterNow() {
    assertEquals(
        "[\"DueDate\"]", keys(desk.registerWith("DueDate", "2020-01-01T00:00:00Z").has(400)));
  }

  @Test
  void whatIsLeftOutShouldStayEmpty() {
    Form form = Form.howTo().without("TicketPriorityId").without("TicketCategoryId");

    Answer answer = desk.register(form, "alice").created();

    for (String field :
        new String[] {
          "ticketPriorityId", "ticketCategoryId", "tierLevelId", "groupId", "cc", "dueDate"
        }) {
      assertEquals("null", answer.json(field).toString(), field);
    }
    assertEquals(1, answer.json("source").asInt());
  }

  @Test
  void ccShouldBeReadAsAList() {
    Answer answer = desk.registerWith("Cc", " a@x.test; b@x.test ,,A@X.test;").created();

    assertEquals("a@x.test,b@x.test", answer.json("cc").asText());
  }

  @ParameterizedTest
  @ValueSource(strings = {"nobody", "a@x.test,b", "@x.test", "a@", "a@x..test", "a b@x.test"})
  void ccShouldRefuseWhatIsNoAddress(String list) {
    assertEquals("[\"Cc\"]", keys(desk.registerWith("Cc", list).has(400)));
  }

  @Test
  void ccShouldHold100AddressesAtMost() {
    desk.registerWith("Cc", addresses(100)).created();
    assertEquals("[\"Cc\"]", keys(desk.registerWith("Cc", addresses(101)).has(400)));
  }

  private static String addresses(int count) {
    return IntStream.range(0, count)
        .mapToObj("u%d@x.test"::formatted)
        .collect(Collectors.joining(","));
  }

  @Test
  void aGuidShouldGiveItsTicketBack() {
    String guid = UUID.randomUUID().toString();
    Form form = Form.howTo().with("Guid", guid.toUpperCase(java.util.Locale.ROOT));
    Answer first = desk.register(form, "alice").created();
    TestDesk.Stored stored = desk.stored();

    Answer second =
        desk.register(form.with("Title", "Another").file("a.pdf", new byte[9]), "alice");

    assertEquals(guid, first.json("guid").asText());
    assertEquals(first.json("id"), second.created().json("id"));
    assertEquals(first.json("title"), second.json("title"));
    assertEquals(first.header("Location"), second.header("Location"));
    assertTrue(desk.comesToStore(stored));
  }

  @Test
  void aGuidOfSomebodyElsesTicketShouldBeRefused() {
    Form form = Form.howTo().with("Guid", UUID.randomUUID().toString());
    desk.register(form, "alice").created();

    desk.register(form.with("CreatorId", desk.idOf("bob")), "bob").refuses("Guid", "Invalid Guid.");
    desk.register(form.with("CreatorId", desk.idOf("carol")), "carol")
        .refuses("Guid", "Invalid Guid.");
  }

  /** Naming the ticket's creator does not help somebody who may only name himself. */
  @Test
  void aGuidShouldShowNoMemberATicketOfSomebodyElse() {
    Form form = Form.howTo().with("Guid", UUID.randomUUID().toString());
    desk.register(form, "alice").created();

    desk.register(form, "carol").refuses("CreatorId", "Invalid CreatorId.");
  }

  /** He learns no more than of a Guid that is another creator's, whomever he names. */
  @ParameterizedTest
  @ValueSource(strings = {"carol", "dave", "rita"})
  void aGuidShouldShowNoHiddenTicket(String creator) {
    Form form = ofCarol().with("Guid", UUID.randomUUID().toString());
    desk.register(form, "alice").created();

    desk.register(form.with("CreatorId", desk.idOf(creator)), "rita")
        .refuses("Guid", "Invalid Guid.");
    desk.register(form.with("CreatorId", desk.idOf(creator)).with("SiteId", "999"), "rita")
        .refuses("Guid", "Invalid Guid.");
  }

  /** Whoever opened it may not see it any more, but tries again. */
  @Test
  void aGuidShouldGiveItsTicketToWhoSeesOrOpenedIt() {
    Form form = ofCarol().with("Guid", UUID.randomUUID().toString());
    String id = desk.register(form, "rita").created().json("id").asText();
    desk.get(Tickets.BASE + id, "rita").has(404);

    for (String userName : new String[] {"rita", "alice", "carol"}) {
      assertEquals(id, desk.register(form, userName).created().json("id").asText());
    }
  }

  private Form ofCarol() {
    return Form.howTo().with("CreatorId", desk.idOf("carol"));
  }

  @Test
  void aGuidThatIsMissingShouldBeMade() {
    String one = desk.register(Form.howTo(), "alice").created().json("guid").asText();
    String other = desk.register(Form.howTo(), "alice").created().json("guid").asText();

    assertNotEquals(UUID.fromString(one), UUID.fromString(other));
  }

  @ParameterizedTest
  @CsvSource({"bob,true", "alice,true", "admin,true", "svc,true", "carol,false", "dave,false"})
  void aTechnicianShouldBeNoMember(String userName, boolean fit) {
    Form form = Form.howTo().with("AssignedUser", desk.idOf(userName));

    Answer answer = desk.register(form, "alice");

    if (fit) {
      assertEquals(desk.idOf(userName), answer.created().json("assignedUser").asText());
    } else {
      answer.refuses("AssignedUser", "Invalid AssignedUser.");
    }
  }

  @Test
  void aMemberShouldNameHimselfOnly() {
    Form own = Form.howTo().with("CreatorId", desk.idOf("carol"));

    assertEquals(
        desk.idOf("carol"), desk.register(own, "carol").created().json("creatorId").asText());
    desk.register(Form.howTo(), "carol").refuses("CreatorId", "Invalid CreatorId.");
    desk.register(own.with("CreatorId", desk.idOf("mona")), "carol")
        .refuses("CreatorId", "Invalid CreatorId.");
    desk.register(own, "alice").created();
  }

  @Test
  void aRefusedTicketShouldLeaveNothingBehind() {
    TestDesk.Stored before = desk.stored();

    desk.register(Form.howTo().with("SiteId", "999").file("a.pdf", new byte[] {1, 2}), "alice")
        .has(400);
    desk.register(Form.howTo().without("Title").file("b.pdf", new byte[] {3, 4}), "alice").has(400);
    desk.register(Form.howTo().file("c.pdf", new byte[] {5, 6}), "dave").has(400);

    assertTrue(desk.comesToStore(before));
  }
}
