package org.polydesk.adapter.rest.tikting.ticket;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.AdditionalPropertiesValue;
import org.polydesk.adapter.rest.tikting.document.Shapes;

/** A ticket as registering answers it, unless told otherwise with its id under both spellings. */
@Schema(additionalProperties = AdditionalPropertiesValue.FALSE)
record RegisteredResponse(
    @JsonUnwrapped TicketResponse ticket,
    @JsonProperty("Id") @JsonInclude(JsonInclude.Include.NON_NULL) @Shapes.MaybeMember
        Long capitalId) {}
