/** Tickets and their clocks, whole for those who change them and as projections for readers. */
package org.polydesk.adapter.persistence.ticket;
