package org.polydesk.application.directory.in;

import java.util.List;
import org.polydesk.application.identity.Caller;
import org.polydesk.domain.catalogue.CatalogueRow;
import org.polydesk.domain.error.DeskException;

/** The companies and departments that people belong to. */
public interface CompaniesUseCase {

  /**
   * The desk's companies, by their ids.
   *
   * @throws DeskException {@code NOT_ALLOWED} without the right to read people
   */
  List<CatalogueRow> companies(Caller caller);

  /**
   * The desk's departments, by their ids.
   *
   * @throws DeskException {@code NOT_ALLOWED} without the right to read people
   */
  List<CatalogueRow> departments(Caller caller);

  /**
   * The id of the company with this name, in any case; it is made when there is none.
   *
   * @throws DeskException {@code NOT_ALLOWED} to whoever does not run the desk; {@code
   *     INVALID_FIELD} for a name that is no name
   */
  int company(String name, Caller caller);
}
