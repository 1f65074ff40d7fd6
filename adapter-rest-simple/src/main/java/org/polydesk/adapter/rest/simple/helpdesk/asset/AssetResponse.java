package org.polydesk.adapter.rest.simple.helpdesk.asset;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import org.polydesk.adapter.rest.simple.helpdesk.attachment.AttachmentResponse;
import org.polydesk.adapter.rest.simple.helpdesk.field.FieldResponse;
import org.polydesk.adapter.rest.simple.helpdesk.ticket.TicketSummaryResponse;
import org.polydesk.adapter.rest.simple.helpdesk.user.UserResponse;
import org.polydesk.adapter.rest.simple.helpdesk.wire.HelpdeskJson;
import org.polydesk.adapter.rest.simple.helpdesk.wire.Words;
import org.polydesk.application.asset.in.ReadAssetsUseCase.AssetView;
import org.polydesk.application.asset.in.ReadAssetsUseCase.LogLine;
import org.polydesk.application.field.in.FilledField;
import org.polydesk.application.identity.Caller;
import org.polydesk.domain.asset.Asset;
import org.polydesk.domain.asset.AssetLabel;
import org.polydesk.domain.audit.AuditFact;
import org.polydesk.domain.catalogue.CatalogueList;
import org.polydesk.domain.user.User;

/**
 * An asset; in lists without its tickets and its history. Source: docs/dialects/helpdesk.md,
 * section "Assets".
 */
record AssetResponse(
    @JsonProperty("ItemID") long itemId,
    String modelName,
    String manufacturer,
    @JsonProperty("ManufacturerID") Integer manufacturerId,
    String supplier,
    @JsonProperty("SupplierID") Integer supplierId,
    String type,
    @JsonProperty("TypeID") Integer typeId,
    String serialNumber,
    String location,
    String comments,
    int quantity,
    long ticketCount,
    String company,
    @JsonProperty("CompanyID") Integer companyId,
    boolean disabled,
    List<FieldResponse> fields,
    List<UserResponse> assignedUsers,
    List<TicketSummaryResponse> tickets,
    List<AttachmentResponse> attachments,
    List<LogEntryResponse> logEntries) {

  /** A line of an asset's history. */
  record LogEntryResponse(
      String date, @JsonProperty("UserID") Long userId, String userName, String text) {
    static LogEntryResponse of(LogLine line) {
      return new LogEntryResponse(
          HelpdeskJson.instant(line.fact().at()),
          line.actor().map(User::number).orElse(null),
          line.actor().flatMap(User::userName).orElse(""),
          text(line.fact()));
    }

    private static String text(AuditFact fact) {
      String was = fact.oldValue().orElse("");
      String is = fact.newValue().orElse("");
      return switch (fact.action()) {
        case "created" -> "Created";
        case "given" -> "Assigned to " + is;
        case "taken" -> "Unassigned from " + was;
        case "ticketAdded" -> "Added to ticket #" + is;
        default -> "%s: \"%s\" changed to \"%s\"".formatted(fact.field().orElse("asset"), was, is);
      };
    }
  }

  static AssetResponse of(AssetView view, List<FilledField> fields, Words words, Caller caller) {
    return of(view, fields, words, null, List.of(), caller);
  }

  static AssetResponse of(
      AssetView view,
      List<FilledField> fields,
      Words words,
      List<TicketSummaryResponse> tickets,
      List<LogLine> log,
      Caller caller) {
    Asset asset = view.asset();
    return new AssetResponse(
        asset.id().value(),
        asset.traits().modelName(),
        name(asset.manufacturer()),
        id(asset.manufacturer()),
        name(asset.supplier()),
        id(asset.supplier()),
        name(asset.type()),
        id(asset.type()),
        asset.traits().serialNumber(),
        asset.traits().location(),
        asset.traits().comments(),
        asset.traits().quantity(),
        view.ticketCount(),
        asset
            .companyId()
            .map(company -> words.name(CatalogueList.COMPANY, asset.companyId()))
            .orElse(null),
        asset.companyId().orElse(null),
        asset.disabled(),
        fields.stream().map(FieldResponse::of).toList(),
        view.users().stream().map(user -> UserResponse.of(user, words, caller)).toList(),
        tickets,
        List.of(),
        log.stream().map(LogEntryResponse::of).toList());
  }

  private static String name(Optional<AssetLabel> label) {
    return label.map(AssetLabel::name).orElse("");
  }

  private static Integer id(Optional<AssetLabel> label) {
    return label.map(AssetLabel::id).orElse(null);
  }
}
