/** How taking away is begun. */
package org.polydesk.application.upkeep.in;
