/** Tickets as programs of a team see them. */
package org.polydesk.adapter.rest.simple.taas.ticket;
