package org.polydesk.bootstrap.tikting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Which policy a ticket gets and when it is due then. Source: docs/dialects/tikting.md, section
 * "Registering a ticket"; docs/sla.md, section "Which policy".
 *
 * <p>Policy n allows n hours around the clock, and nothing to the lowest priority.
 */
@OnEveryStore
final class SlaChoiceTest {
  private static final int LOWEST = 1;
  private static final String MANUAL = "2098-12-31T23:00:00Z";

  /** A desk with its number, the name of its only person, and what it promises. */
  private static final String DESK =
      """
        - id: %1$d
          publicId: 5f0c2d6e-8a41-4d0b-9a7e-0000000000%1$d
          name: Desk of %2$s
          include: standard
          lists:
            TIER_LEVEL: [{id: 1, name: Level 1}]
            PRIORITY: [{id: 1, name: Low}, {id: 2, name: Medium}, {id: 3, name: High}, {id: 4, name: Critical}]
            CATEGORY: [{id: 10, name: Hardware}, {id: 11, name: Software}, {id: 12, name: Network}]
            SITE: [{id: 1, name: Head Office}, {id: 2, name: Branch Office}]
            DEPARTMENT: [{id: 1, name: IT Department}, {id: 2, name: Finance}]
            COMPANY: [{id: 1, name: Acme Corp}, {id: 2, name: Globex}]
            SERVICE: [{id: 1, name: E-mail}, {id: 2, name: Telephone}]
          calendars:
            - id: 1
              name: Always
              zone: UTC
              minutesPerDay: 1440
              weekly:
                MONDAY: ["00:00-24:00"]
                TUESDAY: ["00:00-24:00"]
                WEDNESDAY: ["00:00-24:00"]
                THURSDAY: ["00:00-24:00"]
                FRIDAY: ["00:00-24:00"]
                SATURDAY: ["00:00-24:00"]
                SUNDAY: ["00:00-24:00"]
          people:
            - {userName: %2$s, email: %2$s@promises.test, role: ADMINISTRATOR, password: %2$s-demo}
          slas: {%3$s}
      """;

  private static final String RULES =
      """
      {rank: 90, conditions: {SITE: 2}, policyId: 2},
      {rank: 10, active: false, policyId: 8},
      {rank: 20, policyId: 3, conditions:
        {PRIORITY: 4, SITE: 2, DEPARTMENT: 2, CATEGORY: 12, CLIENT: 2, TYPE: 3, SERVICE: 2}},
      {rank: 30, conditions: {CATEGORY: 12, CLIENT: 2}, policyId: 4},
      {rank: 30, conditions: {CLIENT: 2, TYPE: 3}, policyId: 5},
      {rank: 50, conditions: {SERVICE: 2}, policyId: 6},
      {rank: 60, conditions: {PRIORITY: 4, DEPARTMENT: 2}, policyId: 7}
      """;

  private final TestDesk desk;

  SlaChoiceTest(Store store) {
    desk = store.shared();
  }

  @BeforeParameterizedClassInvocation
  static void addDesks(Store store) {
    String nine =
        IntStream.rangeClosed(1, 9)
            .mapToObj(SlaChoiceTest::policy)
            .collect(Collectors.joining(", "));
    store
        .shared()
        .addDesks(
            "desks:\n"
                + desk(31, "pia", 1, nine, RULES)
                + desk(
                    32,
                    "pepe",
                    0,
                    policy(2) + ", " + policy(99),
                    "{rank: 1, conditions: {PRIORITY: 4, SITE: 2}, policyId: 2}"),
            31,
            32);
  }

  private static String desk(int id, String person, int defaultId, String policies, String rules) {
    String slas =
        "defaultId: %d, policies: [%s], rules: [%s]".formatted(defaultId, policies, rules);
    return DESK.formatted(id, person, slas.replaceAll("\\s+", " "));
  }

  private static String policy(int hours) {
    return """
        {id: %1$d, name: Policy %1$d, calendarId: 1, reopening: CONTINUE, retargeting: RETROACTIVE,
        targets: {RESOLUTION: {2: %2$d, 3: %2$d, 4: %2$d}}}
        """
        .formatted(hours, hours * 60);
  }

  /** The how-to's ticket with other fields, such as {@code SiteId=2 TicketType=3}. */
  private static Form ticket(String fields) {
    Form form = Form.howTo();
    for (String field : fields.isEmpty() ? new String[0] : fields.split(" ")) {
      form = form.with(field.split("=")[0], field.split("=")[1]);
    }
    return form;
  }

  private Answer register(Form form, String userName) {
    return desk.register(form.with("CreatorId", desk.idOf(userName)), userName);
  }

  private static String dueBy(int policy, Answer ticket) {
    return Instant.parse(ticket.json("createdOn").asText())
        .plus(Duration.ofHours(policy))
        .toString();
  }

  private static void assertPromised(int policy, Answer ticket) {
    assertEquals(policy, ticket.json("slaId").asInt());
    assertEquals(dueBy(policy, ticket), ticket.json("dueDate").asText());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ':',
      textBlock =
          """
          ''                             : 1
          TicketPriorityId=4             : 1
          DepartmentId=2                 : 1
          ClientId=2                     : 1
          ClientId=1 TicketCategoryId=12 : 1
          ClientId=1 TicketType=3        : 1
          TicketCategoryId=12            : 1
          TicketType=3                   : 1
          ServiceId=1                    : 1
          SiteId=2                       : 2
          SiteId=2 TicketPriorityId=4    : 2
          ClientId=2 TicketCategoryId=12 : 4
          ClientId=2 TicketType=Change   : 5
          ServiceId=2                    : 6
          ServiceId=2 SiteId=2           : 6
          TicketPriorityId=4 DepartmentId=2             : 7
          TicketPriorityId=4 DepartmentId=2 SiteId=2    : 7
          TicketPriorityId=4 DepartmentId=2 ServiceId=2 : 6
          ClientId=2 TicketCategoryId=12 TicketType=3 : 4
          TicketPriorityId=4 SiteId=2 DepartmentId=2 TicketCategoryId=12 ClientId=2 TicketType=3 ServiceId=2 : 3
          TicketPriorityId=3 SiteId=2 DepartmentId=2 TicketCategoryId=12 ClientId=2 TicketType=3 ServiceId=2 : 4
          TicketPriorityId=4 SiteId=1 DepartmentId=2 TicketCategoryId=12 ClientId=2 TicketType=3 ServiceId=2 : 4
          TicketPriorityId=4 SiteId=2 DepartmentId=1 TicketCategoryId=12 ClientId=2 TicketType=3 ServiceId=2 : 4
          TicketPriorityId=4 SiteId=2 DepartmentId=2 TicketCategoryId=11 ClientId=2 TicketType=3 ServiceId=2 : 5
          TicketPriorityId=4 SiteId=2 DepartmentId=2 TicketCategoryId=12 ClientId=1 TicketType=3 ServiceId=2 : 6
          TicketPriorityId=4 SiteId=2 DepartmentId=2 TicketCategoryId=12 ClientId=2 TicketType=1 ServiceId=2 : 4
          TicketPriorityId=4 SiteId=2 DepartmentId=2 TicketCategoryId=12 ClientId=2 TicketType=3 ServiceId=1 : 4
          SLAId=9                        : 9
          SLAId=9 SiteId=2               : 9
          SLAId=8 ServiceId=2            : 8
          """)
  void aTicketShouldGetTheFirstPolicyThatIsMeantForIt(String fields, int policy) {
    Answer registered = register(ticket(fields).and("DueDate", MANUAL), "pia").created();

    assertPromised(policy, registered);
    String id = registered.json("id").asText();
    assertPromised(policy, desk.get(Tickets.BASE + id, "pia").ok());
  }

  /** What only another desk has is as unknown as what nobody has. */
  @ParameterizedTest
  @CsvSource({"10", "99", "0", "-1"})
  void aPolicyThatTheDeskDoesNotHaveShouldBeRefused(String policy) {
    register(ticket("SLAId=" + policy), "pia").refuses("SLAId", "Invalid SLAId.");
  }

  @Test
  void anUnreadablePolicyShouldBeRefusedWithTheRest() {
    register(ticket("SLAId=x SiteId=y"), "pia")
        .refuses(
            Map.of(
                "SLAId", "The value 'x' is not valid for SLAId.",
                "SiteId", "The value 'y' is not valid for SiteId."));
  }

  @ParameterizedTest
  @CsvSource({"SLAId=9, 9", "SiteId=2, 2", "'', 1"})
  void whereNothingIsPromisedTheDateAskedForShouldHold(String fields, int policy) {
    Form lowest = ticket(fields).with("TicketPriorityId", String.valueOf(LOWEST));
    for (Form form : new Form[] {lowest, lowest.without("TicketPriorityId")}) {
      Answer asked = register(form.and("DueDate", MANUAL), "pia").created();
      Answer silent = register(form, "pia").created();

      assertEquals(policy, asked.json("slaId").asInt());
      assertEquals(MANUAL, asked.json("dueDate").asText());
      assertEquals(policy, silent.json("slaId").asInt());
      assertEquals("null", silent.json("dueDate").asText());
    }
  }

  @Test
  void withoutADefaultATicketThatNoRuleSpeaksOfShouldHaveNoPolicy() {
    Answer asked = register(ticket("SiteId=2").and("DueDate", MANUAL), "pepe").created();
    Answer silent = register(ticket("TicketPriorityId=4"), "pepe").created();

    assertEquals("null", asked.json("slaId").asText());
    assertEquals(MANUAL, asked.json("dueDate").asText());
    assertEquals("null", silent.json("slaId").asText());
    assertEquals("null", silent.json("dueDate").asText());
    assertPromised(2, register(ticket("SiteId=2 TicketPriorityId=4"), "pepe").created());
    assertPromised(99, register(ticket("SLAId=99"), "pepe").created());
  }

  /** The policy that speaks of the new priority overrules the date that comes with it. */
  @Test
  void aChangedPriorityShouldFindAPolicyWhereThereWasNone() {
    String id = register(ticket("SiteId=2"), "pepe").created().json("id").asText();
    Form urgent =
        Form.empty()
            .and("CreatorId", desk.idOf("pepe"))
            .and("TicketPriorityId", "4")
            .and("DueDate", MANUAL);

    desk.post(Tickets.BASE + "update/" + id, urgent, "Bearer " + desk.tokenOf("pepe")).has(204);

    assertPromised(2, desk.get(Tickets.BASE + id, "pepe").ok());
  }

  /** What the desk fills in counts as what was asked for. */
  @ParameterizedTest
  @CsvSource({"SiteId, 1, 1", "SiteId, 2, 2", "TicketPriorityId, 3, 1"})
  void aRaisedTicketShouldGetItsPolicyTheSameWay(String field, String value, int policy) {
    Form form =
        Form.empty()
            .and("Title", "No sound")
            .and("Description", "Since today.")
            .and("Requester", "pia")
            .and(field, value);

    assertPromised(
        policy, desk.post(Tickets.BASE + "new", form, "Bearer " + desk.tokenOf("pia")).created());
  }
}
