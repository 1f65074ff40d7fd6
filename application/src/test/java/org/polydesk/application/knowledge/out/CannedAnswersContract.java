package org.polydesk.application.knowledge.out;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.polydesk.application.fixture.StoreContract;
import org.polydesk.domain.conversation.Body;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.knowledge.CannedAnswer;

/** What every store of canned answers does. */
public interface CannedAnswersContract extends StoreContract {
  CannedAnswer GREETING =
      new CannedAnswer(2, "Greeting", Body.html("<p>Hello,</p>"), false, Optional.empty());
  CannedAnswer NOTE =
      new CannedAnswer(1, "Hand over", Body.plain("a < b\nπ"), true, Optional.of(10));

  private void put(DeskId desk, CannedAnswer... answers) {
    run(() -> ports().cannedAnswers().put(desk, List.of(answers)));
  }

  private List<CannedAnswer> of(DeskId desk) {
    return ports().cannedAnswers().of(desk);
  }

  @Test
  default void ofShouldGiveWhatWasPutInTheOrderOfIds() {
    DeskId desk = aNewDesk();

    put(desk, GREETING, NOTE);

    assertEquals(List.of(NOTE, GREETING), of(desk));
    assertEquals(List.of(), of(aNewDesk()));
  }

  @Test
  default void putShouldReplaceByIdAndLeaveOthers() {
    DeskId desk = aNewDesk();
    put(desk, GREETING, NOTE);
    CannedAnswer other = new CannedAnswer(2, "Hi", Body.plain("Hi"), true, Optional.of(11));

    put(desk, other);
    put(desk, other);
    put(desk);

    assertEquals(List.of(NOTE, other), of(desk));
  }
}
