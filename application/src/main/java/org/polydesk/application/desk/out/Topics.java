package org.polydesk.application.desk.out;

import java.util.List;
import org.polydesk.domain.catalogue.Topic;
import org.polydesk.domain.desk.DeskId;

/** What clients can choose as the topics of their tickets. */
public interface Topics {
  /** The desk's topics in their order. */
  List<Topic> of(DeskId desk);

  /** Makes the desk's topics what is given. */
  void save(DeskId desk, List<Topic> topics);
}
