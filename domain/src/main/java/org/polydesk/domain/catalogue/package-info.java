/**
 * The lists a desk is set up with: statuses, priorities, categories, sites and their kin. Rows are
 * numbered per desk, so that every desk has a status 1.
 */
package org.polydesk.domain.catalogue;
