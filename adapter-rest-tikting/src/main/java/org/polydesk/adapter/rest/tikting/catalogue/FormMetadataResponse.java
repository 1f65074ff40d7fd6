package org.polydesk.adapter.rest.tikting.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.AdditionalPropertiesValue;
import java.util.List;
import org.polydesk.adapter.rest.tikting.document.Shapes;
import org.polydesk.adapter.rest.tikting.wire.Items.GroupItem;
import org.polydesk.adapter.rest.tikting.wire.Items.NamedItem;
import org.polydesk.adapter.rest.tikting.wire.Items.PriorityItem;
import org.polydesk.adapter.rest.tikting.wire.Items.StatusItem;
import org.polydesk.adapter.rest.tikting.wire.Items.TitledItem;
import org.polydesk.application.catalogue.in.ReadFormMetadataUseCase.FormMetadata;
import org.polydesk.domain.user.User;

/** All that a ticket's form is filled from; requesters only for a new ticket's. */
@Schema(additionalProperties = AdditionalPropertiesValue.FALSE)
record FormMetadataResponse(
    List<GroupItem> groups,
    List<TitledItem> levels,
    List<PriorityItem> priorities,
    List<NamedItem> categories,
    @JsonProperty("sub_categories") @Shapes.Member List<NamedItem> subCategories,
    List<NamedItem> items,
    List<StatusItem> status,
    List<NamedItem> clients,
    List<TitledItem> sites,
    List<TitledItem> departments,
    List<UserItem> technicians,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED)
        List<UserItem> requesters) {

  @Schema(additionalProperties = AdditionalPropertiesValue.FALSE)
  record UserItem(String id, String fullName, String userName) {
    static UserItem of(User user) {
      return new UserItem(user.id().toString(), user.displayName(), user.userName().orElse(""));
    }
  }

  static FormMetadataResponse of(FormMetadata metadata) {
    AppMetadataResponse lists = AppMetadataResponse.of(metadata.catalogue());
    return new FormMetadataResponse(
        lists.groups(),
        lists.levels(),
        lists.priorities(),
        lists.categories(),
        metadata.subCategories().stream().map(NamedItem::of).toList(),
        metadata.items().stream().map(NamedItem::of).toList(),
        lists.status(),
        lists.clients(),
        lists.sites(),
        lists.departments(),
        users(metadata.technicians()),
        metadata.requesters().map(FormMetadataResponse::users).orElse(null));
  }

  private static List<UserItem> users(List<User> users) {
    return users.stream().map(UserItem::of).toList();
  }
}
