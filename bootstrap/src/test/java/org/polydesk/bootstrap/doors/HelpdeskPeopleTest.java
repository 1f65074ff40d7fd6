package org.polydesk.bootstrap.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polydesk.bootstrap.tikting.Answer;
import org.polydesk.bootstrap.tikting.OnEveryStore;
import org.polydesk.bootstrap.tikting.Store;
import org.polydesk.bootstrap.tikting.TestDesk;

/** People, companies and departments in the Helpdesk dialect, section "People". */
@OnEveryStore
final class HelpdeskPeopleTest {
  private static final List<String> USER =
      List.of(
          "UserID",
          "Username",
          "Email",
          "IsAdmin",
          "Disabled",
          "FirstName",
          "LastName",
          "Notes",
          "Location",
          "Phone",
          "CompanyName",
          "DepartmentName",
          "IPAddress",
          "HostName",
          "Lang",
          "UserAgent",
          "AvatarURL",
          "Signature",
          "Greeting",
          "CompanyId",
          "DepartmentID",
          "DarkMode",
          "CompanyNotes",
          "SendEmail",
          "IsTech",
          "LastSeen",
          "RecentTickets",
          "IsManager",
          "IsDepartmentManager",
          "TwoFactorAuthEnabled",
          "OutOfOffice",
          "LastPasswordChange",
          "FullNameAndLogin",
          "FullName",
          "Password",
          "Department",
          "PushToken");

  private final TestDesk desk;
  private final Visitor admin;
  private final Visitor alice;

  HelpdeskPeopleTest(Store store) {
    this.desk = store.shared();
    this.admin = Visitor.helpdesk(desk, "admin");
    this.alice = Visitor.helpdesk(desk, "alice");
  }

  private static String someone() {
    return "u" + UUID.randomUUID().toString().replace("-", "");
  }

  private String create(String name, String... more) {
    List<String> pairs =
        new ArrayList<>(
            List.of("username", name, "email", name + "@new.test", "password", name + "-1"));
    pairs.addAll(List.of(more));
    return admin.form("CreateUser", pairs.toArray(String[]::new)).ok().body();
  }

  private JsonNode user(String id) {
    return alice.get("User?userId=" + id).ok().json();
  }

  private Visitor loggedInAs(String name, String password) {
    String pair = name + ":" + password;
    return new Visitor(
        desk,
        "/api/",
        "Authorization",
        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @CsvSource({
    "User?userId=5, 200, 200, 403",
    "User/5, 200, 200, 403",
    "User?userId=99999, 404, 404, 403",
    "UserByEmail?email=CAROL@acme.test, 200, 200, 403",
    "UserByUsername?username=Carol, 200, 200, 403",
    "UserByUsername?username=nobody, 404, 404, 403",
    "Users, 200, 403, 403",
    "Companies, 200, 200, 403",
    "Companies/1, 200, 200, 403",
    "Companies/999999, 404, 404, 403",
    "Departments, 200, 200, 403"
  })
  void readingShouldBeForThoseWhoWorkHere(String path, int toAdmin, int toTech, int toUser) {
    admin.get(path).has(toAdmin);
    alice.get(path).has(toTech);
    Visitor.helpdesk(desk, "rita").get(path).has(toTech);
    for (String name : List.of("carol", "mona", "svc")) {
      Visitor.helpdesk(desk, name).get(path).has(toUser);
    }
  }

  @ParameterizedTest
  @CsvSource({"CreateUser", "UpdateUser", "DeleteUser", "Company", "MergeUsers"})
  void writingShouldBeForAdministratorsAlone(String method) {
    for (String name : List.of("alice", "carol", "mona")) {
      String email = someone() + "@new.test";
      Visitor.helpdesk(desk, name)
          .form(
              method,
              "userId",
              "8",
              "userId2",
              "7",
              "email",
              email,
              "name",
              email,
              "firstName",
              "No")
          .has(403);
      alice.get("UserByEmail?email=" + email).has(404);
    }
    assertEquals("Svc", user("8").get("FirstName").asText());
  }

  @ParameterizedTest
  @CsvSource({
    "User",
    "User?userId=five",
    "UserByEmail",
    "UserByUsername?username=",
    "Users?page=0",
    "Users?count=-1",
    "Users?listMode=strangers"
  })
  void whatIsMissingOrMalformedShouldBe400(String path) {
    admin.get(path).has(400);
  }

  @Test
  void userShouldHaveEveryKeyAndNoSecret() {
    Answer answer = alice.get("UserByEmail?email=carol@ACME.test").ok();

    JsonNode carol = answer.json();
    assertEquals(USER, answer.keys());
    assertEquals(5, carol.get("UserID").asInt());
    assertEquals("carol", carol.get("Username").asText());
    assertEquals("Acme Corp", carol.get("CompanyName").asText());
    assertEquals("Carol Demo (carol)", carol.get("FullNameAndLogin").asText());
    assertTrue(carol.get("CompanyNotes").isNull());
    assertTrue(carol.get("Password").isNull());
    assertFalse(answer.body().contains("argon2"), answer.body());
  }

  @Test
  void usersShouldBeListedByModeAndPage() {
    String gone = someone();
    String id = create(gone, "company", "Listed " + gone);
    List<Integer> all = numbers(admin.get("Users?count=300"));
    assertTrue(all.containsAll(List.of(1, 2, 3, 4, 5, 6, 7, 8, Integer.valueOf(id))), "" + all);
    assertEquals(all.stream().sorted(Comparator.naturalOrder()).toList(), all);
    assertEquals(List.of(1, 2, 3, 4), numbers(admin.get("Users?listMode=Techs")));
    assertEquals(List.of(1), numbers(admin.get("Users?listMode=admins")));
    assertEquals(
        List.of(3, 4),
        numbers(admin.form("Users", "listMode", "techs", "count", "2", "page", "2")));
    int company = user(id).get("CompanyId").asInt();
    assertEquals(List.of(Integer.valueOf(id)), numbers(admin.get("Users?companyId=" + company)));

    admin.form("UpdateUser", "userId", id, "disabled", "True").ok();

    assertFalse(numbers(admin.get("Users?count=500")).contains(Integer.valueOf(id)));
    assertTrue(numbers(admin.get("Users?listMode=disabled")).contains(Integer.valueOf(id)));
  }

  private static List<Integer> numbers(Answer answer) {
    List<Integer> numbers = new ArrayList<>();
    answer.ok().json().forEach(user -> numbers.add(user.get("UserID").asInt()));
    return numbers;
  }

  @Test
  void createdUserShouldLogInAndBelongToWhatWasNamed() {
    String name = someone();

    String id = create(name, "firstName", "Zoë", "company", "ACME corp", "department", "D " + name);

    JsonNode user = user(id);
    assertEquals("Zoë", user.get("FirstName").asText());
    assertEquals(1, user.get("CompanyId").asInt());
    assertEquals("D " + name, user.get("DepartmentName").asText());
    assertFalse(user.get("IsTech").asBoolean() || user.get("IsAdmin").asBoolean());
    JsonNode himself = loggedInAs(name, name + "-1").get("Authorization").ok().json();
    assertEquals(id, himself.get("UserID").asText());
    assertTrue(alice.get("Departments").ok().body().contains("\"D " + name + "\""));
  }

  @Test
  void createWithTheAddressAloneShouldMakeItTheUserName() {
    String email = someone() + "@new.test";

    String id = admin.query("CreateUser", "email", email).ok().body();

    assertEquals(email, user(id).get("Username").asText());
    loggedInAs(email, "").get("Authorization").has(401);
  }

  @Test
  void takenNamesAndBadAddressesShouldBeRefused() {
    admin.form("CreateUser", "username", "CAROL", "email", someone() + "@new.test").has(400);
    admin.form("CreateUser", "username", someone(), "email", "Carol@Acme.test").has(400);
    admin.form("CreateUser", "username", someone()).has(400);
    admin.form("CreateUser", "email", "no address").has(400);
    String id = create(someone());
    admin.form("UpdateUser", "userId", id, "username", "carol").has(400);
    admin.form("UpdateUser", "userId", "99999", "firstName", "No").has(404);
  }

  @Test
  void updateShouldLeaveBlanksAlone() {
    String id = create(someone(), "firstName", "Before", "lastName", "Stays");
    JsonNode before = user(id);

    Answer answer =
        admin.json(
            "POST",
            "UpdateUser?userId=" + id,
            "{\"firstName\":\"After\",\"lastName\":\"\",\"email\":null,\"password\":\"\","
                + "\"enableEmailNotifications\":false,\"outOfOffice\":\"true\"}");

    assertEquals("", answer.ok().body());
    JsonNode after = user(id);
    assertEquals("After Stays", after.get("FullName").asText());
    assertEquals(before.get("Email"), after.get("Email"));
    assertFalse(after.get("SendEmail").asBoolean());
    assertTrue(after.get("OutOfOffice").asBoolean());
  }

  @Test
  void anotherPasswordAndBeingShutOutShouldEndTokens() {
    String name = someone();
    String id = create(name);
    String token = personalToken(loggedInAs(name, name + "-1"));
    Visitor byToken = new Visitor(desk, "/api/", "Authorization", "Bearer " + token);
    byToken.get("Authorization").ok();

    admin.form("UpdateUser", "userId", id, "password", "another").ok();

    byToken.get("Authorization").has(401);
    loggedInAs(name, name + "-1").get("Authorization").has(401);
    Visitor again = loggedInAs(name, "another");
    again.get("Authorization").ok();

    admin.form("UpdateUser", "userId", id, "disabled", "1").ok();

    again.get("Authorization").has(401);
    assertTrue(user(id).get("Disabled").asBoolean());
  }

  private static String personalToken(Visitor who) {
    return new Visitor(who.desk(), "/", who.header(), who.credential())
        .get("User/Token")
        .ok()
        .body()
        .replaceAll("(?s).*<code>(.*)</code>.*", "$1");
  }

  @Test
  void deletedUserShouldBeGoneAndHisTicketsStay() {
    String name = someone();
    String id = create(name, "firstName", "Secret");
    Visitor him = loggedInAs(name, name + "-1");
    String ticket =
        him.form("ticket", "categoryId", "11", "subject", "Stays", "body", "Yes").ok().body();

    assertEquals("", admin.form("DeleteUser", "userId", id).ok().body());

    him.get("Authorization").has(401);
    alice.get("User?userId=" + id).has(404);
    alice.get("UserByEmail?email=" + name + "@new.test").has(404);
    admin.form("UpdateUser", "userId", id, "disabled", "false").has(404);
    admin.form("DeleteUser", "userId", id).has(404);
    Answer left = alice.get("ticket?id=" + ticket).ok();
    assertFalse(left.body().contains("Secret") || left.body().contains(name), left.body());
    assertFalse(numbers(admin.get("Users?listMode=disabled")).contains(Integer.valueOf(id)));
    create(name);
  }

  private String ticketOf(Visitor who, String subject) {
    return who.form("ticket", "categoryId", "11", "subject", subject, "body", "Mine").ok().body();
  }

  @Test
  void mergedUserShouldBeGoneAndTheOtherHaveWhatWasHis() {
    String stays = someone();
    String goes = someone();
    String kept = create(stays);
    String removed = create(goes, "firstName", "Secret");
    Visitor him = loggedInAs(goes, goes + "-1");
    Visitor byToken = new Visitor(desk, "/api/", "Authorization", "Bearer " + personalToken(him));
    String ticket = ticketOf(him, "Merged with him");
    him.form("comment", "id", ticket, "body", "I said so").ok();
    String followed = ticketOf(alice, "Followed by both");
    alice.form("AddSubscriber", "id", followed, "userId", kept).ok();
    alice.form("AddSubscriber", "id", followed, "userId", removed).ok();
    String asset = alice.form("Asset", "modelName", "Laptop").ok().json("id").asText();
    alice.form("AssignAssetToUser", "assetId", asset, "userId", removed).ok();

    assertEquals("", admin.form("MergeUsers", "userId", kept, "userId2", removed).ok().body());

    him.get("Authorization").has(401);
    byToken.get("Authorization").has(401);
    alice.get("User?userId=" + removed).has(404);
    alice.get("UserByEmail?email=" + goes + "@new.test").has(404);
    Visitor other = loggedInAs(stays, stays + "-1");
    JsonNode now = other.get("ticket?id=" + ticket).ok().json();
    assertEquals(kept, now.get("UserID").asText());
    assertTrue(now.get("SubmittedByCurrentUser").asBoolean());
    assertEquals(
        stays, other.get("comments?id=" + ticket).ok().json().get(0).get("UserName").asText());
    JsonNode followers = alice.get("Subscribers?id=" + followed).ok().json();
    List<String> numbers = new ArrayList<>();
    followers.forEach(user -> numbers.add(user.get("UserID").asText()));
    assertEquals(List.of("2", kept), numbers);
    assertEquals(
        kept,
        alice.get("Asset?id=" + asset).ok().json("AssignedUsers").get(0).get("UserID").asText());
    assertFalse(alice.get("ticket?id=" + ticket).ok().body().contains("Secret"));
    admin.form("MergeUsers", "userId", kept, "userId2", removed).has(404);
    create(goes);
  }

  @Test
  void mergeShouldRefuseWhatMakesNoSense() {
    String id = create(someone());
    String ticket = ticketOf(alice, "Stays with Alice");

    admin.form("MergeUsers", "userId", id, "userId2", id).has(400);
    admin.form("MergeUsers", "userId", id).has(400);
    admin.form("MergeUsers", "userId", id, "userId2", "two").has(400);
    admin.form("MergeUsers", "userId", id, "userId2", "1").has(400);
    admin.form("MergeUsers", "userId", id, "userId2", "2").has(400);
    admin.form("MergeUsers", "userId", id, "userId2", "999999").has(404);
    admin.form("MergeUsers", "id", "999999", "id2", id).has(404);

    assertEquals("2", alice.get("ticket?id=" + ticket).ok().json("UserID").asText());
    assertFalse(user(id).get("Disabled").asBoolean());
  }

  @Test
  void administratorShouldNotShutHimselfOut() {
    admin.form("DeleteUser", "userId", "1").has(400);
    admin.form("UpdateUser", "userId", "1", "disabled", "true").has(400);
    admin.get("Authorization").ok();
  }

  @Test
  void userShouldHaveWhatWasKeptOfHim() {
    String name = someone();
    String id =
        create(
            name,
            "phone",
            "+1 555 0100",
            "location",
            "Room 7",
            "notes",
            "Made",
            "greeting",
            "Dear all,",
            "signature",
            "Yours\nZoë");
    admin
        .form(
            "UpdateUser",
            "userId",
            id,
            "phone",
            "",
            "notes",
            "Likes <b>tea</b>",
            "location",
            "Room 8")
        .ok();

    JsonNode user = user(id);
    assertEquals("+1 555 0100", user.get("Phone").asText());
    assertEquals("Room 8", user.get("Location").asText());
    assertEquals("Likes <b>tea</b>", user.get("Notes").asText());
    assertEquals("Dear all,", user.get("Greeting").asText());
    assertEquals("Yours\nZoë", user.get("Signature").asText());
    JsonNode himself = loggedInAs(name, name + "-1").get("Authorization").ok().json();
    assertEquals("", himself.get("Notes").asText());
    assertEquals("Room 8", himself.get("Location").asText());
  }

  @ParameterizedTest
  @CsvSource({
    "phone, 255",
    "location, 255",
    "greeting, 1000",
    "notes, 100000",
    "signature, 100000",
    "firstName, 255"
  })
  void updateShouldRefuseWhatIsTooLongAndChangeNothing(String field, int limit) {
    String id = create(someone(), "lastName", "Stays");

    admin.form("UpdateUser", "userId", id, field, "x".repeat(limit + 1), "lastName", "No").has(400);
    admin.form("UpdateUser", "userId", id, field, "x".repeat(limit)).ok();

    assertEquals("Stays", user(id).get("LastName").asText());
  }

  @Test
  void newcomerShouldBelongToTheCompanyOfHisAddress() {
    String domain = someone() + ".test";
    String company =
        admin
            .form("Company", "name", someone(), "emailDomains", "@" + domain + ";x" + domain)
            .body();
    String other = admin.form("Company", "name", someone()).ok().body();

    String his = admin.form("CreateUser", "email", "a@" + domain.toUpperCase(Locale.ROOT)).body();
    String named =
        admin.form("CreateUser", "email", "b@x" + domain, "company", "acme corp").ok().body();
    String nobodys = admin.form("CreateUser", "email", "c@no" + domain).ok().body();

    assertEquals(company, user(his).get("CompanyId").asText());
    assertEquals("1", user(named).get("CompanyId").asText());
    assertTrue(user(nobodys).get("CompanyId").isNull());
    admin.form("Company", "name", someone(), "emailDomains", domain).has(400);
    admin.form("UpdateCompany", "id", other, "emailDomains", "x" + domain).has(400);
    admin.form("UpdateCompany", "id", company, "emailDomains", domain).ok();
    admin.form("UpdateCompany", "id", other, "emailDomains", "x" + domain).ok();
    assertEquals("x" + domain, alice.get("Companies/" + other).ok().json("EmailDomain").asText());
    admin.form("UpdateCompany", "id", other, "emailDomains", "no domain@").has(400);
  }

  @Test
  void updateCompanyShouldLeaveBlanksAlone() {
    String name = someone();
    String id = admin.form("Company", "name", name, "emailDomains", name + ".test").ok().body();

    assertEquals("", admin.form("UpdateCompany", "id", id, "notes", "Pays late").ok().body());
    admin
        .json("POST", "UpdateCompany/" + id, "{\"name\":\"New " + name + "\",\"notes\":\"\"}")
        .ok();

    JsonNode company = alice.get("Companies/" + id).ok().json();
    assertEquals("New " + name, company.get("Name").asText());
    assertEquals("Pays late", company.get("Notes").asText());
    assertEquals(name + ".test", company.get("EmailDomain").asText());
    admin.form("UpdateCompany", "id", id, "name", "ACME corp", "notes", "No").has(400);
    admin.form("UpdateCompany", "id", "999999", "notes", "No").has(404);
    admin.form("UpdateCompany", "name", "No").has(400);
    alice.form("UpdateCompany", "id", id, "notes", "No").has(403);
    assertEquals(company, alice.get("Companies/" + id).ok().json());
  }

  @Test
  void demoCompanyShouldHaveItsDomain() {
    assertEquals("acme.test", alice.get("Companies/1").ok().json("EmailDomain").asText());
  }

  @Test
  void companyShouldBeMadeOnce() {
    String name = "Company " + someone();

    String id = admin.form("Company", "name", name).ok().body();

    assertEquals(id, admin.form("Company", "name", name.toUpperCase(Locale.ROOT)).body());
    Answer company = alice.get("Companies/" + id).ok();
    assertEquals(List.of("CompanyID", "Name", "EmailDomain", "Notes"), company.keys());
    assertEquals(name, company.json("Name").asText());
    assertTrue(company.json("EmailDomain").isNull());
    assertEquals("1", admin.form("Company", "name", "Acme Corp").ok().body());
    admin.form("Company", "name", " ").has(400);
  }
}
