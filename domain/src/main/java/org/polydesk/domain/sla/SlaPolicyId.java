package org.polydesk.domain.sla;

/** A policy's number in its desk; what requests call the SLA's id. */
public record SlaPolicyId(int value) {}
