package org.polydesk.adapter.persistence.ticket;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.polydesk.adapter.persistence.shared.Sql;
import org.polydesk.application.ticket.out.TicketBrowsing.Question;
import org.polydesk.domain.listing.WordSearch;
import org.polydesk.domain.listing.WordSearch.Field;

/**
 * How one word is found, in two ways. The tickets of a rare word are looked up at once, which
 * indexes of trigrams do; for a word that many tickets have, tickets are gone through in the order
 * of the list and each is asked, for then the page is full soon. Which one it is {@link #atMost}
 * finds out.
 */
final class BrowseWords {
  private final Question question;
  private final WordSearch search;
  private final String word;
  private final String pattern;

  BrowseWords(Question question, WordSearch search, String word) {
    this.question = question;
    this.search = search;
    this.word = word;
    this.pattern = containing(word);
  }

  /** The pattern of texts that contain this one, which is folded. */
  static String containing(String text) {
    return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
  }

  String word() {
    return word;
  }

  private boolean looksAt(Field field) {
    return search.fields().contains(field);
  }

  /** A select of the column {@code ticket_id}, with repetitions; empty when nothing can match. */
  private Optional<Sql> lookedUp() {
    List<Sql> parts = new ArrayList<>();
    ticketConditions("f")
        .forEach(
            condition ->
                parts.add(
                    new Sql()
                        .add(
                            "select f.ticket_id from ticket f where f.desk_id = ? and ",
                            bound -> bound.number(question.desk().value()))
                        .add(condition)));
    entryCondition()
        .map(
            condition ->
                new Sql()
                    .add(
                        "select e.ticket_id from entry e where e.desk_id = ? and ",
                        bound -> bound.number(question.desk().value()))
                    .add(condition))
        .ifPresent(parts::add);
    return parts.isEmpty() ? Optional.empty() : Optional.of(Sql.joined(parts, " union all "));
  }

  /** A select of the column {@code ticket_id} and no more rows than {@code limit}. */
  Optional<Sql> atMost(int limit) {
    return lookedUp()
        .map(
            found -> new Sql().add("select ticket_id from (").add(found).add(") f limit " + limit));
  }

  /**
   * A condition on the ticket {@code t}; empty when nothing can match. The offset keeps planners
   * from looking up all entries with the word before they ask the first ticket.
   */
  Optional<Sql> asked() {
    List<Sql> conditions = ticketConditions("t");
    entryCondition()
        .map(
            condition ->
                new Sql()
                    .add("exists (select 1 from entry e where e.ticket_id = t.ticket_id and ")
                    .add(condition)
                    .add(" offset 0)"))
        .ifPresent(conditions::add);
    return conditions.isEmpty()
        ? Optional.empty()
        : Optional.of(new Sql().add("(").add(Sql.joined(conditions, " or ")).add(")"));
  }

  private List<Sql> ticketConditions(String alias) {
    List<Sql> conditions = new ArrayList<>();
    if (looksAt(Field.SUBJECT)) {
      conditions.add(like(alias + ".folded_subject"));
    }
    if (looksAt(Field.PEOPLE)) {
      conditions.add(people(alias + ".requester_id"));
      conditions.add(people(alias + ".technician_id"));
    }
    if (looksAt(Field.TAGS)) {
      tags(alias).ifPresent(conditions::add);
    }
    if (looksAt(Field.NUMBER)) {
      WordSearch.number(word)
          .map(number -> new Sql().add(alias + ".ticket_number = ?", bound -> bound.number(number)))
          .ifPresent(conditions::add);
    }
    if (looksAt(Field.NUMBER_DIGITS)) {
      WordSearch.digits(word)
          .map(
              digits ->
                  new Sql()
                      .add(
                          "cast(" + alias + ".ticket_number as varchar) like ?",
                          bound -> bound.text("%" + digits + "%")))
          .ifPresent(conditions::add);
    }
    return conditions;
  }

  private Sql like(String column) {
    return new Sql().add(column + " like ? escape '\\'", bound -> bound.text(pattern));
  }

  private Sql people(String column) {
    return new Sql()
        .add(
            column
                + " in (select u.user_id from app_user u where u.desk_id = ?"
                + " and (u.folded_name like ? escape '\\' or u.login_name like ? escape '\\'"
                + " or u.desk_email like ? escape '\\'))",
            bound ->
                bound.number(question.desk().value()).text(pattern).text(pattern).text(pattern));
  }

  private Optional<Sql> tags(String alias) {
    Set<Integer> tags = question.tagsByWord().getOrDefault(word, Set.of());
    return tags.isEmpty() ? Optional.empty() : Optional.of(hasTag(alias, tags));
  }

  /** One of these tags, of which there is at least one; only so the index of tags is used. */
  static Sql hasTag(String alias, Set<Integer> tags) {
    return new Sql()
        .add(
            tags.stream()
                .sorted()
                .map(id -> "(',' || %s.tag_ids || ',') like '%%,%d,%%'".formatted(alias, id))
                .collect(Collectors.joining(" or ", "(", ")")));
  }

  private Optional<Sql> entryCondition() {
    boolean description = looksAt(Field.DESCRIPTION);
    boolean rest = looksAt(Field.ENTRIES);
    if (!description && !rest) {
      return Optional.empty();
    }
    Sql sql = like("e.folded_body");
    if (!description || !rest) {
      sql.add(description ? " and e.kind = 'CREATED'" : " and e.kind <> 'CREATED'");
    }
    return Optional.of(
        question.onlooker().readsNotes() ? sql : sql.add(" and e.visibility = 'PUBLIC'"));
  }
}
