package org.polydesk.application.knowledge.in;

import java.util.List;
import org.polydesk.application.identity.Caller;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.knowledge.CannedAnswer;

/** Shows the desk's own people what they can begin their answers with. */
public interface ReadCannedAnswersUseCase {

  /**
   * All canned answers of the caller's desk, in the order of their ids.
   *
   * @throws DeskException {@code NOT_ALLOWED} without the right to read what the desk's own people
   *     write for each other
   */
  List<CannedAnswer> cannedAnswers(Caller caller);
}
