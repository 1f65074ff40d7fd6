package org.polydesk.adapter.persistence.knowledge;

import jakarta.inject.Singleton;
import java.util.List;
import org.polydesk.adapter.persistence.shared.Database;
import org.polydesk.adapter.persistence.shared.Row;
import org.polydesk.application.knowledge.out.CannedAnswers;
import org.polydesk.domain.conversation.Body;
import org.polydesk.domain.conversation.Body.Format;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.knowledge.CannedAnswer;

/** A row for each canned answer. */
@Singleton
final class JdbcCannedAnswers implements CannedAnswers {
  private static final String OF_DESK =
      """
      select answer_id, name, body, format, internal, category_id from canned_answer
      where desk_id = ? order by answer_id
      """;

  private static final String REPLACE =
      """
      update canned_answer set name = ?, body = ?, format = ?, internal = ?, category_id = ?
      where desk_id = ? and answer_id = ?
      """;

  private static final String ADD =
      """
      insert into canned_answer (name, body, format, internal, category_id, desk_id, answer_id)
      values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing
      """;

  private final Database database;

  JdbcCannedAnswers(Database database) {
    this.database = database;
  }

  @Override
  public List<CannedAnswer> of(DeskId desk) {
    return database.list(OF_DESK, bound -> bound.number(desk.value()), JdbcCannedAnswers::read);
  }

  private static CannedAnswer read(Row row) {
    return new CannedAnswer(
        row.integer("answer_id"),
        row.text("name"),
        new Body(row.text("body"), row.constant(Format.class, "format")),
        row.flag("internal"),
        row.optionalInteger("category_id"));
  }

  @Override
  public void put(DeskId desk, List<CannedAnswer> answers) {
    answers.forEach(
        answer ->
            database.replaceOrAdd(
                REPLACE,
                ADD,
                bound ->
                    bound
                        .text(answer.name())
                        .text(answer.body().text())
                        .name(answer.body().format())
                        .flag(answer.internal())
                        .number(answer.categoryId())
                        .number(desk.value())
                        .number(answer.id())));
  }
}
