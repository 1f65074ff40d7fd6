package org.polydesk.adapter.rest.tikting.ticket;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** A ticket as raising answers it: its id under both spellings that clients read. */
record RaisedResponse(
    @JsonUnwrapped TicketDetailsResponse ticket, @JsonProperty("Id") long capitalId) {}
