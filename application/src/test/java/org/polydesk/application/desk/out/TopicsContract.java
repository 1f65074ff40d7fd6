package org.polydesk.application.desk.out;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.polydesk.application.fixture.StoreContract;
import org.polydesk.domain.catalogue.Topic;
import org.polydesk.domain.desk.DeskId;

/** What every store of topics does. */
public interface TopicsContract extends StoreContract {
  Topic ZEBRAS = new Topic("zebras", "Zebras", "Зебры");
  Topic APES = new Topic("apes", "Apes", "Обезьяны");

  @Test
  default void topicsShouldKeepTheirOrderAndTheirDesk() {
    DeskId desk = aNewDesk();
    DeskId other = aNewDesk();

    run(() -> ports().topics().save(desk, List.of(ZEBRAS, APES)));

    assertEquals(List.of(ZEBRAS, APES), ports().topics().of(desk));
    assertEquals(List.of(), ports().topics().of(other));
  }

  @Test
  default void saveShouldReplaceAllOfThem() {
    DeskId desk = aNewDesk();
    Topic renamed = new Topic("apes", "Monkeys", "Мартышки");
    run(() -> ports().topics().save(desk, List.of(ZEBRAS, APES)));

    run(() -> ports().topics().save(desk, List.of(renamed)));
    assertEquals(List.of(renamed), ports().topics().of(desk));
    run(() -> ports().topics().save(desk, List.of()));

    assertEquals(List.of(), ports().topics().of(desk));
  }
}
