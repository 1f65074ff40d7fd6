/** The page behind the link in the mail that a ticket was resolved. */
package org.polydesk.adapter.rest.tikting.closing;
