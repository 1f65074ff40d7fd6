package org.polydesk.bootstrap.tikting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Source: docs/dialects/tikting.md, the table of what is served and section "Shapes". */
@OnEveryStore
final class MetadataTest {
  private static final List<String> SCOPED =
      List.of(
          "groups",
          "levels",
          "priorities",
          "categories",
          "sub_categories",
          "items",
          "status",
          "clients",
          "sites",
          "departments",
          "technicians");

  private final TestDesk desk;
  private final Tickets tickets;

  MetadataTest(Store store) {
    desk = store.shared();
    tickets = new Tickets(desk);
  }

  private Answer metadata(String path, String userName) {
    return desk.get("/api/TicketsApi/metadata" + path, userName);
  }

  private static String values(Answer answer, String list, String key) {
    List<String> values = new ArrayList<>();
    for (JsonNode item : answer.json(list)) {
      values.add(item.path(key).asText());
    }
    return String.join(" ", values);
  }

  @Test
  void aNewTicketShouldHaveEveryChoice() {
    Answer answer = metadata("", "alice").ok();

    List<String> all = new ArrayList<>(SCOPED);
    all.add("requesters");
    assertEquals(all, answer.keys());
    assertEquals("100 101 110 120", values(answer, "sub_categories", "id"));
    assertEquals("1000 1001", values(answer, "items", "id"));
    assertEquals("alice bob rita", values(answer, "technicians", "userName"));
    assertEquals(
        "admin alice bob rita carol dave mona svc", values(answer, "requesters", "userName"));
    assertEquals(
        List.of("id", "fullName", "userName"), Answer.keysOf(answer.json("requesters").get(0)));
    assertEquals("1 2 3 4 5 6 7", values(answer, "status", "id"));
  }

  @ParameterizedTest
  @CsvSource({
    "10,,,100 101,''",
    "10,100,1,100 101,1000",
    "10,101,2,100 101,1001",
    "11,110,,110,''",
    ",,,'',''"
  })
  void aTicketShouldHaveTheChoicesUnderWhatItHas(
      String category, String subCategory, String group, String subCategories, String items) {
    String id =
        tickets.open(
            form -> {
              Form next = form.without("TicketCategoryId");
              next = category == null ? next : next.and("TicketCategoryId", category);
              next = subCategory == null ? next : next.and("TicketSubCategoryId", subCategory);
              return group == null ? next : next.and("GroupId", group);
            });

    Answer answer = metadata("/" + id, "alice").ok();

    assertEquals(SCOPED, answer.keys());
    assertEquals(subCategories, values(answer, "sub_categories", "id"));
    assertEquals(items, values(answer, "items", "id"));
    String technicians =
        group == null ? "alice bob rita" : group.equals("1") ? "alice rita" : "bob";
    assertEquals(technicians, values(answer, "technicians", "userName"));
    assertEquals("10 11 12", values(answer, "categories", "id"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"alice", "carol", "rita"})
  void aTicketThatIsNotSeenShouldBeABadRequest(String userName) {
    Answer missing = metadata("/" + Tickets.MISSING, userName).has(400);

    assertEquals("The ticket was not found.", missing.json("detail").asText());
    if (!userName.equals("alice")) {
      Answer hidden = metadata("/" + tickets.open(), userName).has(400);
      assertEquals(missing.bodyWithoutTrace(), hidden.bodyWithoutTrace());
    }
  }

  @Test
  void anIdThatIsNoneShouldBeRefused() {
    metadata("/abc", "alice").refuses("id", "The value 'abc' is not valid.");
  }

  @Test
  void aMemberShouldSeeNoOtherRequester() {
    assertEquals("carol", values(metadata("", "carol").ok(), "requesters", "userName"));
    String id = tickets.openFor("carol");
    assertEquals(SCOPED, metadata("/" + id, "carol").ok().keys());
  }
}
