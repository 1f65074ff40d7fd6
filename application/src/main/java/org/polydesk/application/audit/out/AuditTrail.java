package org.polydesk.application.audit.out;

import java.util.List;
import org.polydesk.domain.audit.AuditFact;
import org.polydesk.domain.desk.DeskId;

/** The desk's history. Facts are appended in the transaction of the change they tell of. */
public interface AuditTrail {
  /** Appends facts, in this order. */
  void append(DeskId desk, List<AuditFact> facts);

  /** All facts about one thing, oldest first. */
  List<AuditFact> about(DeskId desk, String entity, String key);
}
