package org.polydesk.adapter.persistence.ticket;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.polydesk.adapter.persistence.shared.Sql;
import org.polydesk.application.ticket.out.TicketBrowsing.Question;
import org.polydesk.domain.error.Texts;
import org.polydesk.domain.listing.BrowseCursor;
import org.polydesk.domain.listing.BrowseQuery;
import org.polydesk.domain.listing.TimeSpan;
import org.polydesk.domain.ticket.StatusType;
import org.polydesk.domain.ticket.TicketNumber;

/**
 * The conditions of a question, all on the ticket {@code t}. The planner chooses the index: of the
 * order where much matches, of a condition where little does.
 */
final class BrowseSql {
  private static final Set<StatusType> EVERY_STATUS = EnumSet.allOf(StatusType.class);

  private final Question question;
  private final BrowseQuery query;
  private final Map<String, Set<Long>> rareWords;

  /**
   * @param rareWords those of the words looked for that few tickets have, with the ids of these
   */
  BrowseSql(Question question, Map<String, Set<Long>> rareWords) {
    this.question = question;
    this.query = question.query();
    this.rareWords = rareWords;
  }

  /** The searches of a question, one for each word. */
  static List<BrowseWords> words(Question question) {
    return question.query().words().stream()
        .flatMap(
            search -> search.words().stream().map(word -> new BrowseWords(question, search, word)))
        .toList();
  }

  /** What the onlooker sees of the desk, beginning with {@code where}; empty for nothing. */
  static Optional<Sql> seen(Question question) {
    return new BrowseSight(question.desk(), question.onlooker())
        .condition()
        .map(
            sight ->
                new Sql()
                    .add(
                        " where t.desk_id = ? and t.deleted_at is null",
                        bound -> bound.number(question.desk().value()))
                    .add(sight));
  }

  /** All conditions, beginning with {@code where}; empty when nothing can match. */
  private Optional<Sql> conditions() {
    List<BrowseWords> words = words(question);
    List<Sql> found = words.stream().map(this::found).flatMap(Optional::stream).toList();
    Optional<Sql> seen = seen(question);
    boolean nothing =
        found.size() < words.size()
            || query.statusTypes().isEmpty()
            || isEmpty(query.statusIds())
            || isEmpty(query.categoryIds())
            || isEmpty(query.tagIds())
            || isEmpty(query.numbers())
            || query.priorities().filter(p -> p.ids().isEmpty() && !p.none()).isPresent()
            || (query.subscribed() && question.onlooker().user().isEmpty());
    if (seen.isEmpty() || nothing) {
      return Optional.empty();
    }
    Sql sql = seen.get();
    classification(sql);
    people(sql);
    span(sql, "t.opened_at", query.opened());
    span(sql, "t.updated_at", query.updated());
    span(sql, "t.due_in_force_at", query.due());
    span(sql, "t.manual_due_at", query.wanted());
    talk(sql);
    query
        .subjectPart()
        .map(Texts::folded)
        .ifPresent(
            part ->
                sql.add(
                    " and t.folded_subject like ? escape '\\'",
                    bound -> bound.text(BrowseWords.containing(part))));
    found.forEach(sql::add);
    query.numbers().ifPresent(numbers -> sql.add(isIn("t.ticket_number", values(numbers))));
    query
        .parent()
        .ifPresent(
            parent -> sql.add(" and t.parent_number = ?", bound -> bound.number(parent.value())));
    return Optional.of(sql);
  }

  private static <T> boolean isEmpty(Optional<Set<T>> choice) {
    return choice.filter(Set::isEmpty).isPresent();
  }

  private Optional<Sql> found(BrowseWords word) {
    return Optional.ofNullable(rareWords.get(word.word()))
        .map(BrowseSql::isOneOf)
        .or(word::asked)
        .map(condition -> new Sql().add(" and ").add(condition));
  }

  private static Sql isOneOf(Set<Long> ids) {
    return new Sql().add("t.ticket_id = any (?)", bound -> bound.numbers(ids.toArray(Long[]::new)));
  }

  private void classification(Sql sql) {
    query.statusIds().ifPresent(ids -> sql.add(isIn("t.status_id", ids)));
    if (!query.statusTypes().equals(EVERY_STATUS)) {
      sql.add(typeIs(query.statusTypes()));
    }
    query.categoryIds().ifPresent(ids -> sql.add(isIn("t.category_id", ids)));
    query
        .priorities()
        .ifPresent(
            choice -> {
              String none = choice.none() ? "t.priority_id is null" : "";
              String some = choice.ids().isEmpty() ? "" : oneOf("t.priority_id", choice.ids());
              String or = none.isEmpty() || some.isEmpty() ? "" : " or ";
              sql.add(" and (" + none + or + some + ")");
            });
    query.tagIds().ifPresent(ids -> sql.add(" and ").add(BrowseWords.hasTag("t", ids)));
  }

  /** Written out, for only so a planner sees that a partial index serves. */
  private static String typeIs(Set<StatusType> types) {
    return types.stream()
        .sorted()
        .map(type -> "'" + type.name() + "'")
        .collect(Collectors.joining(", ", " and t.status_type in (", ")"));
  }

  private static String isIn(String column, Collection<? extends Number> numbers) {
    return " and " + oneOf(column, numbers);
  }

  private static String oneOf(String column, Collection<? extends Number> numbers) {
    return numbers.stream()
        .mapToLong(Number::longValue)
        .sorted()
        .mapToObj(String::valueOf)
        .collect(Collectors.joining(", ", column + " in (", ")"));
  }

  private static List<Long> values(Set<TicketNumber> numbers) {
    return numbers.stream().map(TicketNumber::value).toList();
  }

  private void people(Sql sql) {
    query
        .requester()
        .ifPresent(user -> sql.add(" and t.requester_id = ?", bound -> bound.uuid(user.value())));
    query
        .requesterCompanyId()
        .ifPresent(
            company ->
                sql.add(" and ").add(BrowseSight.isOfCompany("t", question.desk(), company)));
    query
        .technician()
        .ifPresent(user -> sql.add(" and t.technician_id = ?", bound -> bound.uuid(user.value())));
    if (query.unassigned()) {
      sql.add(" and t.technician_id is null");
    }
    if (query.subscribed()) {
      sql.add(" and t.ticket_id in (")
          .add(BrowseSight.subscribed(question.onlooker().user().orElseThrow().value()))
          .add(")");
    }
  }

  private static void span(Sql sql, String column, TimeSpan span) {
    span.from()
        .ifPresent(from -> sql.add(" and " + column + " >= ?", bound -> bound.instant(from)));
    span.to().ifPresent(to -> sql.add(" and " + column + " < ?", bound -> bound.instant(to)));
  }

  private void talk(Sql sql) {
    String noted = question.onlooker().readsNotes() ? " or t.noted" : "";
    if (query.unanswered()) {
      sql.add(typeIs(BrowseQuery.NOT_CLOSED)).add(" and ").add(unanswered(question));
    }
    if (query.discussed()) {
      sql.add(" and (t.last_public_side is not null" + noted + ")");
    }
    query
        .lastPublicSide()
        .ifPresent(side -> sql.add(" and t.last_public_side = ?", bound -> bound.name(side)));
  }

  /** Whether a ticket that is not closed is unanswered. */
  private static Sql unanswered(Question question) {
    return new Sql()
        .add(
            "(t.status_id = ? or t.last_public_side = 'CLIENT'",
            bound -> bound.number(question.newStatusId()))
        .add(question.onlooker().readsNotes() ? " or t.noted)" : ")");
  }

  /** A select of {@code ticket_id} and {@code sort_key}; empty when nothing can match. */
  Optional<Sql> part(BrowseSort sort, Optional<BrowseCursor> after, long skip, int length) {
    Optional<Sql> behind = after.map(sort::behind);
    return conditions()
        .map(
            conditions -> {
              Sql sql =
                  new Sql()
                      .add("select t.ticket_id, " + sort.column() + " from ticket t" + sort.join())
                      .add(conditions);
              behind.ifPresent(sql::add);
              return sql.add(sort.clause() + " limit " + length + " offset " + skip);
            });
  }

  /** A select of {@code found}; empty when nothing can match. */
  Optional<Sql> counting(Optional<Long> atMost) {
    return conditions()
        .map(
            conditions ->
                new Sql()
                    .add("select count(*) as found from (select t.ticket_id from ticket t")
                    .add(conditions)
                    .add(atMost.map(most -> " limit " + most).orElse("") + ") counted"));
  }

  /**
   * A select of one number for each kind of ticket; empty when nothing is seen. Closed tickets are
   * counted apart, for an index alone says how many there are.
   */
  static Optional<Sql> counts(Question question) {
    return seen(question)
        .map(
            open ->
                new Sql()
                    .add("select (select count(*) from ticket t")
                    .add(seen(question).orElseThrow())
                    .add(" and t.status_type = 'CLOSED') as closed, count(*) as unclosed,")
                    .add(
                        " count(case when t.status_id = ? then 1 end) as fresh,",
                        bound -> bound.number(question.newStatusId()))
                    .add(" count(case when ")
                    .add(unanswered(question))
                    .add(" then 1 end) as unanswered,")
                    .add(" count(case when t.technician_id is null then 1 end) as unassigned")
                    .add(" from ticket t")
                    .add(open)
                    .add(typeIs(BrowseQuery.NOT_CLOSED)));
  }
}
