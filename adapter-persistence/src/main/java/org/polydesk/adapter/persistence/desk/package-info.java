/** How desks are set up. */
package org.polydesk.adapter.persistence.desk;
