package org.polydesk.application.audit.out;

import java.util.List;
import java.util.OptionalLong;
import org.polydesk.domain.audit.AuditFact;
import org.polydesk.domain.desk.DeskId;

/** The desk's history. Facts are appended in the transaction of the change they tell of. */
public interface AuditTrail {
  /**
   * One change as a line in a conversation.
   *
   * @param number from the same row of numbers as those of entries
   * @param facts what changed, one or more
   */
  record AuditLine(long number, List<AuditFact> facts) {
    public AuditLine {
      facts = List.copyOf(facts);
    }
  }

  /** Appends facts, in this order. */
  default void append(DeskId desk, List<AuditFact> facts) {
    append(desk, OptionalLong.empty(), facts);
  }

  /** Appends facts, in this order, as one line of a conversation if there is a number for it. */
  void append(DeskId desk, OptionalLong line, List<AuditFact> facts);

  /** The lines about one thing, oldest first. */
  List<AuditLine> lines(DeskId desk, String entity, String key);

  /**
   * The last facts about one thing, newest first.
   *
   * @param most how many at most, 1 and up
   */
  List<AuditFact> latest(DeskId desk, String entity, String key, int most);

  /** All facts about one thing, oldest first. */
  List<AuditFact> about(DeskId desk, String entity, String key);
}
