package org.polydesk.bootstrap.taas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.polydesk.bootstrap.taas.TaasDesk.Reply;

/**
 * Every parameter of the list, against five tickets A to E that are called by their letters.
 * Source: docs/dialects/taas.md, section "Lists".
 */
@OnEachStore
final class ParametersTest {
  private static final Map<TaasDesk, String> WORDS = new EnumMap<>(TaasDesk.class);
  private static final String CATEGORY = "2283653a-8d36-40eb-9a68-73eb3b331811";

  private final TaasDesk desk;
  private final String word;

  ParametersTest(TaasDesk desk) {
    this.desk = desk;
    this.word = WORDS.computeIfAbsent(desk, ParametersTest::fiveTickets);
  }

  private static String fiveTickets(TaasDesk desk) {
    String word = "p" + UUID.randomUUID().toString().substring(0, 8);
    ticket(
        desk, "A", word + " alpha", "Uma", ",\"priority\":\"Low\",\"expectedDate\":\"2026-05-01\"");
    String b =
        ticket(
            desk,
            "B",
            word + " Bravo",
            "tom",
            ",\"priority\":\"Urgent\",\"expectedDate\":\"2026-05-03T10:00:00Z\",\"assignee\":"
                + technician("bob"));
    ticket(
        desk,
        "C",
        word + " charlie",
        "Sue",
        ",\"priority\":\"Medium\",\"tags\":[{\"tagCategoryId\":\"%s\",\"text\":\"my_tag x\"}],\"assignee\":%s"
            .formatted(CATEGORY, technician("alice")));
    String d =
        ticket(
            desk,
            "D",
            word + " Delta",
            "ray",
            ",\"priority\":\"Important\",\"tags\":[{\"tagCategoryId\":\"%s\",\"text\":\"red\"}]"
                .formatted(CATEGORY));
    String e = ticket(desk, "E", word + " echo", "Pam", "");
    status(desk, b, "Started");
    status(desk, d, "Resolved");
    status(desk, e, "Closed");
    return word;
  }

  private static String ticket(
      TaasDesk desk, String letter, String title, String name, String more) {
    return desk.post(
            "/tickets",
            """
            {"ticket":{"title":"%1$s","description":"It is %2$s of five.","requestor":
             {"id":"%3$s","name":"%3$s %4$s","email":"%3$s-%4$s@%5$s.test"}%6$s},"user":%7$s}
            """
                .formatted(
                    title,
                    letter,
                    name,
                    title.substring(0, 9),
                    letter.toLowerCase(Locale.ROOT),
                    more,
                    TaasDesk.BO))
        .has(201)
        .item()
        .path("id")
        .asText();
  }

  private static String technician(String name) {
    return "{\"id\":\"%1$s\",\"name\":\"%1$s\",\"email\":\"%1$s@demo.test\"}".formatted(name);
  }

  private static void status(TaasDesk desk, String ticket, String state) {
    desk.put(
            "/tickets/" + ticket + "/status",
            "{\"status\":\"%s\",\"user\":%s}".formatted(state, TaasDesk.BO))
        .has(200);
  }

  /** The letters of what a list shows, in its order. */
  private String letters(String query) {
    StringBuilder letters = new StringBuilder();
    list(query)
        .items()
        .forEach(
            item ->
                letters.append(item.path("description").asText().replaceAll("It is | of.*", "")));
    return letters.toString();
  }

  private Reply list(String query) {
    return desk.get("/tickets?title=" + word + "&" + query.replace("WORD", word)).has(200);
  }

  @ParameterizedTest
  @CsvSource({
    "title, ABCDE, EDCBA",
    "TITLE, ABCDE, EDCBA",
    "ticketId, ABCDE, EDCBA",
    "createdDateTime, ABCDE, EDCBA",
    "lastInteraction, EDCBA, EDCBA",
    "status, CADEB, BEDCA",
    "priority, ACDBE, BDCAE",
    "expectedDate, ABEDC, BAEDC",
    "requestorName, EDCBA, ABCDE",
    "requestorEmail, EDCBA, ABCDE",
    "assigneeName, CBEDA, BCEDA",
    "assigneeEmail, CBEDA, BCEDA",
    "nothing, ABCDE, EDCBA"
  })
  void everyColumnShouldOrderBothWays(String column, String rising, String falling) {
    assertEquals(rising, letters("orderBy=" + column + "&order=ASC"));
    assertEquals(falling, letters("orderBy=" + column + "&order=DESC"));
    assertEquals(falling, letters("orderBy=" + column));
    assertEquals(rising, walked("orderBy=" + column + "&order=asc"));
    assertEquals(falling, walked("orderBy=" + column));
  }

  /** The same in pages of two, by continuation. */
  private String walked(String query) {
    StringBuilder letters = new StringBuilder();
    String token = null;
    do {
      String next = token;
      Reply page =
          desk.send(
                  "GET",
                  TaasDesk.keyed(
                      TaasDesk.BASE + "/tickets?limit=2&title=" + word + "&" + query,
                      "demo-primary-key"),
                  r -> next == null ? r : r.header("continuationToken", next))
              .has(200);
      page.items().forEach(item -> letters.append(item.path("description").asText().charAt(6)));
      assertEquals(5, page.json().path("itemCount").asInt());
      JsonNode follows = page.json().path("continuationToken");
      token = follows.isTextual() ? follows.asText() : null;
    } while (token != null);
    return letters.toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "status=Open|CA",
        "status=%20started%20|B",
        "status=In%20Progress|B",
        "statusId=InProgress|400",
        "statusId=Closed|E",
        "status=Reopened|",
        "isResolved=true|ED",
        "isResolved=FALSE|CBA",
        "isResolved=false&status=Closed|",
        "priority=Low|A",
        "priority=important|D",
        "priority=None|400",
        "tags=2283653a-8d36-40eb-9a68-73eb3b331811_my_tag%20x|C",
        "tags=2283653a-8d36-40eb-9a68-73eb3b331811_RED,2283653a-8d36-40eb-9a68-73eb3b331811_my_tag%20x|DC",
        "tags=11111111-8d36-40eb-9a68-73eb3b331811_red|",
        "tags=nothing|",
        "tags=|EDCBA",
        "search=BRAVO|B",
        "search=WORD%20five|EDCBA",
        "search=five%20uma|A",
        "search=tom-WORD@b.test|B",
        "search=alice|C",
        "search=bob@demo|B",
        "search=my_tag|C",
        "search=red|D",
        "search=alpha%20bravo|",
        "search=%25|",
        "title=alph|EDCBA",
        "expectedDateAfter=2026-05-01|BA",
        "expectedDateAfter=2026-05-01&timezone=-1|BA",
        "expectedDateAfter=2026-05-01&timezone=1|B",
        "expectedDateAfter=2026-05-02T00:00:00Z|B",
        "expectedDateAfter=2026-05-03T12:00:00&timezone=2|B",
        "expectedDateAfter=2026-05-03T12:00:01&timezone=2|",
        "expectedDateBefore=2026-05-01|A",
        "expectedDateBefore=2026-05-01&timezone=-1|",
        "expectedDateBefore=2026-05-03T10:00:00Z|BA",
        "expectedDateAfter=2026-05-02&expectedDateBefore=2026-05-04|B",
        "createdAfter=2026-03-04|EDCBA",
        "createdAfter=2026-03-04&timezone=10|EDCBA",
        "createdAfter=2026-03-04&timezone=11|",
        "createdBefore=2026-03-04T10:00:00Z|EDCBA",
        "createdBefore=2026-03-04T09:59:59Z|",
        "lastUpdateAfter=2026-03-04T10:00:01Z|",
        "lastUpdateBefore=2026-03-05|EDCBA",
        "lastUpdateAfter=|EDCBA",
        "limit=2|ED",
        "limit=2&offset=1|DC",
        "limit=1001|EDCBA",
        "limit=99999999999999999999|EDCBA",
        "offset=5|",
        "offset=99999999999999999999|",
        "offset=0&limit=%201|E",
        "timezone=0|EDCBA",
        "timezone=%2B7|EDCBA",
        "unknown=1|EDCBA",
        "limit=0|400",
        "limit=1.5|400",
        "offset=-1|400",
        "timezone=1.5|400",
        "createdAfter=2026-02-30|400",
        "expectedDateBefore=2026-05-03T25:00:00Z|400",
        "lastUpdateBefore=yesterday|400"
      })
  void everyParameterShouldFindWhatItSays(String query, String expected) {
    if ("400".equals(expected)) {
      Reply refused = desk.get("/tickets?" + query).has(400);
      assertTrue(refused.json().path("message").asText().length() > 5, refused.body());
    } else {
      assertEquals(expected == null ? "" : expected, letters(query));
    }
  }

  @Test
  void faultsShouldBeToldTogether() {
    String message =
        desk.get("/tickets?limit=x&offset=y&timezone=z&status=Odd&priority=Huge&createdAfter=soon")
            .has(400)
            .json()
            .path("message")
            .asText();

    for (String value : List.of("'x'", "'y'", "'z'", "'Odd'", "'Huge'", "'soon'")) {
      assertTrue(message.contains(value), message);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "title",
        "description",
        "status",
        "requestor",
        "customFields",
        "priority",
        "assignee",
        "expectedDate",
        "resolution",
        "firstResponseOn",
        "firstResolutionOn",
        "lastResolutionOn",
        "createdOn",
        "tags",
        "lastUpdatedOn",
        "isFrtEscalated",
        "isRtEscalated",
        "createdBy",
        "lastUpdatedBy",
        "lastResolutionComment",
        "requestorName",
        "lastInteraction",
        "assigneeUnseenEventCnt",
        "requestorUnseenEventCnt",
        "resolvedStatus",
        "isCustomWorkflow",
        "isFrtBreached",
        "isRtBreached",
        "trackingId",
        "origin"
      })
  void selectShouldGiveTheFieldAndTheId(String name) {
    JsonNode item = list("limit=1&select=%20" + name + ",nonsense").items().path(0);
    Set<String> names = new HashSet<>();
    item.fieldNames().forEachRemaining(names::add);

    assertEquals(Set.of("id", name), names);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/tickets/1",
        "/tickets/1/activities",
        "/tickets/1/attachments",
        "/instance",
        "/tickets"
      })
  void aTimezoneThatIsNoneShouldBeRefused(String path) {
    desk.get(path + "?timezone=Paris").has(400);
  }

  @Test
  void commentsShouldComeInHtmlForThoseWhoWantIt() {
    String path = "/tickets/" + desk.open("Html", "").path("id").asText();
    JsonNode said =
        desk.post(
                path + "/comments?include=comment_HTML",
                "{\"comment_HTML\":\"<p>one <b>two</b></p>\",\"user\":%s}".formatted(TaasDesk.BO))
            .has(201)
            .item();

    assertEquals("<p>one <b>two</b></p>", said.path("comment_HTML").asText());
    assertEquals("one two", said.path("comment").asText().strip());
    for (JsonNode activity : desk.get(path + "/activities?include=comment_HTML").items()) {
      assertTrue(activity.path("comment_HTML").isTextual(), activity.toString());
    }
    for (JsonNode activity : desk.get(path + "/activities").items()) {
      assertTrue(activity.path("comment_HTML").isMissingNode(), activity.toString());
    }
  }

  @Test
  void theOlderFormOfTheAgreementShouldBeTold() {
    JsonNode alerts = desk.get("/instance").has(200).item().path("alertNotification");
    JsonNode agreement = alerts.path("serviceLevelAgreement");

    assertEquals("{\"hours\":9,\"minutes\":0}", agreement.path("slaStartTime").toString());
    assertEquals("{\"hours\":17,\"minutes\":0}", agreement.path("slaEndTime").toString());
    assertEquals(4, agreement.path("rtUrgentDuration").asInt());
    assertTrue(agreement.path("isRtUrgent").asBoolean());
    assertTrue(agreement.path("isBreachesResolutionTime").asBoolean());
    assertTrue(agreement.path("breachesAssigneeResolutionTime").isArray());
    assertTrue(alerts.path("expectedDate").path("isDueTodayNotifOn").isBoolean());
  }
}
