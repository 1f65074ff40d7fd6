package org.polydesk.adapter.persistence.retry;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.polydesk.adapter.persistence.shared.Database;
import org.polydesk.adapter.persistence.shared.Parameters;
import org.polydesk.application.retry.in.SafeRetryUseCase.Answer;
import org.polydesk.application.retry.out.RetryLog;

/** One row a key; its primary key is what twins wait for. */
@Singleton
final class JdbcRetryLog implements RetryLog {
  private static final String CLAIM =
      """
      insert into retry (desk_id, caller, retry_key, fingerprint, claimed_at)
      values (?, ?, ?, ?, ?)
      on conflict do nothing
      """;

  private static final String FIND =
      "select fingerprint, status, headers from retry"
          + " where desk_id = ? and caller = ? and retry_key = ? and status is not null";

  private static final String FIND_BODY =
      "select text from retry_body where desk_id = ? and caller = ? and retry_key = ?"
          + " order by part";

  private static final String NOTE =
      "update retry set status = ?, headers = ?"
          + " where desk_id = ? and caller = ? and retry_key = ?";

  private static final String NOTE_BODY =
      "insert into retry_body (desk_id, caller, retry_key, part, text) values (?, ?, ?, ?, ?)";

  private static final String FORGET_ONE =
      "delete from retry where desk_id = ? and caller = ? and retry_key = ? and claimed_at < ?";

  private static final String FORGET = "delete from retry where claimed_at < ?";

  /** UTF-16 units; a little less than the column takes. */
  private static final int PART_LENGTH = 199_000;

  private final Database database;

  JdbcRetryLog(Database database) {
    this.database = database;
  }

  @Override
  public boolean claim(Owner owner, String fingerprint, Instant at) {
    return database.update(CLAIM, bound -> bind(bound, owner).text(fingerprint).instant(at)) > 0;
  }

  @Override
  public Optional<Done> find(Owner owner) {
    return database.find(
        FIND,
        bound -> bind(bound, owner),
        row ->
            new Done(
                row.text("fingerprint"),
                new Answer(row.integer("status"), headers(row.text("headers")), bodyOf(owner))));
  }

  private String bodyOf(Owner owner) {
    return String.join(
        "", database.list(FIND_BODY, bound -> bind(bound, owner), row -> row.text("text")));
  }

  @Override
  public void note(Owner owner, Answer answer) {
    database.update(
        NOTE, bound -> bind(bound.number(answer.status()).text(text(answer.headers())), owner));
    List<String> parts = parts(answer.body());
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      numbers.add(i);
    }
    database.batch(
        NOTE_BODY, numbers, (bound, i) -> bind(bound, owner).number(i).text(parts.get(i)));
  }

  @Override
  public void forget(Owner owner, Instant limit) {
    database.update(FORGET_ONE, bound -> bind(bound, owner).instant(limit));
  }

  @Override
  public void forgetBefore(Instant limit) {
    database.update(FORGET, bound -> bound.instant(limit));
  }

  private static Parameters bind(Parameters bound, Owner owner) {
    return bound.number(owner.desk().value()).text(owner.caller()).text(owner.key());
  }

  /** Pieces that join to the text again; none parts the halves of a character. */
  private static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      int to = Math.min(text.length(), from + PART_LENGTH);
      if (to < text.length() && Character.isHighSurrogate(text.charAt(to - 1))) {
        to--;
      }
      parts.add(text.substring(from, to));
      from = to;
    }
    return parts;
  }

  /** One header a line; neither names nor values hold line ends. */
  private static String text(Map<String, String> headers) {
    return new TreeMap<>(headers)
        .entrySet().stream()
            .map(header -> header.getKey() + ": " + header.getValue())
            .collect(Collectors.joining("\n"));
  }

  private static Map<String, String> headers(String text) {
    return text.lines()
        .map(line -> line.split(": ", 2))
        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
  }
}
