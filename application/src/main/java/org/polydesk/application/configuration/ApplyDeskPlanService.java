package org.polydesk.application.configuration;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.polydesk.application.configuration.in.ApplyDeskPlanUseCase;
import org.polydesk.application.configuration.in.DeskPlan;
import org.polydesk.application.desk.DeskSetup;
import org.polydesk.application.desk.out.DeskSetups;
import org.polydesk.application.desk.out.DeskSetups.Saved;
import org.polydesk.application.desk.out.Topics;
import org.polydesk.application.shared.UnitOfWork;
import org.polydesk.application.ticket.out.Recalculations;
import org.polydesk.domain.catalogue.Topic;
import org.polydesk.domain.desk.DeskId;

/** Applies plans, one transaction each. */
@Singleton
public final class ApplyDeskPlanService implements ApplyDeskPlanUseCase {
  private final DeskSetups setups;
  private final Recalculations recalculations;
  private final Topics topics;
  private final KnowledgePlans knowledge;
  private final CompanyPlans companies;
  private final PeoplePlans people;
  private final AssetPlans assets;
  private final PlanHistory history;
  private final UnitOfWork unitOfWork;
  private final Clock clock;

  @Inject
  public ApplyDeskPlanService(
      DeskSetups setups,
      Recalculations recalculations,
      Topics topics,
      KnowledgePlans knowledge,
      CompanyPlans companies,
      PeoplePlans people,
      AssetPlans assets,
      PlanHistory history,
      UnitOfWork unitOfWork,
      Clock clock) {
    this.setups = setups;
    this.recalculations = recalculations;
    this.topics = topics;
    this.knowledge = knowledge;
    this.companies = companies;
    this.people = people;
    this.assets = assets;
    this.history = history;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  @Override
  public void apply(DeskPlan plan) {
    unitOfWork.run(
        () -> {
          DeskId desk = plan.setup().desk().id();
          Saved saved = setups.save(plan.setup());
          PlanReferences.check(plan, saved.now());
          history.setUp(saved);
          saved
              .before()
              .map(before -> saved.now().slas().editedSince(before.slas()))
              .ifPresent(edited -> recalculations.ask(desk, edited, clock.instant()));
          plan.topics().ifPresent(all -> save(all, desk));
          knowledge.apply(plan);
          companies.apply(plan);
          people.apply(plan);
          assets.apply(plan);
          return null;
        });
  }

  private void save(List<Topic> wanted, DeskId desk) {
    if (!topics.of(desk).equals(wanted)) {
      topics.save(desk, wanted);
      history.changedPart(desk, "topics");
    }
  }

  @Override
  public Optional<DeskSetup> present(DeskId desk) {
    return setups.find(desk);
  }
}
