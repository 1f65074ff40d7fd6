/**
 * The rules of a help desk, in plain Java: tickets and their life, conversations, people and what
 * they may see, business hours and SLA clocks. Nothing here reads a clock, a file or a network;
 * time comes in as an argument, every value is immutable, and every refusal is a {@link
 * org.polydesk.domain.error.DeskException}.
 */
package org.polydesk.domain;
