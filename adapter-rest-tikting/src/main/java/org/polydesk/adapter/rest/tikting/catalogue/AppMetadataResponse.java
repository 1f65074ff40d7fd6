package org.polydesk.adapter.rest.tikting.catalogue;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.AdditionalPropertiesValue;
import java.util.List;
import org.polydesk.adapter.rest.tikting.wire.Items.GroupItem;
import org.polydesk.adapter.rest.tikting.wire.Items.NamedItem;
import org.polydesk.adapter.rest.tikting.wire.Items.PriorityItem;
import org.polydesk.adapter.rest.tikting.wire.Items.StatusItem;
import org.polydesk.adapter.rest.tikting.wire.Items.TitledItem;
import org.polydesk.domain.catalogue.Catalogue;
import org.polydesk.domain.catalogue.CatalogueList;

/** The lists that do not depend on a ticket. */
@Schema(additionalProperties = AdditionalPropertiesValue.FALSE)
record AppMetadataResponse(
    List<GroupItem> groups,
    List<TitledItem> levels,
    List<PriorityItem> priorities,
    List<NamedItem> categories,
    List<StatusItem> status,
    List<NamedItem> clients,
    List<TitledItem> sites,
    List<TitledItem> departments) {

  static AppMetadataResponse of(Catalogue catalogue) {
    return new AppMetadataResponse(
        catalogue.active(CatalogueList.GROUP).stream().map(GroupItem::of).toList(),
        titled(catalogue, CatalogueList.TIER_LEVEL),
        catalogue.active(CatalogueList.PRIORITY).stream().map(PriorityItem::of).toList(),
        named(catalogue, CatalogueList.CATEGORY),
        catalogue.statuses().stream().map(StatusItem::of).toList(),
        named(catalogue, CatalogueList.COMPANY),
        titled(catalogue, CatalogueList.SITE),
        titled(catalogue, CatalogueList.DEPARTMENT));
  }

  private static List<NamedItem> named(Catalogue catalogue, CatalogueList list) {
    return catalogue.active(list).stream().map(NamedItem::of).toList();
  }

  private static List<TitledItem> titled(Catalogue catalogue, CatalogueList list) {
    return catalogue.active(list).stream().map(TitledItem::of).toList();
  }
}
