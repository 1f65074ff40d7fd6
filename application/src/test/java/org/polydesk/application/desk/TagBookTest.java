package org.polydesk.application.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.polydesk.application.desk.TagBook.TagName;
import org.polydesk.application.fixture.InMemoryPorts;
import org.polydesk.application.fixture.Setups;
import org.polydesk.domain.catalogue.Tag;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.ErrorCode;

final class TagBookTest {
  private final InMemoryPorts ports = new InMemoryPorts();
  private final DeskId desk = DeskId.DEFAULT;
  private final TagBook book = new TagBook(ports.setups());

  TagBookTest() {
    ports.setups().save(Setups.aDeskSetup(desk));
  }

  private List<Integer> ids(TagName... names) {
    return ports.unitOfWork().run(() -> book.idsOf(desk, List.of(names)));
  }

  private static TagName any(String text) {
    return new TagName(Optional.empty(), text);
  }

  @Test
  void idsOfShouldFindWithoutRegardToCaseAndOnce() {
    assertEquals(List.of(2, 1), ids(any("ON SITE"), any("Vip"), any("on site ")));
  }

  @Test
  void idsOfShouldAddWhatIsNotThere() {
    UUID category = UUID.randomUUID();

    List<Integer> ids = ids(any("vip"), new TagName(Optional.of(category), "vip"), any("new"));

    assertEquals(List.of(1, 4, 5), ids);
    List<Tag> tags = ports.setups().existing(desk).catalogue().tags();
    assertEquals(category, tags.get(3).category());
    assertEquals(tags.get(0).category(), tags.get(4).category());
  }

  @Test
  void idsOfShouldRestoreWhatWasDeleted() {
    assertEquals(List.of(3), ids(any("Out of use")));
    assertEquals(
        Optional.of(false), ports.setups().existing(desk).catalogue().tag(3).map(Tag::deleted));
  }

  @Test
  void idsOfShouldRefuseWhatIsNoTag() {
    DeskException refusal =
        assertThrows(DeskException.class, () -> ids(any(""), any("x".repeat(256))));

    assertEquals(ErrorCode.INVALID_FIELD, refusal.code());
    assertEquals(2, refusal.violations().size());
  }
}
