/** Tickets and lists of them in the words of the Helpdesk dialect. */
package org.polydesk.adapter.rest.simple.helpdesk.ticket;
