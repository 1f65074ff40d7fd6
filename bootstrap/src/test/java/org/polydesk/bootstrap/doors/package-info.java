/**
 * The doors of a desk, asked over HTTP as their clients do, each by itself and all of one ticket.
 */
package org.polydesk.bootstrap.doors;
