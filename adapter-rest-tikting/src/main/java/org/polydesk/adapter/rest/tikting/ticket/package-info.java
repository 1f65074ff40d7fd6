/** Registering and reading tickets. */
package org.polydesk.adapter.rest.tikting.ticket;
