/** What happened, for ever. */
package org.polydesk.adapter.persistence.audit;
