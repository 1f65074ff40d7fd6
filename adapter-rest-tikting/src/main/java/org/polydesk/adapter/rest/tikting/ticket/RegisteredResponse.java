package org.polydesk.adapter.rest.tikting.ticket;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** A ticket as registering answers it: its id under both spellings that clients read. */
record RegisteredResponse(
    @JsonUnwrapped TicketResponse ticket, @JsonProperty("Id") long capitalId) {}
