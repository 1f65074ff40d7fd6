package org.polydesk.adapter.persistence.ticket;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.polydesk.adapter.persistence.shared.Sql;
import org.polydesk.adapter.persistence.ticket.Branch.Fact;
import org.polydesk.application.ticket.out.TicketListings.Question;
import org.polydesk.application.ticket.out.TicketListings.Sought;
import org.polydesk.domain.listing.TicketSearch.Field;
import org.polydesk.domain.listing.Viewer;
import org.polydesk.domain.ticket.StatusType;

/**
 * The index scans whose union answers a question. Each has one natural index, which gives the
 * tickets by number, so that a page costs as much as it is long. What is due is found in {@link
 * DuePart}s, of which only what passed since the last look at what is due is read whole.
 */
final class TicketScans {
  private static final Set<StatusType> EVERY_STATUS = EnumSet.allOf(StatusType.class);

  private static final Fact[] DATES = {Fact.PAST_DUE, Fact.DUE_TODAY};

  private final Question question;
  private final Viewer viewer;
  private final Range range;

  /**
   * Which tickets of each scan are wanted.
   *
   * @param below only numbers smaller than this
   * @param atMost how many; empty for all
   * @param newestFirst whether these are to be the highest numbers
   */
  record Range(Optional<Long> below, Optional<Long> atMost, boolean newestFirst) {}

  /** What tells one scan of a branch from the others. */
  private record Key(
      Set<StatusType> statuses,
      Optional<Integer> group,
      Optional<Integer> priority,
      Optional<DuePart> due) {}

  private TicketScans(Question question, Range range) {
    this.question = question;
    this.viewer = question.viewer();
    this.range = range;
  }

  /**
   * A select of the column {@code ticket_number}, without repetitions and in no order; empty when
   * nothing can match.
   */
  static Optional<Sql> of(Question question, Range range) {
    List<Sql> scans =
        branches(question)
            .flatMap(branch -> new TicketScans(question, range).scans(branch))
            .toList();
    if (scans.size() < 2) {
      return scans.stream().findFirst();
    }
    return Optional.of(
        Sql.joined(
            scans.stream().map(scan -> new Sql().add("(").add(scan).add(")")).toList(), " union "));
  }

  private static Stream<Branch> branches(Question question) {
    List<Branch> branches = Branches.of(question.filter(), question.viewer());
    return question
        .sought()
        .map(
            sought ->
                branches.stream()
                    .flatMap(branch -> sought.search().fields().stream().map(branch::sought)))
        .orElseGet(branches::stream);
  }

  private Stream<Sql> scans(Branch branch) {
    return statuses(branch)
        .flatMap(
            statuses ->
                groups(branch)
                    .flatMap(
                        group ->
                            priorities(branch)
                                .flatMap(
                                    priority ->
                                        dueParts(branch)
                                            .map(due -> new Key(statuses, group, priority, due)))))
        .flatMap(key -> scan(branch, key).stream());
  }

  /** Indexes by person and by status go on with the number, so each status is a scan of its own. */
  private static Stream<Set<StatusType>> statuses(Branch branch) {
    boolean byStatus =
        branch.sought().isEmpty()
            && branch.firstTask().isEmpty()
            && !branch.hasAny(DATES)
            && !branch.hasAny(Fact.ESCALATED, Fact.IN_MY_GROUPS)
            && !(branch.statuses().equals(EVERY_STATUS)
                && Set.of(Fact.NOT_DELETED).containsAll(branch.facts()));
    return byStatus ? branch.statuses().stream().map(Set::of) : Stream.of(branch.statuses());
  }

  /** Texts and tasks are looked for first and dates then asked of what was found. */
  private Stream<Optional<DuePart>> dueParts(Branch branch) {
    boolean whole =
        !branch.hasAny(DATES) || branch.sought().isPresent() || branch.firstTask().isPresent();
    return whole
        ? Stream.of(Optional.empty())
        : DuePart.of(branch, viewer).stream().map(Optional::of);
  }

  private Stream<Optional<Integer>> groups(Branch branch) {
    return branch.has(Fact.IN_MY_GROUPS)
        ? viewer.groups().stream().sorted().map(Optional::of)
        : Stream.of(Optional.empty());
  }

  private Stream<Optional<Integer>> priorities(Branch branch) {
    return branch.sought().filter(Field.PRIORITY::equals).isPresent()
        ? sought().priorityIds().stream().sorted().map(Optional::of)
        : Stream.of(Optional.empty());
  }

  private Sought sought() {
    return question.sought().orElseThrow();
  }

  private Optional<Sql> scan(Branch branch, Key key) {
    Optional<Sql> search = search(branch, key);
    if (search.isEmpty()) {
      return Optional.empty();
    }
    Sql sql = begin(branch);
    Optional<Fact> task = branch.firstTask();
    Optional<Fact> due = key.due().map(DuePart::fact);
    for (Fact fact : branch.facts()) {
      if (task.filter(fact::equals).or(() -> due.filter(fact::equals)).isEmpty()) {
        condition(fact, key, sql);
      }
    }
    key.due().map(DuePart::condition).ifPresent(sql::add);
    sql.add(statusIs(key.statuses())).add(search.get());
    range.below().ifPresent(end -> sql.add(" and t.ticket_number < ?", b -> b.number(end)));
    return Optional.of(sql.add(end(branch, key)));
  }

  private Sql begin(Branch branch) {
    long desk = question.desk().value();
    Optional<Fact> task = branch.firstTask();
    if (task.isEmpty()) {
      return new Sql()
          .add(
              "select t.ticket_number from ticket t where t.desk_id = ?",
              bound -> bound.number(desk));
    }
    Sql sql = new Sql().add("select distinct k.ticket_number from task k");
    return sql.add(
        """
             join ticket t on t.desk_id = k.desk_id and t.ticket_number = k.ticket_number
            where k.desk_id = ? and k.assigned_to = ? and k.completed = ?""",
        bound ->
            bound
                .number(desk)
                .uuid(viewer.id().value())
                .flag(task.get() == Fact.COMPLETED_TASK_MINE));
  }

  private void condition(Fact fact, Key key, Sql sql) {
    switch (fact) {
      case NOT_DELETED -> sql.add(" and t.deleted_at is null");
      case REQUESTED_BY_ME ->
          sql.add(" and t.requester_id = ?", bound -> bound.uuid(viewer.id().value()));
      case ASSIGNED_TO_ME ->
          sql.add(" and t.technician_id = ?", bound -> bound.uuid(viewer.id().value()));
      case UNASSIGNED -> sql.add(" and t.technician_id is null");
      case OPEN_TASK_MINE, COMPLETED_TASK_MINE ->
          sql.add(
              " and exists (select 1 from task c"
                  + " where c.ticket_id = t.ticket_id and c.assigned_to = ? and c.completed = ?)",
              bound -> bound.uuid(viewer.id().value()).flag(fact == Fact.COMPLETED_TASK_MINE));
      case IN_MY_GROUPS ->
          sql.add(" and t.group_id = ?", bound -> bound.number(key.group().orElseThrow()));
      case PAST_DUE -> sql.add(" and t.due_in_force_at < ?", bound -> bound.instant(viewer.now()));
      case DUE_TODAY ->
          sql.add(
              " and t.due_in_force_at >= ? and t.due_in_force_at < ?",
              bound -> bound.instant(viewer.today().from()).instant(viewer.today().to()));
      case ESCALATED -> sql.add(" and t.escalated");
    }
  }

  /** Written out, for only so a planner sees that a partial index serves. */
  private static String statusIs(Set<StatusType> statuses) {
    if (statuses.equals(EVERY_STATUS)) {
      return "";
    }
    return statuses.stream()
        .sorted()
        .map(type -> "'" + type.name() + "'")
        .collect(Collectors.joining(", ", " and t.status_type in (", ")"));
  }

  /** Empty when the text cannot be in the field. */
  private Optional<Sql> search(Branch branch, Key key) {
    if (branch.sought().isEmpty()) {
      return Optional.of(new Sql());
    }
    return switch (branch.sought().get()) {
      case SUBJECT ->
          Optional.of(
              new Sql()
                  .add(
                      " and t.folded_subject like ? escape '\\'",
                      bound -> bound.text(containing(sought().search().folded()))));
      case TICKET_ID ->
          sought()
              .search()
              .digits()
              .map(
                  digits ->
                      new Sql()
                          .add(
                              " and cast(t.ticket_number as varchar) like ?",
                              bound -> bound.text("%" + digits + "%")));
      case PRIORITY ->
          key.priority()
              .map(id -> new Sql().add(" and t.priority_id = ?", bound -> bound.number(id)));
      case REQUESTER -> Optional.of(requester(containing(sought().search().folded())));
    };
  }

  private Sql requester(String pattern) {
    return new Sql()
        .add(
            " and t.requester_id in (select u.user_id from app_user u where u.desk_id = ?"
                + " and (u.folded_name like ? escape '\\' or u.login_name like ? escape '\\'"
                + " or u.desk_email like ? escape '\\'))",
            bound ->
                bound.number(question.desk().value()).text(pattern).text(pattern).text(pattern));
  }

  private static String containing(String text) {
    return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
  }

  /**
   * What is ordered by date is read whole: the offset keeps the planner from going through all
   * tickets by number in the hope that the first ones are due.
   */
  private String end(Branch branch, Key key) {
    String most = range.atMost().map(count -> " limit " + count).orElse("");
    if (!range.newestFirst()) {
      return most;
    }
    if (branch.firstTask().isPresent()) {
      return " order by k.ticket_number desc" + most;
    }
    boolean byNumber = key.due().map(DuePart::byNumber).orElse(!branch.hasAny(DATES));
    return byNumber ? " order by t.ticket_number desc" + most : " offset 0";
  }
}
