/** Opening, reading and changing tickets. */
package org.polydesk.application.ticket;
