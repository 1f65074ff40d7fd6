package org.polydesk.application.configuration;

import java.util.Collection;
import java.util.Optional;
import org.polydesk.application.configuration.in.DeskPlan;
import org.polydesk.application.configuration.in.DeskPlan.PlannedUser;
import org.polydesk.application.desk.DeskSetup;
import org.polydesk.domain.catalogue.Catalogue;
import org.polydesk.domain.catalogue.CatalogueList;
import org.polydesk.domain.catalogue.CatalogueRow;
import org.polydesk.domain.catalogue.CustomField;
import org.polydesk.domain.desk.DeskSettings.StatusSettings;
import org.polydesk.domain.desk.DeskSettings.TicketDefaults;
import org.polydesk.domain.error.Violation;
import org.polydesk.domain.error.Violations;

/** Finds what a plan names and its desk does not have. */
final class PlanReferences {
  private final Catalogue catalogue;
  private final Violations missing = new Violations();

  private PlanReferences(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * @param setup what the desk has once the plan is applied
   * @throws DeskException {@code INVALID_FIELD} with everything that is not there
   */
  static void check(DeskPlan plan, DeskSetup setup) {
    PlanReferences references = new PlanReferences(setup.catalogue());
    references.defaults(setup.desk().settings().defaults());
    references.statuses(setup.desk().settings().statuses());
    references.parents();
    setup.fields().all().forEach(references::field);
    plan.people().forEach(references::person);
    references.inPlan(plan);
    references.missing.orThrow();
  }

  private void defaults(TicketDefaults defaults) {
    String place = "settings.defaults";
    row(place, CatalogueList.SITE, defaults.siteId());
    row(place, CatalogueList.TIER_LEVEL, defaults.tierLevelId());
    row(place, CatalogueList.PRIORITY, defaults.priorityId());
    row(place, CatalogueList.CATEGORY, defaults.categoryId());
    row(place, CatalogueList.DEPARTMENT, defaults.departmentId());
    defaults.statusId().ifPresent(id -> status(place, id, false));
  }

  private void statuses(StatusSettings statuses) {
    String place = "settings.statuses";
    status(place, statuses.openId(), false);
    status(place, statuses.inProgressId(), false);
    status(place, statuses.reopenedId(), false);
    status(place, statuses.resolvedId(), true);
    status(place, statuses.closedId(), true);
  }

  private void parents() {
    for (CatalogueList list : CatalogueList.values()) {
      if (list.parent().isPresent()) {
        catalogue
            .active(list)
            .forEach(row -> known("lists." + list, list.parent().get(), row.parentId()));
      }
    }
  }

  private void field(CustomField field) {
    String place = "customFields[" + field.name() + "]";
    field.categoryIds().forEach(id -> known(place, CatalogueList.CATEGORY, Optional.of(id)));
  }

  private void person(PlannedUser person) {
    String place = "people[" + person.userName() + "]";
    rows(place, CatalogueList.GROUP, person.groups());
    rows(place, CatalogueList.CATEGORY, person.categories());
    rows(place, CatalogueList.SITE, person.sites());
    row(place, CatalogueList.COMPANY, person.companyId());
    row(place, CatalogueList.DEPARTMENT, person.departmentId());
  }

  private void inPlan(DeskPlan plan) {
    plan.cannedAnswers()
        .forEach(
            answer ->
                row(
                    "cannedAnswers[" + answer.name() + "]",
                    CatalogueList.CATEGORY,
                    answer.categoryId()));
    plan.articles()
        .forEach(
            article ->
                row(
                    "articles[" + article.subject() + "]",
                    CatalogueList.CATEGORY,
                    article.categoryId()));
    rows("emailDomains", CatalogueList.COMPANY, plan.emailDomains().values());
  }

  private void rows(String place, CatalogueList list, Collection<Integer> ids) {
    ids.stream().sorted().distinct().forEach(id -> row(place, list, Optional.of(id)));
  }

  /** What newcomers are given must be there to be chosen. */
  private void row(String place, CatalogueList list, Optional<Integer> id) {
    boolean there =
        id.isEmpty() || catalogue.row(list, id).filter(CatalogueRow::active).isPresent();
    addIf(!there, place, list.field(), id.orElse(0));
  }

  /** What belongs to something may belong to what is no longer chosen. */
  private void known(String place, CatalogueList list, Optional<Integer> id) {
    boolean there = id.isEmpty() || catalogue.row(list, id).isPresent();
    addIf(!there, place, list.field(), id.orElse(0));
  }

  private void status(String place, int id, boolean done) {
    boolean there = catalogue.status(id).filter(row -> row.type().isDone() == done).isPresent();
    addIf(!there, place, done ? "resolved or closed status" : "open status", id);
  }

  private void addIf(boolean wrong, String place, String thing, int id) {
    missing.addIf(
        wrong, Violation.refused(place, "%s: there is no %s %d.".formatted(place, thing, id)));
  }
}
