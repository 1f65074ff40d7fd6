/**
 * Which tickets a list shows. One predicate language, {@link
 * org.polydesk.domain.listing.TicketFilter}, says it; it is evaluated here in memory and translated
 * by the store into its own language, and both answer alike.
 */
package org.polydesk.domain.listing;
