package org.polydesk.adapter.persistence.desk;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.IntStream;
import org.polydesk.adapter.persistence.shared.Database;
import org.polydesk.application.desk.out.Topics;
import org.polydesk.domain.catalogue.Topic;
import org.polydesk.domain.desk.DeskId;

/** A row for each topic. */
@Singleton
final class JdbcTopics implements Topics {
  private static final String OF_DESK =
      "select topic_key, english, russian from topic where desk_id = ? order by position";

  private static final String REMOVE = "delete from topic where desk_id = ?";

  private static final String ADD =
      "insert into topic (desk_id, topic_key, position, english, russian) values (?, ?, ?, ?, ?)";

  private final Database database;

  JdbcTopics(Database database) {
    this.database = database;
  }

  @Override
  public List<Topic> of(DeskId desk) {
    return database.list(
        OF_DESK,
        bound -> bound.number(desk.value()),
        row -> new Topic(row.text("topic_key"), row.text("english"), row.text("russian")));
  }

  @Override
  public void save(DeskId desk, List<Topic> topics) {
    if (of(desk).equals(topics)) {
      return;
    }
    database.update(REMOVE, bound -> bound.number(desk.value()));
    database.batch(
        ADD,
        IntStream.range(0, topics.size()).boxed().toList(),
        (bound, i) ->
            bound
                .number(desk.value())
                .text(topics.get(i).key())
                .number(i.intValue())
                .text(topics.get(i).english())
                .text(topics.get(i).russian()));
  }
}
