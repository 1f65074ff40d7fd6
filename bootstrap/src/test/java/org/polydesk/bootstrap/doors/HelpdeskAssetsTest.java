package org.polydesk.bootstrap.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.polydesk.bootstrap.tikting.Answer;
import org.polydesk.bootstrap.tikting.OnEveryStore;
import org.polydesk.bootstrap.tikting.Store;
import org.polydesk.bootstrap.tikting.TestDesk;

/** Assets in the Helpdesk dialect, section "Assets". */
@OnEveryStore
final class HelpdeskAssetsTest {
  private static final List<String> ASSET =
      List.of(
          "ItemID",
          "ModelName",
          "Manufacturer",
          "ManufacturerID",
          "Supplier",
          "SupplierID",
          "Type",
          "TypeID",
          "SerialNumber",
          "Location",
          "Comments",
          "Quantity",
          "TicketCount",
          "Company",
          "CompanyID",
          "Disabled",
          "Fields",
          "AssignedUsers",
          "Tickets",
          "Attachments",
          "LogEntries");

  private final TestDesk desk;
  private final Visitor admin;
  private final Visitor alice;
  private final Visitor carol;

  HelpdeskAssetsTest(Store store) {
    this.desk = store.shared();
    this.admin = Visitor.helpdesk(desk, "admin");
    this.alice = Visitor.helpdesk(desk, "alice");
    this.carol = Visitor.helpdesk(desk, "carol");
  }

  private static String some(String what) {
    return what + UUID.randomUUID();
  }

  private String asset(String... pairs) {
    List<String> all = new ArrayList<>(List.of(pairs));
    if (!all.contains("modelName")) {
      all.addAll(List.of("modelName", some("Model ")));
    }
    return alice.form("Asset", all.toArray(String[]::new)).ok().json("id").asText();
  }

  private JsonNode find(String id) {
    return alice.get("Asset?id=" + id).ok().json();
  }

  private String ticket(Visitor visitor) {
    return visitor.form("ticket", "categoryId", "10", "subject", "Broken", "body", "").ok().body();
  }

  private static List<String> texts(JsonNode array, String field) {
    List<String> texts = new ArrayList<>();
    array.forEach(item -> texts.add(item.path(field).asText()));
    return texts;
  }

  private List<String> ids(String path) {
    return texts(alice.get(path).ok().json(), "ItemID");
  }

  private List<String> log(String id) {
    return texts(find(id).get("LogEntries"), "Text");
  }

  @Test
  void demoShouldHaveCarolsLaptop() {
    JsonNode laptop = find("1");

    assertEquals(ASSET, Answer.keysOf(laptop));
    assertEquals("ThinkPad X1 Carbon", laptop.get("ModelName").asText());
    assertEquals("Lenovo", laptop.get("Manufacturer").asText());
    assertTrue(laptop.get("ManufacturerID").isInt());
    assertEquals("Laptop", laptop.get("Type").asText());
    assertEquals("Acme Corp", laptop.get("Company").asText());
    assertEquals(1, laptop.get("CompanyID").intValue());
    assertEquals(List.of("carol"), texts(laptop.get("AssignedUsers"), "Username"));
    assertEquals(laptop, admin.get("asset/1").ok().json());
    assertTrue(ids("Assets?assignedToUserId=5").contains("1"));
  }

  @Test
  void addShouldAnswerTheNumberInAnObjectAndKeepWhatWasSent() {
    String maker = some("Maker ");
    Answer added =
        alice.json(
            "POST",
            "Asset",
            """
            {"modelName":"LaserJet","manufacturer":"%s","type":"Printer","supplier":null,
             "serialNumber":"S-1","location":"Room 5","comments":" loud ","quantity":2,"companyId":1}
            """
                .formatted(maker));
    String other = asset("manufacturer", maker.toUpperCase(), "type", "printer");

    JsonNode asset = find(added.ok().json("id").asText());
    assertEquals(List.of("id"), added.keys());
    assertTrue(added.json("id").isInt());
    assertEquals(maker, asset.get("Manufacturer").asText());
    assertEquals("Printer", asset.get("Type").asText());
    assertEquals("", asset.get("Supplier").asText());
    assertTrue(asset.get("SupplierID").isNull());
    assertEquals("S-1", asset.get("SerialNumber").asText());
    assertEquals("Room 5", asset.get("Location").asText());
    assertEquals(" loud ", asset.get("Comments").asText());
    assertEquals(2, asset.get("Quantity").intValue());
    assertEquals(0, asset.get("TicketCount").intValue());
    assertFalse(asset.get("Disabled").booleanValue());
    for (String empty : List.of("Fields", "AssignedUsers", "Tickets", "Attachments")) {
      assertEquals("[]", asset.get(empty).toString(), empty);
    }
    assertEquals(List.of("Created"), texts(asset.get("LogEntries"), "Text"));
    assertEquals(asset.get("ManufacturerID"), find(other).get("ManufacturerID"));
    assertEquals(asset.get("TypeID"), find(other).get("TypeID"));
    assertEquals(1, find(other).get("Quantity").intValue());
  }

  @Test
  void updateShouldChangeWhatIsSentAndAnswerTheAsset() {
    String id =
        asset("modelName", "Old", "location", "Here", "quantity", "7", "manufacturer", "HP");

    Answer updated =
        alice.form(
            "UpdateAsset",
            "id",
            id,
            "modelName",
            "New",
            "serialNumber",
            "S-2",
            "location",
            "",
            "companyId",
            "1");

    JsonNode asset = find(id);
    assertEquals(asset, updated.ok().json());
    assertEquals("New", asset.get("ModelName").asText());
    assertEquals("Here", asset.get("Location").asText());
    assertEquals("HP", asset.get("Manufacturer").asText());
    assertEquals(7, asset.get("Quantity").intValue());
    assertEquals(
        List.of(
            "company: \"\" changed to \"1\"",
            "serialNumber: \"\" changed to \"S-2\"",
            "modelName: \"Old\" changed to \"New\"",
            "Created"),
        log(id));
    assertEquals("alice", asset.get("LogEntries").get(0).get("UserName").asText());
    assertEquals(2, asset.get("LogEntries").get(0).get("UserID").intValue());

    alice.json("POST", "UpdateAsset", "{\"id\":%s,\"modelName\":null}".formatted(id)).ok();
    alice.query("UpdateAsset", "id", id, "modelName", "New", "quantity", "7").ok();
    assertEquals(4, log(id).size());
    assertTrue(
        alice.query("UpdateAsset", "id", id, "companyId", "0").ok().json("CompanyID").isNull());
  }

  @Test
  void assigningShouldBeDoneOnceAndTakenBackOnce() {
    String id = asset();

    for (int i = 0; i < 2; i++) {
      assertEquals("", alice.form("AssignAssetToUser", "assetId", id, "userId", "5").ok().body());
    }
    alice.query("AssignAssetToUser", "assetId", id, "userId", "6").ok();
    assertEquals(List.of("carol", "dave"), texts(find(id).get("AssignedUsers"), "Username"));

    for (int i = 0; i < 2; i++) {
      alice.form("UnAssignAssetToUser", "assetId", id, "userId", "5").ok();
    }
    assertEquals(List.of("dave"), texts(find(id).get("AssignedUsers"), "Username"));
    assertEquals(
        List.of(
            "Unassigned from Carol Demo",
            "Assigned to Dave Demo",
            "Assigned to Carol Demo",
            "Created"),
        log(id));
    assertEquals(37, Answer.keysOf(find(id).get("AssignedUsers").get(0)).size());
  }

  @Test
  void deletedUsersShouldHaveNothingAnyMore() {
    String name = some("u").replace("-", "");
    String user =
        admin
            .form("CreateUser", "username", name, "email", name + "@new.test", "password", "p-1")
            .ok()
            .body();
    String id = asset();
    alice.form("AssignAssetToUser", "assetId", id, "userId", user).ok();
    admin.form("DeleteUser", "userId", user).ok();

    assertEquals("[]", find(id).get("AssignedUsers").toString());
    assertEquals(List.of(), ids("Assets?assignedToUserId=" + user));
    alice.form("AssignAssetToUser", "assetId", id, "userId", user).has(400);
  }

  @Test
  void disabledAssetsShouldBeListedOnlyWhenAskedFor() {
    String model = some("Disabled ");
    String id = asset("modelName", model);
    String list = "Assets?nameprefix=" + model.replace(" ", "%20");

    for (int i = 0; i < 2; i++) {
      assertEquals("", alice.form("DisableAsset", "assetId", id).ok().body());
    }

    assertEquals(List.of(), ids(list));
    assertEquals(List.of(id), ids(list + "&includeDisabled=True"));
    assertTrue(find(id).get("Disabled").booleanValue());
    assertEquals(2, log(id).size());
    alice.form("UpdateAsset", "id", id, "disabled", "false").ok();
    assertEquals(List.of(id), ids(list));
  }

  @Test
  void ticketsShouldBeCountedAndShownToThoseWhoSeeThem() {
    String id = asset();
    String first = ticket(carol);
    String second = ticket(Visitor.helpdesk(desk, "rita"));
    Visitor rita = Visitor.helpdesk(desk, "rita");
    for (String ticket : List.of(first, first, second)) {
      alice.form("AddAssetToTicket", "assetId", id, "ticketId", ticket).ok();
    }

    JsonNode all = find(id);
    JsonNode hers = rita.get("Asset/" + id).ok().json();

    assertEquals(2, all.get("TicketCount").intValue());
    assertEquals(List.of(second, first), texts(all.get("Tickets"), "TicketID"));
    assertEquals(1, hers.get("TicketCount").intValue());
    assertEquals(List.of(second), texts(hers.get("Tickets"), "TicketID"));
    assertEquals(List.of(id), ids("Assets?assignedToTicketId=" + first));
    assertEquals("[]", rita.get("Assets?assignedToTicketId=" + first).ok().body());
    assertEquals(3, log(id).size());
    assertEquals(
        "assetAdded",
        desk.query(
            "select action from audit where entity = 'ticket' and entity_key = '%s'"
                    .formatted(first)
                + " order by audit_id desc"));

    JsonNode listed = alice.get("Assets?assignedToTicketId=" + first).json().get(0);
    assertEquals(ASSET, Answer.keysOf(listed));
    assertEquals(2, listed.get("TicketCount").intValue());
    assertTrue(listed.get("Tickets").isNull());
    assertEquals("[]", listed.get("LogEntries").toString());
  }

  @Test
  void mergedTicketsShouldBringTheirAssetsAlong() {
    String id = asset();
    String kept = ticket(carol);
    String gone = ticket(carol);
    alice.form("AddAssetToTicket", "assetId", id, "ticketId", gone).ok();

    alice.form("MergeTickets", "id", kept, "id2", gone).ok();

    assertEquals(List.of(kept), texts(find(id).get("Tickets"), "TicketID"));
    assertEquals(1, find(id).get("TicketCount").intValue());
    alice.form("AddAssetToTicket", "assetId", id, "ticketId", gone).has(404);
  }

  @Test
  void pagesShouldHaveFiftyAndGoByNumber() {
    String model = some("Many ");
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 51; i++) {
      made.add(asset("modelName", model + " " + i));
    }
    String list = "Assets?nameprefix=" + model.toUpperCase().replace(" ", "%20");

    assertEquals(made.subList(0, 50), ids(list));
    assertEquals(made.subList(0, 50), ids(list + "&page=1"));
    assertEquals(made.subList(50, 51), ids(list + "&page=2"));
    assertEquals(List.of(), ids(list + "&page=3"));
    assertEquals("[]", alice.query("assets", "nameprefix", model, "page", "2147483647").body());
  }

  @Test
  void filtersShouldKnowCompaniesDepartmentsAndNobody() {
    String model = some("Filtered ");
    String own = asset("modelName", model + " a", "companyId", "1");
    String held = asset("modelName", model + " b");
    String nobodys = asset("modelName", model + " c");
    alice.form("AssignAssetToUser", "assetId", held, "userId", "7").ok();
    String list = "Assets?nameprefix=" + model.replace(" ", "%20");

    assertEquals(List.of(own, held), ids(list + "&assignedToCompanyId=1"));
    assertEquals(List.of(), ids(list + "&assignedToCompanyId=999"));
    assertEquals(List.of(held), ids(list + "&assignedToUserId=7"));
    assertEquals(List.of(), ids(list + "&assignedToUserId=999999"));
    assertEquals(List.of(), ids(list + "&assignedToDepartmentId=1"));
    assertEquals(List.of(), ids(list + "&assignedToTicketId=99999999"));
    assertEquals(List.of(own, held, nobodys), ids(list + "&assignedToUserId=&page="));
  }

  @ParameterizedTest
  @ValueSource(strings = {"carol", "dave", "mona", "svc"})
  void assetsShouldBeMissingToThoseWhoOnlyAsk(String user) {
    Visitor visitor = Visitor.helpdesk(desk, user);
    String id = asset();
    String ticket = ticket(carol);

    for (String path : List.of("Assets", "Asset?id=" + id, "Asset?id=99999999")) {
      visitor.get(path).has(403);
    }
    visitor.form("Asset", "modelName", "Mine").has(403);
    visitor.form("UpdateAsset", "id", id, "modelName", "Mine").has(403);
    visitor.form("DisableAsset", "assetId", id).has(403);
    visitor.form("AssignAssetToUser", "assetId", id, "userId", "5").has(403);
    visitor.form("UnAssignAssetToUser", "assetId", id, "userId", "5").has(403);
    visitor.form("AddAssetToTicket", "assetId", id, "ticketId", ticket).has(403);
    assertEquals(List.of("Created"), log(id));
  }

  @ParameterizedTest
  @CsvSource({
    "Asset, '', '', 400",
    "Asset, modelName, ' ', 400",
    "Asset, quantity, 1, 400",
    "UpdateAsset, '', '', 400",
    "UpdateAsset, id, 99999999, 404",
    "UpdateAsset, id, one, 400",
    "DisableAsset, '', '', 400",
    "DisableAsset, assetId, 99999999, 404",
    "AssignAssetToUser, assetId, 1, 400",
    "AssignAssetToUser, userId, 5, 400",
    "UnAssignAssetToUser, assetId, 1, 400",
    "AddAssetToTicket, assetId, 1, 400"
  })
  void writingShouldRefuseWhatIsMissing(String method, String name, String value, int status) {
    if (name.isEmpty()) {
      alice.query(method).has(status);
    } else {
      alice.form(method, name, value).has(status);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "AssignAssetToUser, userId, 999999, 400",
    "UnAssignAssetToUser, userId, 999999, 400",
    "AddAssetToTicket, ticketId, 99999999, 404",
    "UpdateAsset, companyId, 999, 400",
    "UpdateAsset, quantity, -1, 400",
    "UpdateAsset, quantity, 1000000001, 400",
    "UpdateAsset, quantity, many, 400",
    "UpdateAsset, disabled, perhaps, 400"
  })
  void writingShouldRefuseWhatIsUnknown(String method, String name, String value, int status) {
    String id = asset();

    alice.form(method, "assetId", id, "id", id, name, value).has(status);

    assertEquals(List.of("Created"), log(id));
  }

  @Test
  void addShouldTellEverythingThatIsWrongAndLeaveNothingBehind() {
    String maker = some("Maker ");
    String count = desk.query("select count(*) from asset");

    Answer answer =
        alice
            .form(
                "Asset",
                "modelName",
                "x".repeat(256),
                "manufacturer",
                maker,
                "supplier",
                "y".repeat(256),
                "companyId",
                "999")
            .has(400);

    for (String field : List.of("modelName", "supplier", "company")) {
      assertTrue(answer.body().contains(field), answer::body);
    }
    assertEquals(count, desk.query("select count(*) from asset"));
    assertEquals(
        "0", desk.query("select count(*) from asset_label where name = '%s'".formatted(maker)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Asset",
        "Asset?id=",
        "Asset/x",
        "Assets?page=0",
        "Assets?page=x",
        "Assets?assignedToUserId=x",
        "Assets?includeDisabled=perhaps"
      })
  void readingShouldRefuseWhatMakesNoSense(String path) {
    alice.get(path).has(400);
  }

  @Test
  void findShouldMissWhatIsNotThere() {
    for (String id : List.of("0", "-1", "99999999", "9223372036854775807")) {
      alice.get("Asset?id=" + id).has(404);
    }
  }

  @Test
  void addWithAKeyShouldAddOnce() {
    String key = UUID.randomUUID().toString();
    List<String> answers = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      answers.add(
          desk.send(
                  "POST",
                  "/api/Asset?modelName=Once",
                  r -> r.header(alice.header(), alice.credential()).header("Idempotency-Key", key))
              .ok()
              .body());
    }

    assertEquals(answers.get(0), answers.get(1));
  }
}
