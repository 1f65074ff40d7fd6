package org.polydesk.application.knowledge;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.identity.Right;
import org.polydesk.application.knowledge.in.ReadCannedAnswersUseCase;
import org.polydesk.application.knowledge.out.CannedAnswers;
import org.polydesk.application.shared.UnitOfWork;
import org.polydesk.domain.knowledge.CannedAnswer;

/** Reads canned answers. */
@Singleton
public final class ReadCannedAnswersService implements ReadCannedAnswersUseCase {
  private final CannedAnswers answers;
  private final UnitOfWork unitOfWork;

  @Inject
  public ReadCannedAnswersService(CannedAnswers answers, UnitOfWork unitOfWork) {
    this.answers = answers;
    this.unitOfWork = unitOfWork;
  }

  @Override
  public List<CannedAnswer> cannedAnswers(Caller caller) {
    caller.mustBeAbleTo(Right.READ_NOTES);
    return unitOfWork.read(() -> answers.of(caller.desk()));
  }
}
