/** What every table needs: connections, statements, units of work, keys and failures. */
package org.polydesk.adapter.persistence.shared;
