package org.polydesk.adapter.persistence.ticket;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.polydesk.adapter.persistence.desk.Statuses;
import org.polydesk.adapter.persistence.shared.Compact;
import org.polydesk.adapter.persistence.shared.Database;
import org.polydesk.adapter.persistence.shared.RecentAnswers;
import org.polydesk.adapter.persistence.shared.Row;
import org.polydesk.adapter.persistence.shared.Sql;
import org.polydesk.application.identity.Scope.Reach;
import org.polydesk.application.ticket.out.TicketBrowsing;
import org.polydesk.domain.conversation.Body;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.listing.BrowseCursor;
import org.polydesk.domain.listing.BrowseOrder;
import org.polydesk.domain.listing.BrowseQuery;
import org.polydesk.domain.listing.WordSearch;
import org.polydesk.domain.sla.ClockState;
import org.polydesk.domain.user.PersonName;
import org.polydesk.domain.user.UserId;

/** Finds the tickets of a page by {@link BrowseSql} and shows these. */
@Singleton
final class JdbcTicketBrowsing implements TicketBrowsing {
  /** Up to so many tickets a word is looked up, see {@link BrowseWords}. */
  private static final int RARE = 1_000;

  private static final long MANY = 10_000;
  private static final Duration COUNT_FRESH = Duration.ofSeconds(2);
  private static final Duration COMMON_FRESH = Duration.ofMinutes(1);
  private static final Duration COUNTS_FRESH = Duration.ofMinutes(1);

  private static final String PERSON =
      """
      %1$s.user_id as %1$s_id, %1$s.user_number as %1$s_number, %1$s.first_name as %1$s_first,
        %1$s.last_name as %1$s_last, %1$s.user_name as %1$s_name, %1$s.email as %1$s_email,
        %1$s.company_id as %1$s_company""";

  private static final String CLOCK =
      """
      %1$s.state as %1$s_state, %1$s.due_at as %1$s_due_at, %1$s.segments as %1$s_segments,
        %1$s.recorded_levels as %1$s_levels""";

  private static final String SELECT =
      "select "
          + columns(PERSON, "rq", "te", "cr", "ub")
          + ", "
          + columns(CLOCK, "fr", "rs")
          + """
          , t.*, page.sort_key, ce.body as description, ce.format as description_format,
        r.details as resolution_details, r.resolved_at as resolution_at,
        exists (select 1 from ticket ch where ch.desk_id = t.desk_id
          and ch.parent_number = t.ticket_number and ch.deleted_at is null) as has_children
      from (""";

  private static final String JOIN =
      """
      ) page
        join ticket t on t.ticket_id = page.ticket_id
        join app_user rq on rq.user_id = t.requester_id
        left join app_user te on te.user_id = t.technician_id
        left join entry ce on ce.ticket_id = t.ticket_id and ce.kind = 'CREATED'
        left join app_user cr on cr.user_id = ce.author_id
        left join app_user ub on ub.user_id = t.updated_by
        left join resolution r on r.ticket_id = t.ticket_id
        left join sla_clock fr on fr.ticket_id = t.ticket_id and fr.kind = 'FIRST_RESPONSE'
        left join sla_clock rs on rs.ticket_id = t.ticket_id and rs.kind = 'RESOLUTION'
      """;

  private final Database database;
  private final Statuses statuses;
  private final RecentAnswers<Counted, Long> count =
      new RecentAnswers<>(COUNT_FRESH, found -> found >= MANY, System::nanoTime);
  private final RecentAnswers<Sought, Boolean> common =
      new RecentAnswers<>(COMMON_FRESH, found -> found, System::nanoTime);
  private final RecentAnswers<Question, Counts> counts =
      new RecentAnswers<>(COUNTS_FRESH, found -> found.total() >= MANY, System::nanoTime);

  JdbcTicketBrowsing(Database database, Statuses statuses) {
    this.database = database;
    this.statuses = statuses;
  }

  /** A question, whenever it was asked, and where counting was to stop. */
  private record Counted(Question question, OptionalLong atMost) {}

  private static String columns(String format, String... aliases) {
    return Arrays.stream(aliases).map(format::formatted).collect(Collectors.joining(", "));
  }

  @Override
  public List<Browsed> find(
      Question question, Optional<BrowseCursor> after, long skip, int length) {
    return isEverything(question) && after.isEmpty()
        ? page(database.isPostgres(), question, Map.of(), after, skip, length)
            .map(sql -> database.list(sql.text(), sql::bind, row -> read(row, question)))
            .orElse(List.of())
        : found(question, after, skip, length);
  }

  /**
   * Which tickets there are is planned anew, for it depends on what is asked for and where a page
   * begins; to show them is not, for to plan so many joins takes longer than to read a page.
   */
  private List<Browsed> found(
      Question question, Optional<BrowseCursor> after, long skip, int length) {
    BrowseSort sort = new BrowseSort(question.query().order());
    List<Long> ids =
        ids(database.isPostgres(), question, rareWords(question), after, skip, length)
            .map(
                sql ->
                    database.listPlannedAnew(sql.text(), sql::bind, row -> row.number("ticket_id")))
            .orElse(List.of());
    if (ids.isEmpty()) {
      return List.of();
    }
    String shown =
        SELECT
            + "select t.ticket_id, "
            + sort.column()
            + " from ticket t"
            + sort.join()
            + " where t.ticket_id = any (?)"
            + JOIN
            + sort.clauseOfPage();
    return database.list(
        shown, bound -> bound.numbers(ids.toArray(Long[]::new)), row -> read(row, question));
  }

  /**
   * The statement of a page; empty when nothing can match.
   *
   * @param postgres whether PostgreSQL is to answer, which has more ways to order a whole desk
   */
  static Optional<Sql> page(
      boolean postgres,
      Question question,
      Map<String, Set<Long>> rareWords,
      Optional<BrowseCursor> after,
      long skip,
      int length) {
    BrowseSort sort = new BrowseSort(question.query().order());
    return ids(postgres, question, rareWords, after, skip, length)
        .map(part -> new Sql().add(SELECT).add(part).add(JOIN).add(sort.clauseOfPage()));
  }

  /** A select of {@code ticket_id} and {@code sort_key}; empty when nothing can match. */
  private static Optional<Sql> ids(
      boolean postgres,
      Question question,
      Map<String, Set<Long>> rareWords,
      Optional<BrowseCursor> after,
      long skip,
      int length) {
    boolean whole = isEverything(question) && question.onlooker().reaches().contains(Reach.DESK);
    Optional<Sql> ordered =
        postgres && whole
            ? OrderedTickets.page(question.desk(), question.query().order(), after, skip, length)
            : Optional.empty();
    return ordered.or(
        () ->
            new BrowseSql(question, rareWords)
                .part(new BrowseSort(question.query().order()), after, skip, length));
  }

  /** A word, where it is looked for. */
  private record Sought(DeskId desk, Set<WordSearch.Field> fields, boolean notes, String word) {
    static Sought of(Question question, String word) {
      return new Sought(
          question.desk(),
          question.query().words().orElseThrow().fields(),
          question.onlooker().readsNotes(),
          word);
    }
  }

  /**
   * Those of the words looked for that few tickets have, with the ids of these. What was common a
   * while ago is taken to be so still: it is found in either way, and to find that out takes
   * longest.
   */
  private Map<String, Set<Long>> rareWords(Question question) {
    List<BrowseWords> unknown =
        BrowseSql.words(question).stream()
            .filter(word -> !common.has(Sought.of(question, word.word())))
            .toList();
    Map<String, Set<Long>> rare = new HashMap<>();
    for (BrowseWords search : unknown) {
      Optional<List<Long>> ids = search.atMost(RARE + 1).map(this::lookedUp);
      if (ids.filter(found -> found.size() > RARE).isPresent()) {
        common.get(Sought.of(question, search.word()), () -> true);
      } else {
        rare.put(search.word(), Set.copyOf(ids.orElse(List.of())));
      }
    }
    return rare;
  }

  private List<Long> lookedUp(Sql sql) {
    return database.listPlannedAnew(sql.text(), sql::bind, row -> row.number("ticket_id"));
  }

  /** Which plan is best depends on what is asked for, unless it is everything. */
  private <T> List<T> list(Question question, Sql sql, Function<Row, T> reader) {
    return isEverything(question)
        ? database.list(sql.text(), sql::bind, reader)
        : database.listPlannedAnew(sql.text(), sql::bind, reader);
  }

  private static boolean isEverything(Question question) {
    return question.query().equals(BrowseQuery.all(question.query().order()));
  }

  @Override
  public long count(Question question, OptionalLong atMost) {
    if (atMost.isEmpty()) {
      return counted(question, atMost);
    }
    return count.get(
        new Counted(ever(question, question.query()), atMost), () -> counted(question, atMost));
  }

  private long counted(Question question, OptionalLong atMost) {
    Optional<Long> most = atMost.isPresent() ? Optional.of(atMost.getAsLong()) : Optional.empty();
    return new BrowseSql(question, rareWords(question))
        .counting(most)
        .map(sql -> list(question, sql, row -> row.number("found")).get(0))
        .orElse(0L);
  }

  private static Question ever(Question question, BrowseQuery query) {
    return new Question(
        question.desk(),
        question.onlooker(),
        query,
        question.newStatusId(),
        question.tagsByWord(),
        Instant.EPOCH);
  }

  @Override
  public Counts counts(Question question) {
    BrowseQuery everything = BrowseQuery.all(BrowseOrder.NEWEST_FIRST);
    return counts.get(ever(likeOthers(question), everything), () -> countedByKind(question));
  }

  /** Who sees the whole desk sees what everybody else sees who does and may read as much. */
  private static Question likeOthers(Question question) {
    Onlooker onlooker = question.onlooker();
    if (!onlooker.reaches().contains(Reach.DESK)) {
      return question;
    }
    return new Question(
        question.desk(),
        new Onlooker(
            Optional.empty(),
            Set.of(Reach.DESK),
            Optional.empty(),
            Set.of(),
            onlooker.readsNotes()),
        question.query(),
        question.newStatusId(),
        question.tagsByWord(),
        question.now());
  }

  private Counts countedByKind(Question question) {
    return BrowseSql.counts(question)
        .map(sql -> database.list(sql.text(), sql::bind, JdbcTicketBrowsing::readCounts).get(0))
        .orElse(new Counts(0, 0, 0, 0, 0));
  }

  private static Counts readCounts(Row row) {
    long closed = row.number("closed");
    return new Counts(
        closed + row.number("unclosed"),
        closed,
        row.number("fresh"),
        row.number("unanswered"),
        row.number("unassigned"));
  }

  private Browsed read(Row row, Question question) {
    return new Browsed(
        new BrowsedTicket(
            TicketRows.read(row, statuses),
            description(row),
            person(row, "rq").orElseThrow(),
            person(row, "te"),
            person(row, "cr"),
            person(row, "ub"),
            clock(row, "fr", question.now()),
            clock(row, "rs", question.now()),
            row.optionalText("resolution_details")
                .map(details -> new BrowsedResolution(details, row.instant("resolution_at"))),
            row.flag("has_children")),
        new BrowseSort(question.query().order()).cursor(row));
  }

  private static Body description(Row row) {
    return row.optionalText("description")
        .map(text -> new Body(text, row.constant(Body.Format.class, "description_format")))
        .orElse(Body.plain(""));
  }

  private static Optional<BrowsedPerson> person(Row row, String alias) {
    return row.optionalUuid(alias + "_id")
        .map(
            id ->
                new BrowsedPerson(
                    new UserId(id),
                    row.number(alias + "_number"),
                    new PersonName(row.text(alias + "_first"), row.text(alias + "_last")),
                    row.optionalText(alias + "_name").orElse(""),
                    row.optionalText(alias + "_email").orElse(""),
                    row.optionalInteger(alias + "_company")));
  }

  private static Optional<BrowsedClock> clock(Row row, String alias, Instant now) {
    return row.optionalText(alias + "_state")
        .map(
            state -> {
              Optional<Instant> dueAt = row.optionalInstant(alias + "_due_at");
              Instant end = ClockRows.end(row.text(alias + "_segments")).orElse(now);
              return new BrowsedClock(
                  ClockState.valueOf(state),
                  dueAt,
                  dueAt.filter(due -> end.getEpochSecond() > due.getEpochSecond()).isPresent(),
                  Compact.integers(row.text(alias + "_levels")).stream()
                      .mapToInt(Integer::intValue)
                      .max()
                      .orElse(0));
            });
  }
}
