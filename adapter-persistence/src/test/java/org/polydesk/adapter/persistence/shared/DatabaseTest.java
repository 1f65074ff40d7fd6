package org.polydesk.adapter.persistence.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.polydesk.adapter.persistence.testing.JdbcPorts;
import org.polydesk.adapter.persistence.testing.OnH2;
import org.polydesk.adapter.persistence.testing.OnPostgres;
import org.polydesk.application.fixture.Setups;
import org.polydesk.application.fixture.StoreContract;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.ErrorCode;

/** Where the two databases would differ, they must not. */
final class DatabaseTest {

  private interface Both extends StoreContract {
    String INSERT = "insert into tag (desk_id, tag_id, category_id, name) values (?, ?, ?, ?)";

    @Override
    JdbcPorts ports();

    private void addTags(DeskId desk, List<Integer> ids, String name) {
      run(
          () ->
              ports()
                  .database()
                  .batch(
                      INSERT,
                      ids,
                      (bound, id) ->
                          bound
                              .number(desk.value())
                              .number(id.intValue())
                              .uuid(Setups.aDesk(desk).publicId())
                              .text(name)));
    }

    private void assertRefused(String name) {
      DeskId desk = aNewDesk();
      DeskException refusal =
          assertThrows(DeskException.class, () -> addTags(desk, List.of(8, 9), name));
      assertEquals(ErrorCode.INVALID_FIELD, refusal.code());
      assertEquals(Setups.aCatalogue().tags(), ports().setups().existing(desk).catalogue().tags());
    }

    @Test
    default void textsThatCannotBeStoredShouldBeRefused() {
      assertRefused("nul\0");
      assertRefused("half \ud83d");
    }

    @Test
    default void textsThatAreTooLongShouldBeRefused() {
      assertRefused("x".repeat(256));
    }

    @Test
    default void duplicateKeysShouldBeToldOfByTheirIndex() {
      DeskId desk = aNewDesk();
      String sql = "update app_user set user_number = ? where user_id = ?";
      var first = aUserIn(desk);
      var second = aUserIn(desk);

      DuplicateKeyException twin =
          assertThrows(
              DuplicateKeyException.class,
              () ->
                  run(
                      () ->
                          ports()
                              .database()
                              .update(
                                  sql,
                                  bound ->
                                      bound.number(first.number()).uuid(second.id().value()))));

      assertEquals(true, twin.isOf("app_user_number"));
    }

    @Test
    default void updateEachShouldTellWhatWasNotThere() {
      DeskId desk = aNewDesk();

      List<Integer> missing =
          runFor(
              () ->
                  ports()
                      .database()
                      .updateEach(
                          "update tag set name = 'new' where desk_id = ? and tag_id = ?",
                          List.of(1, 77, 2, 78),
                          (bound, id) -> bound.number(desk.value()).number(id.intValue())));

      assertEquals(List.of(77, 78), missing);
    }

    @Test
    default void brokenStatementsShouldBeOurOwnFault() {
      DeskException bug =
          assertThrows(
              DeskException.class,
              () -> ports().database().list("select nothing from nowhere", b -> {}, row -> row));

      assertEquals(ErrorCode.INTERNAL, bug.code());
    }
  }

  @Nested
  final class InH2 extends OnH2 implements Both {}

  @Nested
  final class InPostgres extends OnPostgres implements Both {}
}
