package org.polydesk.application.ticket;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.polydesk.application.shared.UnitOfWork;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.ErrorCode;

/**
 * One run through what is due, page by page, so that what fails or stays due holds up nothing else:
 * neither the next ticket nor the next kind of work.
 */
final class Sweep {
  private final UnitOfWork unitOfWork;
  private Optional<RuntimeException> failure = Optional.empty();

  Sweep(UnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  /**
   * Works on each item once; failures are remembered.
   *
   * @param page gives what comes after an item, or from the beginning; empty at the end
   * @return how many items there were
   */
  <T> int each(Function<Optional<T>, List<T>> page, Consumer<T> work) {
    Optional<T> last = Optional.empty();
    int seen = 0;
    List<T> items = next(page, last);
    while (!items.isEmpty()) {
      for (T item : items) {
        Optional<RuntimeException> failed = attempt(work, item);
        failure = failure.or(() -> failed);
      }
      seen += items.size();
      last = Optional.of(items.get(items.size() - 1));
      items = next(page, last);
    }
    return seen;
  }

  /** Throws the first failure of the run, if there was one. */
  void orThrow() {
    failure.ifPresent(
        first -> {
          throw first;
        });
  }

  private <T> List<T> next(Function<Optional<T>, List<T>> page, Optional<T> after) {
    return unitOfWork.run(() -> page.apply(after));
  }

  private static <T> Optional<RuntimeException> attempt(Consumer<T> work, T item) {
    try {
      work.accept(item);
      return Optional.empty();
    } catch (DeskException e) {
      // Somebody deleted it or moved it on meanwhile; then there is nothing to do.
      boolean gone = e.code() == ErrorCode.NOT_FOUND || e.code() == ErrorCode.ILLEGAL_TRANSITION;
      return gone ? Optional.empty() : Optional.of(e);
    } catch (IllegalArgumentException | IllegalStateException e) {
      return Optional.of(e);
    }
  }
}
