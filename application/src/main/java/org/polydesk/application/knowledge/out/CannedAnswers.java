package org.polydesk.application.knowledge.out;

import java.util.List;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.knowledge.CannedAnswer;

/** The texts that a desk's people begin their answers with. */
public interface CannedAnswers {
  /** All of the desk's, in the order of their ids. */
  List<CannedAnswer> of(DeskId desk);

  /** Adds these, each in the place of the one with its id; others stay. */
  void put(DeskId desk, List<CannedAnswer> answers);
}
