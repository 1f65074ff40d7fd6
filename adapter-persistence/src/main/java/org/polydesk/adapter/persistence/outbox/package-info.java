/** What is still to be told. */
package org.polydesk.adapter.persistence.outbox;
