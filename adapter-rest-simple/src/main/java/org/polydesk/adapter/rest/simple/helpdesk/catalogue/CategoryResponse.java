package org.polydesk.adapter.rest.simple.helpdesk.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.polydesk.adapter.rest.simple.helpdesk.wire.Words;
import org.polydesk.domain.catalogue.CatalogueList;

/** A category; there are no sections. Source: docs/dialects/helpdesk.md, section "Catalogue". */
public record CategoryResponse(
    @JsonProperty("CategoryID") int categoryId,
    String name,
    @JsonProperty("SectionID") Integer sectionId,
    String section,
    String nameWithSection,
    boolean forTechsOnly,
    String fromAddress) {

  /** Those that the caller can file tickets under. */
  public static List<CategoryResponse> active(Words words) {
    return words.catalogue().active(CatalogueList.CATEGORY).stream()
        .map(
            row ->
                new CategoryResponse(
                    row.id(), row.name(), null, null, row.name(), row.staffOnly(), null))
        .toList();
  }
}
