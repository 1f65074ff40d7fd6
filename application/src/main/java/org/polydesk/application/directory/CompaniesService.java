package org.polydesk.application.directory;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.polydesk.application.directory.in.CompaniesUseCase;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.identity.Right;
import org.polydesk.application.shared.UnitOfWork;
import org.polydesk.domain.catalogue.CatalogueList;
import org.polydesk.domain.catalogue.CatalogueRow;
import org.polydesk.domain.error.Violations;

/** Shows and adds companies. */
@Singleton
public final class CompaniesService implements CompaniesUseCase {
  private final RowBook rows;
  private final UnitOfWork unitOfWork;

  @Inject
  public CompaniesService(RowBook rows, UnitOfWork unitOfWork) {
    this.rows = rows;
    this.unitOfWork = unitOfWork;
  }

  @Override
  public List<CatalogueRow> companies(Caller caller) {
    return active(CatalogueList.COMPANY, caller);
  }

  @Override
  public List<CatalogueRow> departments(Caller caller) {
    return active(CatalogueList.DEPARTMENT, caller);
  }

  private List<CatalogueRow> active(CatalogueList list, Caller caller) {
    caller.mustBeAbleTo(Right.READ_PEOPLE);
    return unitOfWork.read(() -> rows.active(caller.desk(), list));
  }

  @Override
  public int company(String name, Caller caller) {
    caller.mustBeAbleTo(Right.ADMINISTER);
    Violations.none(RowBook.violationsOf(CatalogueList.COMPANY, name));
    return unitOfWork.run(() -> rows.idOf(caller.desk(), CatalogueList.COMPANY, name));
  }
}
