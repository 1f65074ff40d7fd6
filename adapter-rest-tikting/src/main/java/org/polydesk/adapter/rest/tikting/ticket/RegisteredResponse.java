package org.polydesk.adapter.rest.tikting.ticket;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.AdditionalPropertiesValue;
import org.polydesk.adapter.rest.tikting.document.Shapes;

/** A ticket as registering answers it: its id under both spellings that clients read. */
@Schema(additionalProperties = AdditionalPropertiesValue.FALSE)
record RegisteredResponse(
    @JsonUnwrapped TicketResponse ticket, @JsonProperty("Id") @Shapes.Member long capitalId) {}
