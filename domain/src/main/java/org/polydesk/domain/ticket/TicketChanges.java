package org.polydesk.domain.ticket;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What became different between two states of one ticket, field by field, for the audit. */
public final class TicketChanges {

  /**
   * One field that changed.
   *
   * @param field the core's name of it
   * @param oldValue empty when there was none
   * @param newValue empty when there is none
   */
  public record FieldChange(String field, Optional<String> oldValue, Optional<String> newValue) {}

  private record Field(String name, Function<Ticket, Object> value) {}

  private static final List<Field> FIELDS =
      List.of(
          new Field("subject", t -> t.subject().text()),
          new Field("requester", t -> t.people().requester()),
          new Field("technician", t -> t.people().technician()),
          new Field("group", t -> t.people().groupId()),
          new Field("cc", t -> t.people().cc()),
          new Field("type", t -> t.classification().type()),
          new Field("site", t -> t.classification().siteId()),
          new Field("department", t -> t.classification().departmentId()),
          new Field("category", t -> t.classification().categoryId()),
          new Field("subCategory", t -> t.classification().subCategoryId()),
          new Field("item", t -> t.classification().itemId()),
          new Field("tierLevel", t -> t.classification().tierLevelId()),
          new Field("company", t -> t.classification().companyId()),
          new Field("priority", t -> t.classification().priorityId()),
          new Field("service", t -> t.classification().serviceId()),
          new Field("impact", t -> t.classification().impactId()),
          new Field("urgency", t -> t.classification().urgencyId()),
          new Field("template", t -> t.classification().templateId()),
          new Field("tags", t -> t.classification().tagIds()),
          new Field("status", t -> t.lifecycle().status().id()),
          new Field("openedAt", t -> t.lifecycle().openedAt()),
          new Field("resolvedAt", t -> t.lifecycle().resolvedAt()),
          new Field("closedAt", t -> t.lifecycle().closedAt()),
          new Field("firstResponseAt", Ticket::firstResponseAt),
          new Field("closureCode", t -> t.lifecycle().closure().flatMap(Closure::code)),
          new Field("locked", t -> t.lifecycle().locked()),
          new Field("deletedAt", t -> t.lifecycle().deletedAt()),
          new Field("sla", Ticket::slaId),
          new Field("manualDueAt", t -> t.due().manualDueAt()),
          new Field("dueAt", t -> t.due().shownAt()),
          new Field("escalationLevel", t -> t.escalation().level()),
          new Field("timeSpent", t -> t.handling().timeSpent().toSeconds()),
          new Field("parent", t -> t.handling().parent()),
          new Field("mergedInto", t -> t.handling().mergedInto()));

  /** What follows from other changes and is no news beside them. */
  private static final Set<String> CONSEQUENCES =
      Set.of(
          "resolvedAt",
          "closedAt",
          "firstResponseAt",
          "deletedAt",
          "sla",
          "dueAt",
          "escalationLevel",
          "mergedInto");

  private TicketChanges() {}

  /** Whether a change of {@code field} is worth a line in the ticket's conversation. */
  public static boolean isNews(String field) {
    return !CONSEQUENCES.contains(field);
  }

  /** The fields in which {@code after} differs from {@code before}; empty when nothing does. */
  public static List<FieldChange> between(Ticket before, Ticket after) {
    List<FieldChange> changes = new ArrayList<>();
    for (Field field : FIELDS) {
      Object was = field.value().apply(before);
      Object is = field.value().apply(after);
      if (!Objects.equals(was, is)) {
        changes.add(new FieldChange(field.name(), text(was), text(is)));
      }
    }
    return List.copyOf(changes);
  }

  private static Optional<String> text(Object value) {
    if (value instanceof Optional<?> optional) {
      return optional.map(TicketChanges::plain);
    }
    return Optional.of(plain(value));
  }

  private static String plain(Object value) {
    if (value instanceof ClosureCode code) {
      return code.text();
    }
    if (value instanceof List<?> list) {
      return String.join(",", list.stream().map(Object::toString).toList());
    }
    return value.toString();
  }
}
